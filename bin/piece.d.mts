import type { SetupProgress } from './progress.mjs'

export class SetupError extends Error {}
/** Where set-up keeps what it fetched: $XDG_CACHE_HOME/hirestream or ~/.cache/hirestream. */
export function cacheFolder(env: Record<string, string | undefined>): string
export function processStart(pid: number): string | null
/** @param start  from processStart; a reused pid is then told apart */
export function isAlive(pid: number, start?: string | null): boolean
export function withLock<T>(
  path: string,
  options: { onWait?: (pid: number) => void; signal?: AbortSignal | undefined },
  work: () => Promise<T>,
): Promise<T>
export function ensurePiece(piece: {
  cache: string
  name: string
  label: string
  build: (folder: string) => Promise<void>
  progress: SetupProgress
  signal?: AbortSignal | undefined
}): Promise<string>
/** @returns the last 4,000 characters of what it printed. @throws SetupError naming the fix */
export function runQuietly(
  command: string,
  args: readonly string[],
  options?: {
    cwd?: string
    env?: Record<string, string | undefined>
    signal?: AbortSignal | undefined
  },
): Promise<string>
export function dyingWithParent(signal: string, argv: readonly string[]): [string, ...string[]]
