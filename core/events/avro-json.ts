/** The part of Avro that our schemas use. */
export type AvroSchema = string | readonly AvroSchema[] | AvroNamed

export interface AvroNamed {
  readonly type: AvroSchema
  readonly name?: string
  readonly namespace?: string
  readonly doc?: string
  readonly logicalType?: string
  readonly symbols?: readonly string[]
  readonly items?: AvroSchema
  readonly values?: AvroSchema
  readonly fields?: readonly AvroField[]
}

export interface AvroField {
  readonly name: string
  readonly type: AvroSchema
  readonly doc?: string
  readonly default?: unknown
}

/** What is wrong with a piece of JSON, and where (RFC 6901). Never the value: it may be personal. */
export interface JsonProblem {
  readonly pointer: string
  readonly detail: string
}

export type FromJson<T> =
  | { readonly value: T; readonly problems: null }
  | { readonly value: null; readonly problems: readonly JsonProblem[] }

const MAX_PROBLEMS = 20
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const ISO_TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$|$)/

/**
 * Plain JSON to an event of a schema: bytes are base64, times are ISO 8601 with a zone or milliseconds, a field with a default
 * may be left out, a union of records is told apart by `type`. Every problem is named at once (20 at most).
 * The caller says what the schema describes.
 */
export function fromJson<T>(schema: AvroSchema, json: unknown): FromJson<T> {
  const reading: Reading = { named: namedTypes(schema, new Map()), problems: [] }
  const value = read(schema, { json, pointer: '' }, reading)
  const { problems } = reading
  return problems.length === 0
    ? { value: value as T, problems: null }
    : { value: null, problems: problems.slice(0, MAX_PROBLEMS) }
}

interface Reading {
  readonly named: ReadonlyMap<string, AvroNamed>
  readonly problems: JsonProblem[]
}
interface Place {
  readonly json: unknown
  readonly pointer: string
}

function read(schema: AvroSchema, place: Place, reading: Reading): unknown {
  if (Array.isArray(schema)) return readUnion(schema, place, reading)
  if (typeof schema === 'string') {
    const named = reading.named.get(schema)
    return named ? read(named, place, reading) : readPrimitive(schema, place, reading)
  }
  const named = schema as AvroNamed
  if (named.type === 'record') return readRecord(named, place, reading)
  if (named.type === 'array') return readArray(named, place, reading)
  if (named.type === 'map') return readMap(named, place, reading)
  if (named.type === 'enum') return readEnum(named, place, reading)
  const logical = named.logicalType && LOGICAL[named.logicalType]
  if (logical) return logical(place, reading)
  return read(named.type, place, reading)
}

function readRecord(schema: AvroNamed, { json, pointer }: Place, reading: Reading): unknown {
  if (!isObject(json)) return refuse(reading, pointer, 'must be an object')
  const fields = schema.fields ?? []
  for (const name of Object.keys(json)) {
    if (fields.some((field) => field.name === name)) continue
    refuse(reading, at(pointer, name), 'is not a field that is known here')
  }
  return Object.fromEntries(
    fields.map((field) => {
      const inner = at(pointer, field.name)
      const given = json[field.name]
      if (given !== undefined) {
        return [field.name, read(field.type, { json: given, pointer: inner }, reading)]
      }
      // An optional record's default is read too: it may have defaults of its own.
      if (field.default === undefined) refuse(reading, inner, 'is missing')
      return [field.name, field.default]
    }),
  )
}

function readUnion(branches: readonly AvroSchema[], place: Place, reading: Reading): unknown {
  if (place.json === null && branches.includes('null')) return null
  const others = branches.filter((branch) => branch !== 'null')
  if (others.length === 1) return read(others[0]!, place, reading)
  const { json, pointer } = place
  const byTag = new Map(others.map((branch) => [tagOf(branch), branch]))
  const tag = isObject(json) ? json.type : undefined
  const branch = typeof tag === 'string' ? byTag.get(tag) : undefined
  if (branch) return read(branch, place, reading)
  const detail = `must be one of ${[...byTag.keys()].join(', ')}`
  return refuse(reading, isObject(json) ? at(pointer, 'type') : pointer, detail)
}

