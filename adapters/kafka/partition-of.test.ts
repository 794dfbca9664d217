import { equal } from 'node:assert/strict'
import fc from 'fast-check'
import { Partitioners } from 'kafkajs'
import { test } from 'vitest'
import { partitionOfKey } from './partition-of.ts'

test('a key has the partition that kafkajs, and so the Java client, gives it', () => {
  const theirs = Partitioners.DefaultPartitioner()
  const keys = fc.uint8Array({ maxLength: 60 })
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 64 }), (bytes, count) => {
      const key = Buffer.from(bytes)
      const partitionMetadata = Array.from({ length: count }, (_, partitionId) => {
        return { partitionId, leader: 0, partitionErrorCode: 0, replicas: [], isr: [] }
      })
      const expected = theirs({ topic: 't', partitionMetadata, message: { key, value: null } })
      equal(partitionOfKey(key, count), expected)
    }),
  )
})
