import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Embedder } from '../../core/ports/embedder.ts'

/** Vectors of texts, kept between runs: an evaluation is run often, and its texts never change. */
export async function keptVectors(
  embedder: Embedder,
  texts: readonly string[],
  folder: string,
): Promise<Map<string, readonly Float32Array[]>> {
  mkdirSync(folder, { recursive: true })
  const signal = new AbortController().signal
  const kept = new Map<string, readonly Float32Array[]>()
  const fileOf = (text: string) => {
    const name = createHash('sha256').update(embedder.model).update('\n').update(text)
    return `${folder}/${name.digest('hex')}`
  }
  await Promise.all(
    [...new Set(texts)].map(async (text) => {
      const file = fileOf(text)
      if (!existsSync(file)) {
        const [made = []] = await embedder.embed([text], signal)
        writeFileSync(file, Buffer.concat(made.map((vector) => Buffer.from(vector.buffer))))
      }
      const bytes = readFileSync(file)
      const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
      const count = values.length / embedder.dimension
      const slices = Array.from({ length: count }, (_, n) =>
        values.slice(n * embedder.dimension, (n + 1) * embedder.dimension),
      )
      kept.set(text, slices)
    }),
  )
  return kept
}