function readArray(schema: AvroNamed, { json, pointer }: Place, reading: Reading): unknown {
  if (!Array.isArray(json)) return refuse(reading, pointer, 'must be an array')
  return json.map((item, index) =>
    read(schema.items!, { json: item, pointer: at(pointer, String(index)) }, reading),
  )
}

function readMap(schema: AvroNamed, { json, pointer }: Place, reading: Reading): unknown {
  if (!isObject(json)) return refuse(reading, pointer, 'must be an object')
  const values = Object.entries(json).map(([name, value]) => {
    return [name, read(schema.values!, { json: value, pointer: at(pointer, name) }, reading)]
  })
  return Object.fromEntries(values)
}

function readEnum(schema: AvroNamed, { json, pointer }: Place, reading: Reading): unknown {
  if (typeof json === 'string' && schema.symbols?.includes(json)) return json
  return refuse(reading, pointer, `must be one of ${schema.symbols?.join(', ')}`)
}

function readPrimitive(type: string, { json, pointer }: Place, reading: Reading): unknown {
  if (type === 'bytes') {
    if (typeof json === 'string' && BASE64.test(json)) return Buffer.from(json, 'base64')
    return refuse(reading, pointer, 'must be base64')
  }
  const [fits, what] = PRIMITIVES[type] ?? [() => false, `a ${type}`]
  return fits(json) ? json : refuse(reading, pointer, `must be ${what}`)
}

const PRIMITIVES: Record<string, readonly [(json: unknown) => boolean, string]> = {
  string: [(json) => typeof json === 'string', 'a string'],
  boolean: [(json) => typeof json === 'boolean', 'true or false'],
  int: [(json) => Number.isInteger(json) && Math.abs(json as number) < 2 ** 31, 'an integer'],
  long: [Number.isSafeInteger, 'an integer'],
  double: [Number.isFinite, 'a number'],
  float: [Number.isFinite, 'a number'],
  null: [(json) => json === null, 'null'],
}

const LOGICAL: Record<string, (place: Place, reading: Reading) => unknown> = {
  uuid: ({ json, pointer }, reading) =>
    typeof json === 'string' && UUID.test(json)
      ? json.toLowerCase()
      : refuse(reading, pointer, 'must be a UUID'),
  'timestamp-millis': ({ json, pointer }, reading) => {
    const time = typeof json === 'string' && ISO_TIME.test(json) ? Date.parse(json) : json
    if (Number.isSafeInteger(time) && (time as number) >= 0 && (time as number) < 253e12)
      return time
    return refuse(reading, pointer, 'must be a time: ISO 8601 with a zone, or milliseconds')
  },
  share: range(0, 1),
  percent: range(0, 100),
}

function range(least: number, most: number) {
  return ({ json, pointer }: Place, reading: Reading) =>
    typeof json === 'number' && json >= least && json <= most
      ? json
      : refuse(reading, pointer, `must be a number from ${least} to ${most}`)
}

function refuse({ problems }: Reading, pointer: string, detail: string): undefined {
  if (problems.length <= MAX_PROBLEMS) problems.push({ pointer, detail })
  return undefined
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const at = (pointer: string, name: string): string =>
  `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** The one symbol of a record's `type` field. */
export function tagOf(branch: AvroSchema): string {
  const fields = (branch as AvroNamed).fields ?? []
  const type = fields.find(({ name }) => name === 'type')?.type
  return (type as AvroNamed | undefined)?.symbols?.[0] ?? String((branch as AvroNamed).name)
}

/** Types by full and short name, so that a later mention finds the definition. */
export function namedTypes(
  schema: AvroSchema,
  found: Map<string, AvroNamed>,
): ReadonlyMap<string, AvroNamed> {
  if (Array.isArray(schema)) for (const branch of schema) namedTypes(branch, found)
  if (typeof schema === 'string' || Array.isArray(schema)) return found
  const named = schema as AvroNamed
  if (named.name && named.fields) {
    found.set(named.name, named)
    if (named.namespace) found.set(`${named.namespace}.${named.name}`, named)
  }
  for (const field of named.fields ?? []) namedTypes(field.type, found)
  if (named.items) namedTypes(named.items, found)
  return found
}
