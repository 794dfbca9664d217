import type { Topic } from '../../core/events/topics.ts'
import { Fault, isRetriable } from '../../core/fault.ts'
import type {
  BatchSession,
  Handled,
  LogRecord,
  PartitionBatch,
} from '../../core/ports/event-log.ts'
import type { LandedEvent, Sink } from '../../core/ports/sink.ts'
import { ParkedShare } from './parked-share.ts'
import { type Parking, parkedRecord, parkingOf } from './parking.ts'
import type { Progress } from './progress.ts'
import { type Checked, checked, decoded, isSound, type SoundRecord } from './reading.ts'
import { Rests } from './rests.ts'
import { type Surroundings, tryAgain } from './surroundings.ts'

export interface LandingSettings {
  /** Group and processor name, such as `landing-postgres` */
  readonly name: string
  /** Events written together: one transaction, one insert */
  readonly batchSize: number
  /** False: the sink takes raw bytes, and only records without a checksum are decoded to see whether they can be */
  readonly decodes: boolean
  readonly parkedShare?: { readonly limit: number; readonly window: number }
}

/** A record that will be written, or set aside. */
type Fate = { readonly landed: Kept } | { readonly record: LogRecord; readonly parking: Parking }

/**
 * Lands one store from the log: what can't be read, or what the store refuses for its content, is parked once;
 * everything else is written, then the watermark moves. The store's own guards make a repeat harmless.
 */
export class LandingRunner {
  readonly #sink: Sink
  readonly #settings: LandingSettings
  readonly #around: Surroundings
  readonly #progress: Progress
  readonly #parkedShare: ParkedShare
  readonly #rests: Rests
  readonly #epochs = new Map<string, number>()

  constructor(deps: {
    sink: Sink
    settings: LandingSettings
    surroundings: Surroundings
    progress: Progress
  }) {
    this.#sink = deps.sink
    this.#settings = deps.settings
    this.#around = deps.surroundings
    this.#progress = deps.progress
    this.#rests = new Rests(deps.settings.name, deps.surroundings)
    const { limit, window } = deps.settings.parkedShare ?? {}
    this.#parkedShare = new ParkedShare(limit, window)
  }

  /** Takes the partitions over at the store: a former member's late writes are refused from here on. */
  async onAssigned(
    partitions: readonly { readonly topic: Topic; readonly partition: number }[],
    signal: AbortSignal,
  ) {
    this.#progress.assigned(partitions)
    const claims = await this.#sink.claim(partitions, signal)
    for (const claim of claims) this.#epochs.set(partitionOf(claim), claim.epoch)
    return claims
  }

