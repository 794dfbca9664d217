// A compute processor, Kafka to Kafka: our runtime (order by key, parking, watermark, checksums, CloudEvents headers,
// one send in flight a partition) beside a bare kafkajs loop that does the same Avro work without any of it.
// First how many events a second, then how long one takes from appended to result appended at 500 a second.
// Usage: node bench/processing.ts [events] [rounds] [seconds at 500/s], with KAFKA_BROKERS.
import { appendedTimes, OFFERED_A_SECOND, offer } from './processing/appended.ts'
import { bareLoop } from './processing/bare-loop.ts'
import { closeInput, fill, INPUT, openOutput } from './processing/input.ts'
import { ours } from './processing/ours.ts'
import { comparison, rounds, type Way } from './harness/rounds.ts'
import { quantile, rounded, spread } from './harness/statistics.ts'

const [EVENTS = 300_000, ROUNDS = 5, SECONDS = 20] = process.argv
  .slice(2)
  .map(Number)
  .filter(Number.isFinite)

/** Reads all of a topic, publishes as many. @returns what ends it */
export type Loop = (run: LoopRun) => Promise<() => Promise<void>>

export interface LoopRun {
  /** Prefixes of the topic that is read and of the one that is written */
  readonly input: string
  readonly output: string
  readonly group: string
  readonly began: () => void
  /** Told how many results are acknowledged, each time */
  readonly appended: (events: number) => void
}

const LOOPS: Readonly<Record<string, Loop>> = { 'bare loop': bareLoop, ours }

const throughput =
  (loop: Loop): Way =>
  async (watch, nth) => {
    const output = await openOutput(`out${nth}`)
    const done = Promise.withResolvers<void>()
    let count = 0
    const stop = await loop({
      input: INPUT,
      output: output.prefix,
      group: `group${nth}`,
      began: watch.start,
      appended: (events) => {
        count += events
        if (count >= EVENTS) done.resolve()
      },
    })
    await done.promise
    watch.stop()
    await stop()
    if (count !== EVENTS) throw new Error(`${count} results of ${EVENTS} events`)
    await output.close()
  }

/** Milliseconds from appended to result appended, by the broker's clock, of every event of one run. */
async function latencies(loop: Loop, nth: number): Promise<number[]> {
  const [input, output] = [await openOutput(`paced${nth}`), await openOutput(`answers${nth}`)]
  const { prefix } = input
  const run = { input: prefix, output: output.prefix, group: `paced${nth}` }
  const stop = await loop({ ...run, began() {}, appended() {} })
  const sent = await offer(prefix, SECONDS)
  const times = await appendedTimes(prefix, output.prefix, sent)
  await stop()
  await Promise.all([input.close(), output.close()])
  return times
}

async function main(): Promise<void> {
  await fill(EVENTS)
  const ways = Object.entries(LOOPS).map(([name, loop]) => [name, throughput(loop)] as const)
  const runs = await rounds(Object.fromEntries(ways), ROUNDS, (name, { seconds }) => {
    process.stderr.write(`${name}: ${Math.round(EVENTS / seconds)} events/s\n`)
  })
  const p99s = new Map<string, number[]>(Object.keys(LOOPS).map((name) => [name, []]))
  let nth = 0
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, loop] of Object.entries(LOOPS)) {
      const times = await latencies(loop, ++nth)
      const p99 = quantile(times, 0.99)
      process.stderr.write(`${name}: p50 ${quantile(times, 0.5)} ms, p99 ${p99} ms\n`)
      p99s.get(name)!.push(p99)
    }
  }
  const results = comparison(runs, 'bare loop', EVENTS).map((one) => {
    const p99 = p99s.get(one.name)!
    return { ...one, p99Ms: rounded(quantile(p99, 0.5)), p99MsSpread: spread(p99) }
  })
  const head = { bench: 'processing', events: EVENTS, rounds: ROUNDS, pacedASecond: OFFERED_A_SECOND }
  process.stdout.write(`${JSON.stringify({ ...head, results }, null, 2)}\n`)
}

await main().finally(closeInput)
