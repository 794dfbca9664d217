import { runNode } from '../../test/world/node-process.ts'
import { kafka } from './input.ts'

export const OFFERED_A_SECOND = 500
const PATIENCE_MS = 30_000

/** Offers events at a steady pace, from a process of its own: what is measured must not wait for who measures. */
export async function offer(prefix: string, seconds: number): Promise<void> {
  const args = ['bench/processing/offer.ts', prefix, String(OFFERED_A_SECOND), String(seconds)]
  const { ended } = runNode(args, { env: process.env })
  const { code, output } = await ended
  if (code !== 0) throw new Error(output)
}

/** Milliseconds from an event appended to its first result appended, of all events. */
export async function appendedTimes(
  input: string,
  output: string,
  count: number,
): Promise<number[]> {
  const [asked, answered] = [`${input}scores`, `${output}scores`]
  const times = { [asked]: new Map<string, number>(), [answered]: new Map<string, number>() }
  const consumer = kafka.consumer({ groupId: `times.${input}` })
  await consumer.connect()
  await consumer.subscribe({ topics: [asked, answered], fromBeginning: true })
  const complete = Promise.withResolvers<void>()
  const late = setTimeout(
    () => complete.reject(new Error(`${times[answered]!.size} results of ${count}`)),
    PATIENCE_MS,
  )
  await consumer.run({
    async eachBatch({ batch }) {
      const seen = times[batch.topic]!
      for (const { key, timestamp } of batch.messages) {
        const id = String(key)
        if (!seen.has(id)) seen.set(id, Number(timestamp))
      }
      if (Object.values(times).every(({ size }) => size === count)) complete.resolve()
    },
  })
  await complete.promise.finally(() => consumer.disconnect())
  clearTimeout(late)
  return [...times[answered]!].map(([id, at]) => at - times[asked]!.get(id)!)
}
