import type pg from 'pg'
import type { Generations } from '../../core/ports/watermarks.ts'
import { inTransaction } from './transaction.ts'

/** @param pool  of either role */
export const postgresGenerations = (pool: pg.Pool): Generations => ({
  async active(signal) {
    signal.throwIfAborted()
    const text = 'SELECT generation FROM active_generation'
    const [rows] = await inTransaction(pool, [{ name: 'active_generation', text }])
    return Number(rows?.[0]?.generation)
  },
})
