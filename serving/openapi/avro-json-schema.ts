import { type AvroNamed, type AvroSchema, namedTypes, tagOf } from '../../core/events/avro-json.ts'

/** A JSON schema (2020-12) as OpenAPI 3.1 shows it. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** What `fromJson` accepts for an Avro schema, said as a JSON schema: the docs come from the .avsc too. */
export function jsonSchemaOf(schema: AvroSchema): JsonSchema {
  return describe(schema, namedTypes(schema, new Map()))
}

function describe(schema: AvroSchema, named: ReadonlyMap<string, AvroNamed>): JsonSchema {
  if (Array.isArray(schema)) return union(schema, named)
  if (typeof schema === 'string') {
    const found = named.get(schema)
    return found ? describe(found, named) : (PRIMITIVES[schema] ?? { type: schema })
  }
  const type = schema as AvroNamed
  if (type.type === 'record') return record(type, named)
  if (type.type === 'array') return { type: 'array', items: describe(type.items!, named) }
  if (type.type === 'enum') {
    const { symbols = [] } = type
    return symbols.length === 1 ? { const: symbols[0] } : { type: 'string', enum: symbols }
  }
  const logical = LOGICAL[type.logicalType ?? '']
  return logical ?? describe(type.type, named)
}

function record(type: AvroNamed, named: ReadonlyMap<string, AvroNamed>): JsonSchema {
  const fields = type.fields ?? []
  const properties = Object.fromEntries(
    fields.map(({ name, type: inner, doc, default: usual }) => [
      name,
      {
        ...describe(inner, named),
        ...(doc && { description: doc }),
        ...(usual !== undefined && { default: usual }),
      },
    ]),
  )
  const required = fields.filter((field) => field.default === undefined).map(({ name }) => name)
  const about = type.doc ? { description: type.doc } : {}
  return { type: 'object', ...about, properties, required, additionalProperties: false }
}

function union(branches: readonly AvroSchema[], named: ReadonlyMap<string, AvroNamed>): JsonSchema {
  const others = branches.filter((branch) => branch !== 'null')
  const described = others.map((branch) => ({
    ...(others.length > 1 && { title: tagOf(branch) }),
    ...describe(branch, named),
  }))
  const nullable = others.length < branches.length ? [{ type: 'null' }] : []
  const all = [...described, ...nullable]
  return all.length === 1 ? all[0]! : { anyOf: all }
}

const PRIMITIVES: Record<string, JsonSchema> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  int: { type: 'integer' },
  long: { type: 'integer' },
  double: { type: 'number' },
  float: { type: 'number' },
  bytes: { type: 'string', contentEncoding: 'base64' },
}

const LOGICAL: Record<string, JsonSchema> = {
  uuid: { type: 'string', format: 'uuid' },
  share: { type: 'number', minimum: 0, maximum: 1 },
  percent: { type: 'number', minimum: 0, maximum: 100 },
  'timestamp-millis': {
    anyOf: [
      { type: 'string', format: 'date-time' },
      { type: 'integer', description: 'Milliseconds since 1970, UTC' },
    ],
  },
}
