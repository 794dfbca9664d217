/** What kafkajs knows of the batch that a record lies in. */
export interface BatchContext {
  readonly firstOffset: string
  readonly firstTimestamp: string
  readonly maxTimestamp: string
  readonly magicByte: number
  readonly timestampType: number
  readonly isControlBatch?: boolean
}

export interface WireDecoder {
  readonly buffer: Buffer
}
export interface DecodedRecord {
  readonly magicByte: number
  readonly attributes: number
  readonly timestamp: string
  readonly offset: string
  readonly key: Buffer | null
  readonly value: Buffer | null
  readonly headers: Record<string, unknown>
  readonly isControlRecord: boolean
  readonly batchContext: BatchContext
}
export type DecodeRecord = (decoder: WireDecoder, context: BatchContext) => DecodedRecord

const LOG_APPEND_TIME = 1

/**
 * Decodes a record of the message format v2, header values as text. kafkajs copies all headers before it for each one and
 * counts offsets in big integers.
 */
export function decodeRecord({ buffer }: WireDecoder, context: BatchContext): DecodedRecord {
  const reader = new Reader(buffer)
  const attributes = reader.byte()
  const timestampDelta = reader.varInt()
  const offsetDelta = reader.varInt()
  const key = reader.bytes()
  const value = reader.bytes()
  const { firstOffset, firstTimestamp, maxTimestamp, magicByte, timestampType } = context
  return {
    magicByte,
    attributes,
    timestamp:
      timestampType === LOG_APPEND_TIME && maxTimestamp
        ? maxTimestamp
        : String(Number(firstTimestamp) + timestampDelta),
    offset: String(Number(firstOffset) + offsetDelta),
    key,
    value,
    headers: reader.headers(),
    isControlRecord: context.isControlBatch ?? false,
    batchContext: context,
  }
}

class Reader {
  readonly #buffer: Buffer
  #at = 0

  constructor(buffer: Buffer) {
    this.#buffer = buffer
  }

  byte(): number {
    return this.#buffer.readInt8(this.#at++)
  }

  /** Up to 2^53: more than any length, delta of offsets or of milliseconds. */
  varInt(): number {
    let [result, scale] = [0, 1]
    for (;;) {
      const byte = this.#buffer[this.#at++]
      if (byte === undefined || scale > 2 ** 49) throw new Error('kafka: a record is cut short')
      result += (byte & 127) * scale
      if (byte < 128) return result % 2 === 0 ? result / 2 : -(result + 1) / 2
      scale *= 128
    }
  }

  bytes(): Buffer | null {
    const length = this.varInt()
    if (length < 0) return null
    const from = this.#skip(length)
    return this.#buffer.subarray(from, this.#at)
  }

  headers(): Record<string, unknown> {
    const headers: Record<string, unknown> = {}
    for (let left = this.varInt(); left > 0; left--) {
      const name = this.#name()
      const value = this.#text()
      if (!Object.hasOwn(headers, name)) define(headers, name, value)
      else headers[name] = [headers[name], value].flat()
    }
    return headers
  }

  #name(): string {
    const length = this.varInt()
    const from = this.#skip(Math.max(0, length))
    for (const { name, bytes } of known) {
      if (bytes.length === length && isAt(this.#buffer, from, bytes)) return name
    }
    const name = this.#buffer.toString('utf8', from, this.#at)
    if (known.length < NAMES_KEPT) known.push({ name, bytes: Buffer.from(name) })
    return name
  }

  #text(): string | null {
    const length = this.varInt()
    if (length < 0) return null
    const from = this.#skip(length)
    return this.#buffer.toString('utf8', from, this.#at)
  }

  #skip(length: number): number {
    const from = this.#at
    this.#at += length
    if (this.#at > this.#buffer.length) throw new Error('kafka: a record is cut short')
    return from
  }
}

/** Names are the same in every record: the first few that were met are not made again. */
const known: { readonly name: string; readonly bytes: Buffer }[] = []
const NAMES_KEPT = 20

function isAt(buffer: Buffer, from: number, bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if (buffer[from + at] !== bytes[at]) return false
  return true
}

function define(headers: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') headers[name] = value
  else Object.defineProperty(headers, name, { value, enumerable: true, writable: true })
}
