/**
 * Every fault that crosses a port: is another try worth it, and what does HTTP answer?
 * `retriable` faults are the environment's; the others are provably caused by what was asked.
 */
export const FAULTS = {
  'event_log.unavailable': { retriable: true, status: 503 },
  'event_log.too_large': { retriable: false, status: 413 },
  'event_log.fenced': { retriable: true, status: 503 },
  'event_log.parking_too_much': { retriable: false, status: 500 },
  'event_log.offset_lost': { retriable: false, status: 500 },
  'registry.unavailable': { retriable: true, status: 503 },
  'registry.schema_unknown': { retriable: false, status: 422 },
  'registry.schema_incompatible': { retriable: false, status: 409 },
  'codec.malformed': { retriable: false, status: 400 },
  'codec.corrupt': { retriable: false, status: 400 },
  'codec.bomb': { retriable: false, status: 400 },
  'key_store.unavailable': { retriable: true, status: 503 },
  'key_store.destroyed': { retriable: false, status: 410 },
  'blob_store.unavailable': { retriable: true, status: 503 },
  'blob_store.missing': { retriable: false, status: 404 },
  'database.unavailable': { retriable: true, status: 503 },
  'database.refused': { retriable: false, status: 500 },
  'landing.fenced': { retriable: true, status: 503 },
  'vector_index.unavailable': { retriable: true, status: 503 },
  'vector_index.bad_vector': { retriable: false, status: 500 },
  'vector_index.no_tenant': { retriable: false, status: 500 },
  'facts.unavailable': { retriable: true, status: 503 },
  'facts.refused': { retriable: false, status: 500 },
  'cache.unavailable': { retriable: true, status: 503 },
  'embedder.unavailable': { retriable: true, status: 503 },
  'embedder.bad_answer': { retriable: false, status: 502 },
  'reader.unavailable': { retriable: true, status: 503 },
  'processing.timed_out': { retriable: true, status: 503 },
  'setup.incomplete': { retriable: false, status: 500 },
} as const satisfies Record<string, { retriable: boolean; status: number }>

export type FaultCode = keyof typeof FAULTS

export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: FaultCode

  /** @param detail  ids and sizes only: it is logged, so no names and no résumé text */
  constructor(code: FaultCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options)
    this.code = code
  }
}

export const isRetriable = (error: unknown): boolean =>
  error instanceof Fault && FAULTS[error.code].retriable
