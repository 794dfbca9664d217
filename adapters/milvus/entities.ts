import { ConsistencyLevelEnum } from '@zilliz/milvus2-sdk-node'
import { Fault } from '../../core/fault.ts'
import { isIn } from './expression.ts'
import { ask, type Milvus } from './open-milvus.ts'
import { HELD_FIELDS, type Held, heldOf, type Row } from './rows.ts'

/** Entities read or removed in one call: Milvus answers at most 16,384. */
const PAGE = 1_000
const REMEMBERED = 200_000

/**
 * Entities of any collection, by key.
 * What it wrote itself it remembers: Bounded reading does not see a row of a moment ago, and Strong costs 0.2 s and more.
 * One member writes a key, so nobody else's fresh write can matter; after a take-over the log is redone in order.
 */
export class Entities {
  readonly #client: Milvus
  readonly #timeoutMs: number
  readonly #written = new Map<string, Held>()

  constructor(client: Milvus, timeoutMs: number) {
    this.#client = client
    this.#timeoutMs = timeoutMs
  }

  /** @returns what is there of these keys, without vectors */
  async held(
    collection: string,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Held>> {
    const held = new Map<string, Held>()
    const asked: string[] = []
    for (const id of new Set(ids)) {
      const known = this.#written.get(`${collection}/${id}`)
      if (known) held.set(id, known)
      else asked.push(id)
    }
    if (asked.length === 0) return held
    const found = await this.#read(collection, { filter: isIn('id', asked), strong: false }, signal)
    for (const entity of found) held.set(String(entity.id), heldOf(entity))
    return held
  }

  /** @param rows  one key once */
  async upsert(collection: string, rows: readonly Row[], signal: AbortSignal): Promise<void> {
    if (rows.length === 0) return
    const timeout = this.#timeoutMs
    const sent = this.#client.upsert({ collection_name: collection, data: [...rows], timeout })
    const reply = await ask(`upsert ${collection}`, sent, signal, this.#timeoutMs)
    if (reply.err_index.length > 0) {
      throw new Fault('vector_index.unavailable', `${reply.err_index.length} not upserted`)
    }
    for (const row of rows) this.#remember(collection, row)
  }

  async deleteWhere(collection: string, filter: string, signal: AbortSignal): Promise<void> {
    // By key, for a delete by any other condition is newer than some servers.
    const found = await this.#read(collection, { filter, strong: true }, signal)
    const ids = found.map((entity) => String(entity.id))
    if (ids.length === 0) return
    const sent = this.#client.delete({
      collection_name: collection,
      filter: isIn('id', ids),
      timeout: this.#timeoutMs,
    })
    await ask(`delete ${collection}`, sent, signal, this.#timeoutMs)
    for (const id of ids) this.#written.delete(`${collection}/${id}`)
    if (ids.length === PAGE) await this.deleteWhere(collection, filter, signal)
  }

  /** Gives entities to another candidate, vectors and positions as they are. */
  async rewriteWhere(
    collection: string,
    change: { readonly filter: string; readonly candidateId: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { filter, candidateId } = change
    const found = await this.#read(collection, { filter, strong: true, whole: true }, signal)
    const rows = found.map((entity) => ({
      ...heldOf(entity),
      tenant_id: String(entity.tenant_id),
      job_id: String(entity.job_id),
      values: Array.from(entity.values as ArrayLike<number>),
      candidate_id: candidateId,
    }))
    await this.upsert(collection, rows, signal)
    if (rows.length === PAGE) await this.rewriteWhere(collection, change, signal)
  }

  async count(collection: string, filter: string, signal: AbortSignal): Promise<number> {
    const asked = this.#client.query({
      collection_name: collection,
      filter,
      output_fields: ['count(*)'],
      consistency_level: ConsistencyLevelEnum.Strong,
      timeout: this.#timeoutMs,
    })
    const { data } = await ask(`count ${collection}`, asked, signal, this.#timeoutMs)
    return Number(data[0]?.['count(*)'] ?? 0)
  }

  async #read(
    collection: string,
    { filter, strong, whole }: { filter: string; strong: boolean; whole?: boolean },
    signal: AbortSignal,
  ): Promise<Record<string, unknown>[]> {
    const asked = this.#client.query({
      collection_name: collection,
      filter,
      output_fields: whole ? [...HELD_FIELDS, 'tenant_id', 'job_id', 'values'] : HELD_FIELDS,
      limit: PAGE,
      consistency_level: ConsistencyLevelEnum[strong ? 'Strong' : 'Bounded'],
      timeout: this.#timeoutMs,
    })
    const { data } = await ask(`query ${collection}`, asked, signal, this.#timeoutMs)
    return data
  }

  /** After a fault: what was written may be gone, and reading tells. */
  forget(): void {
    this.#written.clear()
  }

  #remember(collection: string, { id, candidate_id, position }: Row): void {
    const key = `${collection}/${id}`
    this.#written.delete(key)
    this.#written.set(key, { id, candidate_id, position })
    if (this.#written.size <= REMEMBERED) return
    // A Map lists the oldest first.
    for (const oldest of this.#written.keys()) {
      this.#written.delete(oldest)
      break
    }
  }
}