  /** @throws Fault when the group has to stop; anything that another try may cure ends in a rest instead */
  async onBatch(batch: PartitionBatch, session: BatchSession): Promise<Handled> {
    this.#progress.arrived(batch)
    let next = batch.records[0]!.offset
    try {
      for (let at = 0; at < batch.records.length && !session.draining(); ) {
        const records = batch.records.slice(at, at + this.#settings.batchSize)
        at += records.length
        const from = next
        next = await this.#land(batch, { records, from }, session.signal)
        this.#progress.moved(batch, next)
      }
      this.#rests.over(batch)
      return { next }
    } catch (error) {
      if (session.signal.aborted) return { next }
      // Fenced: another member holds the partition. Only the group can say which of us is right.
      if (!isRetriable(error) || (error as Fault).code === 'landing.fenced') throw error
      return { next, pauseMs: this.#rests.after(batch, error as Fault) }
    } finally {
      this.#rests.measureLag(batch, next)
    }
  }

  /** @returns the offset after the last record, once all are written or parked */
  async #land(
    batch: PartitionBatch,
    piece: { readonly records: readonly LogRecord[]; readonly from: number },
    signal: AbortSignal,
  ): Promise<number> {
    const startedAt = this.#around.clock()
    const { codec, maxRecordBytes, meter, clock } = this.#around
    const sound = checked(piece.records, maxRecordBytes)
    const values = sound.filter(isSound).map(({ value }) => value)
    await tryAgain('internalApi', (trying) => codec.prepare(values, trying), this.#around, signal)
    const fates = sound.map((one) => this.#fate(one))
    const next = piece.records.at(-1)!.offset + 1
    const written = await this.#write(batch, { fates, from: piece.from, next }, signal)
    await this.#park(written, signal)
    this.#account(written)
    const processor = this.#settings.name
    meter.observe('hirestream_chunk_seconds', { processor }, (clock() - startedAt) / 1000)
    return next
  }

  #fate(one: Checked): Fate {
    if (!isSound(one)) return one
    const { topic } = one.record
    // A raw record with a checksum was encoded by us: what its schema allows, the store takes.
    if (!this.#settings.decodes && one.verified) return { landed: this.#rawEvent(one) }
    const read = decoded(this.#around.codec, topic, one)
    if ('parking' in read) return read
    return { landed: landedEvent(one, () => read.event) }
  }

  #rawEvent(one: SoundRecord): Kept {
    return landedEvent(one, () => this.#around.codec.decode(one.record.topic, one.value))
  }

  /** Writes what can be written; an event that the store refuses is taken out and parked. */
  async #write(
    { topic, partition, end }: PartitionBatch,
    piece: { readonly fates: readonly Fate[]; readonly from: number; readonly next: number },
    signal: AbortSignal,
  ): Promise<readonly Fate[]> {
    const epoch = this.#epochs.get(partitionOf({ topic, partition })) ?? 0
    let { fates } = piece
    for (;;) {
      const events = fates.flatMap((fate) => ('landed' in fate ? [fate.landed] : []))
      const { from, next } = piece
      const write = (trying: AbortSignal) =>
        this.#sink.write({ topic, partition, epoch, from, next, end, events }, trying)
      try {
        await tryAgain('database', write, this.#around, signal)
        return fates
      } catch (error) {
        const offset = refusedOffset(error)
        if (signal.aborted || isRetriable(error) || offset === null) throw error
        fates = fates.map((fate) => (isAt(fate, offset) ? setAside(fate, error) : fate))
      }
    }
  }

  async #park(fates: readonly Fate[], signal: AbortSignal): Promise<void> {
    const { parkingKey: key, clock, publisher } = this.#around
    const lot = { processor: this.#settings.name, key, clock }
    const publications = fates.flatMap((fate) =>
      'parking' in fate
        ? [parkedRecord(lot, fate.record, { ...fate.parking, tenantId: null })]
        : [],
    )
    await publisher.publish(publications, signal)
  }

  #account(fates: readonly Fate[]): void {
    const processor = this.#settings.name
    const parked = fates.filter((fate) => 'parking' in fate)
    const landed = fates.length - parked.length
    const { meter } = this.#around
    meter.count('hirestream_records_total', { processor, outcome: 'done', reason: '' }, landed)
    for (const { parking } of parked) {
      const labels = { processor, outcome: 'parked', reason: parking.reason }
      meter.count('hirestream_records_total', labels)
    }
    for (const fate of fates) this.#parkedShare.record('parking' in fate)
    if (this.#parkedShare.isTooHigh()) {
      const detail = `${processor}: too many of the last records were parked; see hirestream_records_total`
      throw new Fault('event_log.parking_too_much', detail)
    }
  }
}

const partitionOf = ({ topic, partition }: { topic: Topic; partition: number }) =>
  `${topic}/${partition}`

/** A LandedEvent that keeps its record, so that it can still be parked. */
interface Kept extends LandedEvent {
  readonly record: LogRecord
}

function landedEvent({ record, value }: SoundRecord, event: LandedEvent['event']): Kept {
  const { topic, partition, offset, timestamp } = record
  return { record, topic, partition, offset, timestamp, event, raw: value }
}

const isAt = (fate: Fate, offset: number) => 'landed' in fate && fate.landed.offset === offset

function setAside(fate: Fate, error: unknown): Fate {
  return 'landed' in fate ? { record: fate.landed.record, parking: parkingOf(error) } : fate
}

/** Sinks name the one event they refuse: `offset 123: why` (core/ports/sink.ts). */
function refusedOffset(error: unknown): number | null {
  if (!(error instanceof Fault)) return null
  const named = /offset (\d+):/.exec(error.message)
  return named ? Number(named[1]) : null
}
