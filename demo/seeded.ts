import { createHash } from 'node:crypto'

/** Choices that come out the same at every run. */
export interface Seeded {
  /** A whole number, both ends possible */
  int(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** Some of a list, none twice, in an order of their own; all of them when it is shorter */
  take<T>(list: readonly T[], count: number): T[]
}

/** @param seed  any text; another text, other choices */
export function seeded(seed: string): Seeded {
  let state = createHash('sha256').update(seed).digest().readUInt32LE()
  // mulberry32: enough for variety, and the same in every version of Node
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)]!,
    take(list, count) {
      const left = [...list]
      return Array.from(
        { length: Math.min(count, list.length) },
        () => left.splice(int(0, left.length - 1), 1)[0]!,
      )
    },
  }
}
