import avro from 'avsc'
import { Fault } from '../../core/fault.ts'
import { isUuid } from '../../core/ids.ts'

/** avsc's reading position: not in its public types, unchanged since version 5. */
interface Tap {
  readonly buf: Uint8Array
  readonly pos: number
  readLong(): number
  skipLong(): void
  readString(): string
  skipString(): void
}
interface Part {
  _read(tap: Tap): unknown
  _skip(tap: Tap): void
}
interface Blocks extends Part {
  readonly itemsType: Part
  readonly valuesType: Part
}
type Class = new (schema: avro.Schema, options?: object) => avro.Type

const { ArrayType, MapType, LogicalType } = avro.types as unknown as Record<string, Class>

/**
 * Items in the next block. Five bytes can promise fifty million items, so a count that the bytes left can't
 * hold is refused before the first of them: every item of ours takes at least a byte.
 */
function blockSize(tap: Tap): number {
  const count = tap.readLong()
  if (count < 0) tap.skipLong() // the block's size in bytes follows
  const items = Math.abs(count)
  const left = Math.max(0, tap.buf.length - tap.pos) // past the end of a value that was cut short
  if (items > left) throw new Fault('codec.bomb', `${items} items promised, ${left} bytes left`)
  return items
}

function readArray(this: Blocks, tap: Tap): unknown[] {
  const items: unknown[] = []
  for (let n = blockSize(tap); n > 0; n = blockSize(tap)) {
    for (let i = 0; i < n; i++) items.push(this.itemsType._read(tap))
  }
  return items
}

function readMap(this: Blocks, tap: Tap): Record<string, unknown> {
  // No prototype: a key such as __proto__ is only a key.
  const values: Record<string, unknown> = Object.create(null)
  for (let n = blockSize(tap); n > 0; n = blockSize(tap)) {
    for (let i = 0; i < n; i++) values[tap.readString()] = this.valuesType._read(tap)
  }
  return values
}

const skipBlocks = (skipItem: (type: Blocks, tap: Tap) => void) =>
  function skip(this: Blocks, tap: Tap): void {
    for (let n = blockSize(tap); n > 0; n = blockSize(tap)) {
      for (let i = 0; i < n; i++) skipItem(this, tap)
    }
  }

function bounded(Base: Class | undefined, methods: object): Class {
  const Bounded = class extends (Base!) {}
  Object.assign(Bounded.prototype, methods)
  return Bounded
}
const BoundedArray = bounded(ArrayType, {
  _read: readArray,
  _skip: skipBlocks((type, tap) => type.itemsType._skip(tap)),
})
const BoundedMap = bounded(MapType, {
  _read: readMap,
  _skip: skipBlocks((type, tap) => {
    tap.skipString()
    type.valuesType._skip(tap)
  }),
})

/** A logical type that lets a value pass, reading and writing, only when it keeps its rule. */
function ruled<T>(rule: string, holds: (value: T) => boolean): Class {
  const check = (value: T) => {
    if (!holds(value)) throw new Fault('codec.malformed', `a value is no ${rule}`)
    return value
  }
  return bounded(LogicalType, { _fromValue: check, _toValue: check, _resolve: () => check })
}

const within = (least: number, most: number) => (value: number) => value >= least && value <= most

const OPTIONS = {
  wrapUnions: 'auto',
  omitRecordMethods: true,
  logicalTypes: {
    uuid: ruled('uuid', isUuid),
    percent: ruled('percentage (0..100)', within(0, 100)),
    share: ruled('share (0..1)', within(0, 1)),
    // The years 0 to 9999: what every store can hold.
    'timestamp-millis': ruled('time', within(-62_167_219_200_000, 253_402_300_799_999)),
  },
  typeHook(schema: { type?: unknown }, options: object) {
    if (schema?.type === 'array') return new BoundedArray(schema as avro.Schema, options)
    if (schema?.type === 'map') return new BoundedMap(schema as avro.Schema, options)
    return undefined
  },
}

/** An avsc type with our rules in it. */
export const avroType = (schema: unknown): avro.types.RecordType =>
  avro.Type.forSchema(schema as avro.Schema, { ...OPTIONS } as never) as avro.types.RecordType

/**
 * avsc wraps the branches of a union of records under their full names; ours carry a `type` that tells them apart.
 * @returns full name by `type`; empty for a record without such a union
 */
export function payloadBranches(type: avro.types.RecordType): ReadonlyMap<string, string> {
  const payload = type.fields.find(({ name }) => name === 'payload')?.type
  const branches = (payload as { types?: readonly avro.types.RecordType[] } | undefined)?.types
  return new Map(
    (branches ?? []).map((branch) => {
      const tag = branch.fields.find(({ name }) => name === 'type')!.type as avro.types.EnumType
      return [tag.symbols[0]!, branch.name!]
    }),
  )
}
