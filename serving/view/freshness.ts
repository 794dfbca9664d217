import { type Static, Type } from 'typebox'
import type { Generations, Watermarks } from '../../core/ports/watermarks.ts'

/** On every answer: which generation it was read from, and how far each store is. */
export const FRESHNESS = {
  generation: Type.Integer({
    description: 'The complete set of derived data that this was read from',
  }),
  completeTo: Type.Array(
    Type.Object(
      {
        store: Type.String(),
        asOf: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
          description: 'All that the log had taken by then is in; null: not known yet',
        }),
        behind: Type.Integer({ description: 'Records still to land when last looked at' }),
      },
      { additionalProperties: false },
    ),
  ),
} as const
const Freshness = Type.Object(FRESHNESS)
export type Freshness = Static<typeof Freshness>

export interface FreshnessDeps {
  readonly generations: Generations
  readonly watermarks: Watermarks
}

export async function completeTo(
  { watermarks }: FreshnessDeps,
  generation: number,
  signal: AbortSignal,
): Promise<Freshness['completeTo']> {
  const read = await watermarks.read(generation, signal)
  return read.map((mark) => ({
    store: mark.store,
    asOf: isoTime(mark.completeTo),
    behind: mark.behind,
  }))
}

/** @param ms  since 1970, UTC */
export const isoTime = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString()
