import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { Fault } from '../../core/fault.ts'
import { type Outgoing, type PartitionMessages, PartitionSender } from './partition-sender.ts'

const record = (partition: number, name: string): Outgoing => ({
  topic: 't',
  partition,
  key: Buffer.from('k'),
  value: Buffer.from(name),
  headers: {},
})
const names = ({ records }: PartitionMessages) => records.map(({ value }) => String(value))

/** A broker in memory: what it appended, by partition, and how its answers can be lost. */
function aBroker(answer: (request: number) => Promise<void> = async () => {}) {
  const log = new Map<number, string[]>()
  const inFlight = new Map<number, number>()
  let most = 0
  let requests = 0
  const send = async (partitions: readonly PartitionMessages[]) => {
    const request = requests++
    for (const part of partitions) {
      const open = (inFlight.get(part.partition) ?? 0) + 1
      inFlight.set(part.partition, open)
      most = Math.max(most, open)
      log.set(part.partition, [...(log.get(part.partition) ?? []), ...names(part)])
    }
    try {
      await answer(request)
    } finally {
      for (const { partition } of partitions) inFlight.set(partition, inFlight.get(partition)! - 1)
    }
  }
  return { send, log, most: () => most, requests: () => requests }
}

const LIMITS = { maxBytes: 1000, maxRecords: 100, attempts: 3, backoffMs: () => 0 }

test('a lost response repeats records and never loses or swaps them', async () => {
  const broker = aBroker(async (request) => {
    if (request === 0) throw new Fault('event_log.unavailable', 'lost')
  })
  const sender = new PartitionSender(broker.send, LIMITS)
  // B is sent while A's answer is being lost: with overlapping sends, A would vanish or swap.
  const a = sender.send([record(0, 'A')])
  await new Promise((resolve) => setImmediate(resolve))
  const b = sender.send([record(0, 'B')])
  await Promise.all([a, b])
  deepEqual(broker.log.get(0), ['A', 'A', 'B'])
})

test('one request in flight a partition; what comes meanwhile goes together', async () => {
  const gate = Promise.withResolvers<void>()
  const broker = aBroker(async (request) => (request === 0 ? gate.promise : undefined))
  const sender = new PartitionSender(broker.send, LIMITS)
  const first = sender.send([record(0, '1')])
  await new Promise((resolve) => setImmediate(resolve))
  const rest = ['2', '3', '4'].map((name) => sender.send([record(0, name)]))
  const other = sender.send([record(1, 'other')])
  await other // another partition waits for nobody
  gate.resolve()
  await Promise.all([first, ...rest])
  deepEqual(broker.log.get(0), ['1', '2', '3', '4'])
  deepEqual([broker.most(), broker.requests()], [1, 3])
})

test('a partition’s part of a request stays under its limit', async () => {
  const broker = aBroker()
  const sender = new PartitionSender(broker.send, { ...LIMITS, maxBytes: 250 })
  await sender.send(['1', '2', '3', '4', '5'].map((name) => record(0, name)))
  deepEqual(broker.log.get(0), ['1', '2', '3', '4', '5'])
  equal(broker.requests(), 2)
})

test('after the last try the records fail, and later ones go on', async () => {
  const broker = aBroker(async (request) => {
    if (request < 3) throw new Fault('event_log.unavailable', 'away')
  })
  const sender = new PartitionSender(broker.send, LIMITS)
  await rejects(sender.send([record(0, 'A')]), /event_log\.unavailable/)
  await sender.send([record(0, 'B')])
  await sender.drained()
  equal(broker.log.get(0)!.at(-1), 'B')
})
