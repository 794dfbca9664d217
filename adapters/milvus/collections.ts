import { DataType } from '@zilliz/milvus2-sdk-node'
import { Fault } from '../../core/fault.ts'
import { ask, type Milvus } from './open-milvus.ts'

/** Loading reads what the collection holds: longer than one call, and only once a process and collection. */
const LOAD_MS = 60_000
const POLL_MS = 50

const text = { data_type: DataType.VarChar, max_length: 64 } as const

/**
 * One entity an application, keyed by it. No partition key: on 2.3.5 an upsert then hashes the primary key instead
 * (milvus-io/milvus#30607), and recall falls to 0.08. The tenant is a plain field in every filter.
 */
const fieldsOf = (dimension: number) => [
  { name: 'id', is_primary_key: true, ...text },
  { name: 'tenant_id', ...text },
  { name: 'candidate_id', ...text },
  { name: 'job_id', ...text },
  { name: 'position', data_type: DataType.Int64 },
  { name: 'values', data_type: DataType.FloatVector, dim: dimension },
]

/** Collections made at first use, indexed and loaded. A fault forgets what it knew, so that the next call looks again. */
export class Collections {
  readonly #client: Milvus
  readonly #dimension: number
  readonly #ready = new Map<string, Promise<void>>()

  constructor(client: Milvus, dimension: number) {
    this.#client = client
    this.#dimension = dimension
  }

  /** @throws Fault vector_index.unavailable */
  async ready(name: string, signal: AbortSignal): Promise<void> {
    const known = this.#ready.get(name)
    if (known) return known
    // Shared by all who wait for it, so no single caller's signal may end it.
    const preparing = this.#prepare(name, new AbortController().signal)
    this.#ready.set(name, preparing)
    preparing.catch(() => this.forget(name))
    await preparing
    signal.throwIfAborted()
  }

  forget(name: string): void {
    this.#ready.delete(name)
  }

  async #prepare(name: string, signal: AbortSignal): Promise<void> {
    if (!(await this.#exists(name, signal))) {
      await this.#create(name, signal).catch(async (error: unknown) => {
        // Two members start at once: whoever was second finds it there.
        if (!(await this.#exists(name, signal))) throw error
      })
    }
    // The same index again is no change.
    const index = { collection_name: name, field_name: 'values', index_type: 'HNSW' }
    const params = { metric_type: 'COSINE', params: { M: 16, efConstruction: 200 } }
    await ask(`index ${name}`, this.#client.createIndex({ ...index, ...params }), signal)
    await ask(`load ${name}`, this.#client.loadCollection({ collection_name: name }), signal)
    await this.#loaded(name, signal)
  }

  async #exists(name: string, signal: AbortSignal): Promise<boolean> {
    const asked = this.#client.hasCollection({ collection_name: name })
    const { value } = await ask(`look for ${name}`, asked, signal)
    return Boolean(value)
  }

  async #create(name: string, signal: AbortSignal): Promise<void> {
    const fields = fieldsOf(this.#dimension)
    // A search cannot ask for Strong: the SDK takes its number, 0, for "not given" and uses the collection's own level.
    const level = { consistency_level: 'Strong' } as const
    const made = this.#client.createCollection({ collection_name: name, fields, ...level })
    await ask(`create ${name}`, made, signal)
  }

  async #loaded(name: string, signal: AbortSignal): Promise<void> {
    for (let waitedMs = 0; waitedMs < LOAD_MS; waitedMs += POLL_MS) {
      const asked = this.#client.getLoadState({ collection_name: name })
      const { state } = await ask(`state of ${name}`, asked, signal)
      if (state === 'LoadStateLoaded') return
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
    throw new Fault('vector_index.unavailable', `${name} is still loading after ${LOAD_MS} ms`)
  }
}
