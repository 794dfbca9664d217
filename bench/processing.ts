// A compute processor, Kafka to Kafka: our runtime (order by key, parking, watermark, checksums, CloudEvents headers,
// one send in flight a partition) beside a bare kafkajs loop that does the same Avro work without any of it.
// First how many events a second, then how long one takes from appended to result appended at 500 a second.
// Usage: node bench/processing.ts [events] [rounds] [seconds at 500/s], with KAFKA_BROKERS.
import { quantile } from './harness/figures.ts'
import { stopwatch } from './harness/stopwatch.ts'
import { interleaved, report, type Way } from './harness.ts'
import { appendedTimes, OFFERED_A_SECOND, offer } from './processing/appended.ts'
import { deleteTopics, fill, INPUT, openTopic } from './processing/input.ts'
import { type LoopProcess, startLoop } from './processing/loop-process.ts'

const [EVENTS = 300_000, ROUNDS = 5, SECONDS = 20] = process.argv
  .slice(2)
  .map(Number)
  .filter(Number.isFinite)
const LOOPS = ['bare loop', 'ours'] as const
let nth = 0

/** All that lies in the input, to the last result acknowledged. */
const throughput = (name: string, loop: LoopProcess): Way => ({
  name,
  async round() {
    const output = await openTopic(`out${++nth}`)
    const watch = stopwatch(EVENTS)
    const took = await loop.run({
      ...{ input: INPUT, output: output.prefix, group: `group${nth}`, events: EVENTS },
      began: watch.start,
    })
    const measured = watch.stop(took)
    await output.close()
    return measured
  },
})

/** At a steady pace; milliseconds from appended to result appended, by the broker's clock. */
const paced = (name: string, loop: LoopProcess): Way => ({
  name: `${name}, ${OFFERED_A_SECOND}/s`,
  async round() {
    const [input, output] = [await openTopic(`paced${++nth}`), await openTopic(`answers${nth}`)]
    const events = OFFERED_A_SECOND * SECONDS
    const prefixes = { input: input.prefix, output: output.prefix }
    const running = loop.run({ ...prefixes, group: `paced${nth}`, events, began() {} })
    await loop.joined()
    await offer(input.prefix, SECONDS)
    const { seconds, cpuSeconds } = await running
    const times = await appendedTimes(input.prefix, output.prefix, events)
    await Promise.all([input.close(), output.close()])
    const [p50Ms, p99Ms] = [quantile(times, 0.5), quantile(times, 0.99)]
    return { p50Ms, p99Ms, mostMs: Math.max(...times), clientCpuShare: cpuSeconds / seconds }
  },
})

await fill(EVENTS)
const loops = await Promise.all(LOOPS.map(startLoop))
const stop = () => {
  for (const loop of loops) loop.stop()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
try {
  const flatOut = LOOPS.map((name, at) => throughput(name, loops[at]!))
  const steady = LOOPS.map((name, at) => paced(name, loops[at]!))
  const measured = {
    ...(await interleaved(flatOut, ROUNDS, { name: 'bare loop', figure: 'seconds' })),
    ...(await interleaved(steady, ROUNDS)),
  }
  report({ bench: 'processing', events: EVENTS, rounds: ROUNDS, secondsPaced: SECONDS, measured })
} finally {
  stop()
  await deleteTopics()
}
