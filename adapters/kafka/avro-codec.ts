import type avro from 'avsc'
import type { Events, Topic } from '../../core/events/topics.ts'
import { Fault } from '../../core/fault.ts'
import type { EventCodec } from '../../core/ports/event-codec.ts'
import { avroType, payloadBranches } from './avro-types.ts'
import type { SchemaIds } from './schema-ids.ts'

const MAGIC = 0
const HEADER_BYTES = 5

interface TopicCodec {
  readonly id: number
  readonly type: avro.types.RecordType
  readonly branches: ReadonlyMap<string, string>
  readonly resolvers: Map<number, avro.Resolver>
}

interface OwnSchema {
  readonly id: number
  /** Parsed .avsc */
  readonly schema: unknown
}

/**
 * @param own  today's schema of each topic with its id: what is written, and read as
 * @param ids  looks up the schemas that others wrote with
 */
export function avroCodec(own: Readonly<Record<Topic, OwnSchema>>, ids: SchemaIds): EventCodec {
  const topics = new Map(Object.entries(own).map(([topic, schema]) => [topic, topicCodec(schema)]))
  return {
    async prepare(values, signal) {
      const named = new Set(values.filter(isFramed).map(schemaId))
      for (const id of named) await ids.learn(id, signal)
    },
    decode: (topic, value) => decode(topics.get(topic)!, ids, value) as Events[typeof topic],
    encode: (topic, event) => encode(topics.get(topic)!, event),
    schemaText: (value) => (isFramed(value) ? ids.known(schemaId(value)) : null),
  }
}

function topicCodec({ id, schema }: OwnSchema): TopicCodec {
  const type = avroType(schema)
  return { id, type, branches: payloadBranches(type), resolvers: new Map() }
}

const isFramed = (value: Uint8Array) => value.length > HEADER_BYTES && value[0] === MAGIC

const schemaId = (value: Uint8Array) =>
  new DataView(value.buffer, value.byteOffset, value.length).getUint32(1)

function decode(codec: TopicCodec, ids: SchemaIds, value: Uint8Array): unknown {
  if (!isFramed(value)) throw new Fault('codec.malformed', `no schema id, ${value.length} bytes`)
  const id = schemaId(value)
  const body = Buffer.from(
    value.buffer,
    value.byteOffset + HEADER_BYTES,
    value.length - HEADER_BYTES,
  )
  try {
    const event =
      id === codec.id ? codec.type.fromBuffer(body) : read(codec, resolver(codec, ids, id), body)
    return codec.branches.size === 0 ? event : unwrapped(event)
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    // avsc's messages may quote values: only the size goes on.
    throw new Fault('codec.malformed', `schema ${id}, ${value.length} bytes`)
  }
}

const read = (codec: TopicCodec, resolver: avro.Resolver, body: Buffer) =>
  codec.type.fromBuffer(body, resolver)

function resolver(codec: TopicCodec, ids: SchemaIds, id: number): avro.Resolver {
  const before = codec.resolvers.get(id)
  if (before) return before
  const text = ids.known(id)
  if (text === null) throw new Fault('registry.schema_unknown', `id ${id}`)
  const made = codec.type.createResolver(avroType(JSON.parse(text)))
  codec.resolvers.set(id, made)
  return made
}

type Wrapped = { payload: Record<string, unknown> }
const unwrapped = (event: Wrapped) => ({ ...event, payload: Object.values(event.payload)[0] })

/** Most events fit in here, and are copied out once. */
const scratch = Buffer.allocUnsafe(65_536)

function encode(codec: TopicCodec, event: unknown): Buffer {
  try {
    const value = codec.branches.size === 0 ? event : wrapped(codec, event)
    const end = codec.type.encode(value, scratch, HEADER_BYTES)
    // Negative: so many bytes are missing.
    const framed = end < 0 ? Buffer.allocUnsafe(scratch.length - end) : scratch
    const length = end < 0 ? codec.type.encode(value, framed, HEADER_BYTES) : end
    framed[0] = MAGIC
    framed.writeUInt32BE(codec.id, 1)
    return end < 0 ? framed.subarray(0, length) : Buffer.from(framed.subarray(0, length))
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw new Fault('codec.malformed', `${codec.type.name}: ${fieldOf(cause)}`)
  }
}

function wrapped(codec: TopicCodec, event: unknown) {
  const { payload } = event as { payload: { type: string } }
  return { ...(event as object), payload: { [codec.branches.get(payload.type) ?? '']: payload } }
}

// avsc names the offending value first; the field's type, after the colon, is all that may be logged.
const fieldOf = (cause: unknown) => /invalid "[^"]{0,80}"/.exec(String(cause))?.[0] ?? 'invalid'
