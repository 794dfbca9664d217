import { createRequire } from 'node:module'
import { EngineError, missingParameter, preparation, quoted, type Statement } from './statement.ts'

/** What this front uses of npm `chdb`, which is installed apart from the project. */
interface Result {
  readonly rowsRead: number
  readonly bytesRead: number
  readonly elapsed: number
  bytes(): Uint8Array
}
interface Session {
  queryAsync(sql: string, options: { format: string }): Promise<Result>
  close(): void
}
type Chdb = { Session: new (path: string) => Session }

export interface Sessions {
  /** Runs one statement on a free session, first come first served; `signal` kills the query. */
  run(statement: Statement, format: string, signal: AbortSignal): Promise<Result>
  /** When nothing runs any more. */
  idle(): Promise<void>
  close(): void
}

/** Sessions run beside each other, one query at a time in each; one more is for KILL QUERY. */
export function openSessions(chdbPath: string, dataPath: string, count: number): Sessions {
  const { Session } = createRequire(import.meta.url)(chdbPath) as Chdb
  const admin = new Session(dataPath)
  const free = Array.from({ length: count }, () => ({
    session: new Session(dataPath),
    stale: new Set<string>(),
  }))
  type Slot = (typeof free)[number]
  const all = [...free]
  const waiting: ((slot: Slot) => void)[] = []
  let lastQuery = 0

  const take = () => {
    const slot = free.pop()
    return slot ? Promise.resolve(slot) : new Promise<Slot>((resolve) => waiting.push(resolve))
  }
  const giveBack = (slot: Slot) => {
    const next = waiting.shift()
    if (next) next(slot)
    else free.push(slot)
  }
  const use = async (slot: Slot, statement: Statement, format: string, signal: AbortSignal) => {
    const missing = missingParameter(statement, slot.stale)
    if (missing)
      throw new EngineError(
        456,
        `Substitution ${quoted(missing)} is not set`,
        'UNKNOWN_QUERY_PARAMETER',
      )
    const { session } = slot
    const { before, after } = preparation(statement)
    const mark = `/* front ${++lastQuery} */`
    const kill = () => {
      const sql = `KILL QUERY WHERE startsWith(query, ${quoted(mark)}) ASYNC`
      admin.queryAsync(sql, { format: 'Null' }).catch(() => {}) // It ended meanwhile.
    }
    let whole = false
    try {
      for (const sql of before) await session.queryAsync(sql, { format: 'Null' })
      signal.addEventListener('abort', kill, { once: true })
      const result = await session.queryAsync(`${mark} ${statement.sql}`, { format })
      whole = true
      return result
    } finally {
      signal.removeEventListener('abort', kill)
      for (const key of statement.params.keys()) slot.stale.add(key)
      // A query that was killed or failed midway leaves output behind, which the session would put
      // before its next answer: this throws it away.
      if (!whole) after.push('SELECT 1')
      for (const sql of after) await session.queryAsync(sql, { format: 'Null' }).catch(() => {})
    }
  }
  return {
    async run(statement, format, signal) {
      const slot = await take()
      try {
        signal.throwIfAborted()
        return await use(slot, statement, format, signal)
      } finally {
        giveBack(slot)
      }
    },
    async idle() {
      await Promise.all(all.map(() => take()))
    },
    close() {
      for (const { session } of all) session.close()
      admin.close()
    },
  }
}
