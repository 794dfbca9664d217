import type { ApplicationScored } from '../../core/events/events.generated.ts'
import type { Place } from './score-row.ts'

/** ClickHouse's RowBinary, into one buffer that grows with what is written. */
class RowBinary {
  #bytes = Buffer.allocUnsafe(1 << 20)
  #at = 0

  taken(): Buffer {
    const taken = this.#bytes.subarray(0, this.#at)
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length)
    this.#at = 0
    return taken
  }

  #room(size: number): void {
    if (this.#at + size <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2)
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }

  size(value: number): void {
    this.#room(5)
    let rest = value
    for (; rest > 127; rest >>>= 7) this.#bytes[this.#at++] = (rest & 127) | 128
    this.#bytes[this.#at++] = rest
  }

  text(value: string): void {
    const length = Buffer.byteLength(value)
    this.size(length)
    this.#room(length)
    this.#at += this.#bytes.write(value, this.#at)
  }

  byte(value: number): void {
    this.#room(1)
    this.#bytes[this.#at++] = value
  }

  integer(value: number, bytes: 2 | 4 | 8): void {
    this.#room(8)
    if (bytes === 8) {
      this.#bytes.writeUInt32LE(value % 2 ** 32, this.#at)
      this.#bytes.writeUInt32LE(Math.floor(value / 2 ** 32), this.#at + 4)
    } else this.#bytes.writeUIntLE(value, this.#at, bytes)
    this.#at += bytes
  }

  double(value: number): void {
    this.#room(8)
    this.#at = this.#bytes.writeDoubleLE(value, this.#at)
  }

  /** Two little-endian halves. */
  uuid(value: string): void {
    this.#room(16)
    this.#bytes.write(value.replaceAll('-', ''), this.#at, 'hex')
    for (const half of [this.#at, this.#at + 8]) this.#bytes.subarray(half, half + 8).reverse()
    this.#at += 16
  }

  orNull<T>(value: T | null, write: (value: T) => void): void {
    this.byte(value === null ? 1 : 0)
    if (value !== null) write(value)
  }

  list<T>(values: readonly T[], write: (value: T) => void): void {
    this.size(values.length)
    for (const value of values) write(value)
  }
}

const out = new RowBinary()
const text = (value: string) => out.text(value)
const double = (value: number) => out.double(value)

/** The rows of a batch, in the order of score_fact's columns. */
export function rowBinaryOf(rows: readonly (readonly [ApplicationScored, Place])[]): Buffer {
  for (const [event, place] of rows) writeRow(event, place)
  return out.taken()
}

function writeRow(event: ApplicationScored, place: Place): void {
  const { tenantId, eventId, applicationId, candidateId, jobId } = event
  for (const id of [tenantId, eventId, applicationId, candidateId, jobId]) out.uuid(id)
  out.integer(event.generation, 4)
  out.integer(event.revision, 8)
  text(event.kind)
  out.orNull(event.overall, double)
  text(event.band)
  const { skills, experience, culture, trajectory, relevance } = event.components
  for (const one of [skills, experience, culture, trajectory, relevance]) out.orNull(one, double)
  for (const { skills, experience, culture, trajectory, relevance } of [
    event.weights,
    event.attributions,
  ]) {
    for (const one of [skills, experience, culture, trajectory, relevance]) double(one)
  }
  out.list(event.missing, ({ component, reason }) => {
    text(component)
    text(reason)
  })
  out.list(event.requirements, (one) => {
    text(one.requirement)
    out.byte(one.required ? 1 : 0)
    text(one.result)
    double(one.similarity)
    out.orNull(one.years, double)
  })
  out.integer(event.jobVersion, 8)
  out.uuid(event.profileId)
  text(event.parserVersion)
  for (const one of [event.embeddingModel, event.rubricDigest, event.judgeModel]) {
    out.orNull(one, text)
  }
  text(event.scorerVersion)
  out.integer(event.appliedAt, 8)
  out.integer(event.scoredAt, 8)
  out.integer(place.partition, 2)
  out.integer(Number(place.offset), 8)
  out.integer(Number(place.timestamp), 8)
}
