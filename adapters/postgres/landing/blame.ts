import type pg from 'pg'
import { Fault } from '../../../core/fault.ts'
import type { LandingRow } from '../../../core/ports/landing-rows.ts'
import { tryRows } from './write-batch.ts'

/**
 * The one event that the database refuses a batch for, found by trying ever smaller beginnings of the batch, each
 * rolled back.
 * @param rows  in the order of the log
 * @returns the refusal as `offset N: why`; any other error as it is
 */
export async function blame(
  pool: pg.Pool,
  { rows, error }: { rows: readonly LandingRow[]; error: unknown },
): Promise<unknown> {
  if (!isUnnamedRefusal(error)) return error
  const offsets = [...new Set(rows.map(({ position }) => position))]
  let landed = 0
  let refused = offsets.length
  let why: Fault = error
  while (refused - landed > 1) {
    const middle = Math.floor((landed + refused) / 2)
    const upTo = offsets[middle - 1]!
    const fault = await refusalOf(
      pool,
      rows.filter(({ position }) => position <= upTo),
    )
    if (fault === null) landed = middle
    else [refused, why] = [middle, fault]
  }
  return new Fault('database.refused', `offset ${offsets[refused - 1]}: ${causeOf(why)}`)
}

const isUnnamedRefusal = (error: unknown): error is Fault =>
  error instanceof Fault &&
  error.code === 'database.refused' &&
  !error.message.startsWith('database.refused: offset ')

async function refusalOf(pool: pg.Pool, rows: readonly LandingRow[]): Promise<Fault | null> {
  try {
    await tryRows(pool, rows)
    return null
  } catch (error) {
    if (isUnnamedRefusal(error)) return error
    throw error
  }
}

const causeOf = ({ cause }: Fault) => (cause instanceof Error ? cause.message : 'refused')
