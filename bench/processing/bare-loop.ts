import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import avro from 'avsc'
import type { ApplicationScored } from '../../core/events/events.generated.ts'
import { kafka } from './input.ts'
import type { Loop } from './loop-main.ts'

const HEADER_BYTES = 5
const schema = readFileSync(join(import.meta.dirname, '../../schemas/avro/scores.avsc'), 'utf8')
const type = avro.Type.forSchema(JSON.parse(schema), { wrapUnions: 'auto' } as never)

/** What one writes in an afternoon: eachBatch, decode, change, encode, send the batch, let kafkajs commit. */
export const bareLoop: Loop = async ({ input, output, group, joined, began, appended }) => {
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 })
  const producer = kafka.producer()
  await Promise.all([consumer.connect(), producer.connect()])
  await consumer.subscribe({ topic: `${input}scores`, fromBeginning: true })
  consumer.on(consumer.events.GROUP_JOIN, joined)
  await consumer.run({
    async eachBatch({ batch }) {
      began()
      const messages = batch.messages.map(({ key, value }) => {
        const score = type.fromBuffer(value!.subarray(HEADER_BYTES)) as ApplicationScored
        const body = type.toBuffer({ ...score, revision: score.revision + 1 })
        return { key, value: Buffer.concat([value!.subarray(0, HEADER_BYTES), body]) }
      })
      await producer.send({ topic: `${output}scores`, messages, acks: -1 })
      appended(messages.length)
    },
  })
  return async () => {
    await consumer.disconnect()
    await producer.disconnect()
  }
}
