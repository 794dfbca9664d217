/** A record as kafkajs hands it to its encoder. */
export interface WireRecord {
  readonly offsetDelta?: number
  readonly timestampDelta?: number
  readonly key?: unknown
  readonly value?: unknown
  readonly headers?: Readonly<Record<string, unknown>>
}

/** What its batch encoder asks of a record. */
export interface EncodedRecord {
  readonly buf: Buffer
  readonly buffer: Buffer
}
export type EncodeRecord = (record: WireRecord) => EncodedRecord

/**
 * Encodes a record of the message format v2 into one allocation; kafkajs makes three for each header. What it does not
 * know (a list of header values, text as a key) goes to the original.
 */
export const recordEncoder =
  (original: EncodeRecord): EncodeRecord =>
  (record) => {
    const { offsetDelta = 0, timestampDelta = 0, key = null, value = null, headers = {} } = record
    if (!isSmall(offsetDelta) || !isSmall(timestampDelta)) return original(record)
    if (!isBytes(key) || !isBytes(value)) return original(record)
    const names = Object.keys(headers)
    let headerBytes = sizeOfVarInt(names.length)
    for (let nth = 0; nth < names.length; nth++) {
      const held = headers[names[nth]!]
      if (typeof held !== 'string' && !Buffer.isBuffer(held)) return original(record)
      const length = typeof held === 'string' ? Buffer.byteLength(held) : held.length
      valueLengths[nth] = length
      headerBytes += encodedName(names[nth]!).length + sizeOfVarInt(length) + length
    }
    const body =
      1 +
      sizeOfVarInt(timestampDelta) +
      sizeOfVarInt(offsetDelta) +
      sizeOfBytes(key) +
      sizeOfBytes(value) +
      headerBytes
    const bytes = Buffer.allocUnsafe(sizeOfVarInt(body) + body)
    let at = writeVarInt(bytes, 0, body)
    bytes[at++] = 0 // attributes: none are in use
    at = writeVarInt(bytes, at, timestampDelta)
    at = writeVarInt(bytes, at, offsetDelta)
    at = writeBytes(bytes, at, key)
    at = writeBytes(bytes, at, value)
    at = writeVarInt(bytes, at, names.length)
    for (let nth = 0; nth < names.length; nth++) {
      const name = encodedName(names[nth]!)
      bytes.set(name, at)
      at = writeVarInt(bytes, at + name.length, valueLengths[nth]!)
      at += putHeader(bytes, at, headers[names[nth]!] as string | Buffer)
    }
    return { buf: bytes, buffer: bytes }
  }

/** Byte lengths of the header values of the record in hand: encoding never waits. */
const valueLengths: number[] = []

const isSmall = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) < 2 ** 30

const isBytes = (value: unknown): value is Buffer | null => value === null || Buffer.isBuffer(value)

const putHeader = (bytes: Buffer, at: number, value: string | Buffer): number => {
  if (typeof value === 'string') return bytes.write(value, at)
  bytes.set(value, at)
  return value.length
}

const NAMES_KEPT = 100
const names = new Map<string, Buffer>()

/** A header's name with its length before it. There are ten of ours; whoever makes them up by the record pays for it. */
function encodedName(name: string): Buffer {
  const known = names.get(name)
  if (known) return known
  const text = Buffer.from(name)
  const encoded = Buffer.alloc(sizeOfBytes(text))
  writeBytes(encoded, 0, text)
  if (names.size >= NAMES_KEPT) names.clear()
  names.set(name, encoded)
  return encoded
}

const zigZag = (value: number) => ((value << 1) ^ (value >> 31)) >>> 0

function sizeOfVarInt(value: number): number {
  let size = 1
  for (let left = zigZag(value); left > 127; left >>>= 7) size++
  return size
}

const sizeOfBytes = (value: Buffer | null) =>
  value === null ? 1 : sizeOfVarInt(value.length) + value.length

/** @returns where the next byte goes */
function writeVarInt(bytes: Buffer, from: number, value: number): number {
  let [at, left] = [from, zigZag(value)]
  for (; left > 127; left >>>= 7) bytes[at++] = (left & 127) | 128
  bytes[at++] = left
  return at
}

function writeBytes(bytes: Buffer, at: number, value: Buffer | null): number {
  if (value === null) return writeVarInt(bytes, at, -1)
  const start = writeVarInt(bytes, at, value.length)
  bytes.set(value, start)
  return start + value.length
}
