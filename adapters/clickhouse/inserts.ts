import type { ApplicationEvent } from '../../core/events/events.generated.ts'
import type { Topic } from '../../core/events/topics.ts'
import { Fault, isRetriable } from '../../core/fault.ts'
import type { LandedEvent } from '../../core/ports/sink.ts'
import { avroFile, avroHeader } from './avro-file.ts'
import { generationReader } from './peek-generation.ts'

export interface Insert {
  readonly query: string
  readonly body: Buffer
  /** Tells inserts of one batch apart: events of two schemas go in two */
  readonly writer: string
}

interface Making {
  readonly generation: number
  readonly reads?: number
  readonly schemaText: (raw: Uint8Array) => string | null
  readonly applicationRow: (event: ApplicationEvent) => object
}

/** How events of one writer's schema are written. */
interface Writer {
  readonly header: Buffer
  readonly generationOf: ((raw: Uint8Array) => number) | null
}

const TABLES: Partial<Record<Topic, string>> = {
  applications: 'application_fact',
  profiles: 'profile_fact',
  scores: 'score_fact',
  jobs: 'job_fact',
}

/** @returns a batch's events, all of one topic, as inserts; none when nothing of it belongs to the generation */
export function insertsOf(making: Making): (events: readonly LandedEvent[]) => readonly Insert[] {
  const { generation, reads = generation } = making
  const writers = new Map<number, Writer>()
  const writerOf = (id: number, event: LandedEvent): Writer => {
    const known = writers.get(id)
    if (known) return known
    const text = making.schemaText(event.raw)
    if (text === null)
      throw new Fault('registry.schema_unknown', `offset ${event.offset}: id ${id}`)
    const writer = { header: avroHeader(text), generationOf: generationReader(text) }
    writers.set(id, writer)
    return writer
  }
  return (events) => {
    const [first] = events
    if (first === undefined) return []
    const table = `${TABLES[first.topic]}_g${generation}`
    if (first.topic === 'applications') return [rows(table, events, making)]
    return [...Map.groupBy(events, schemaId)].flatMap(([id, all]) => {
      const { header, generationOf } = writerOf(id, all[0] ?? first)
      const own = generationOf ? all.filter(({ raw }) => generationOf(raw) === reads) : all
      if (own.length === 0) return []
      const body = avroFile(header, own.map(placed))
      return [{ query: `INSERT INTO ${table} FORMAT Avro`, body, writer: String(id) }]
    })
  }
}

const schemaId = ({ raw }: LandedEvent) =>
  new DataView(raw.buffer, raw.byteOffset, raw.byteLength).getUint32(1)

const placed = ({ raw, partition, offset, timestamp }: LandedEvent) => ({
  raw,
  place: { partition, offset, timestamp },
})

function rows(table: string, events: readonly LandedEvent[], { applicationRow }: Making): Insert {
  const lines = events.map((landed) => {
    const { partition, offset, timestamp } = landed
    const place = { log_partition: partition, log_offset: offset, logged_at: timestamp }
    // A bare number is read by a DateTime64(3) column as what it is here: milliseconds.
    return JSON.stringify({ ...applicationRow(decoded(landed)), ...place })
  })
  const query = `INSERT INTO ${table} FORMAT JSONEachRow`
  return { query, body: Buffer.from(lines.join('\n')), writer: 'rows' }
}

function decoded(landed: LandedEvent): ApplicationEvent {
  try {
    return landed.event() as ApplicationEvent
  } catch (cause) {
    if (!(cause instanceof Fault) || isRetriable(cause)) throw cause
    throw new Fault(cause.code, `offset ${landed.offset}: ${cause.message}`, { cause })
  }
}
