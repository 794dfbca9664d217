import { afterAll, describe, expect, inject, test } from 'vitest'
import { milvusVectorIndex } from '../../adapters/milvus/milvus-vector-index.ts'
import { openMilvus } from '../../adapters/milvus/open-milvus.ts'
import { openRelay } from './relay.ts'
import { DIMENSION, vectorIndexContract } from './vector-index.ts'

const url = inject('settings').MILVUS_URL!

describe('Milvus', { timeout: 60_000 }, () => {
  const prefix = `t${process.pid}`
  const client = openMilvus({ url })
  const space = {
    generation: 1,
    shards: 1,
    dimension: DIMENSION,
    prefix,
    consistency: 'Strong',
  } as const
  const index = milvusVectorIndex(client, space)

  afterAll(async () => {
    for (const { name } of (await client.showCollections()).data) {
      if (name.startsWith(prefix)) await client.dropCollection({ collection_name: name })
    }
    await client.closeConnection()
  })

  vectorIndexContract('Milvus', async () => index)

  test('two members that start at once make one collection', async () => {
    const both = [1, 2].map(() => milvusVectorIndex(client, { ...space, generation: 2 }))
    const signal = AbortSignal.timeout(50_000)
    expect(await Promise.all(both.map((one) => one.count('t', signal)))).toEqual([0, 0])
  })

  test('away, it is a fault within its time; back, it works again', async () => {
    const relay = await openRelay(new URL(url).port)
    const relayed = openMilvus({ url: relay.url, timeoutMs: 3000 })
    const over = milvusVectorIndex(relayed, { ...space, timeoutMs: 3000 })
    const signal = AbortSignal.timeout(50_000)
    expect(await over.count('t', signal)).toBe(0)
    for (const fail of ['cut', 'stall'] as const) {
      await relay[fail]()
      const lost = over.count('t', signal)
      await expect(lost).rejects.toMatchObject({ code: 'vector_index.unavailable' })
      await relay.mend()
      await expect
        .poll(() => over.count('t', signal).catch(() => 'still away'), { timeout: 20_000 })
        .toBe(0)
    }
    await relayed.closeConnection()
    await relay.close()
  })

  test('what another process wrote is guarded too', async () => {
    const signal = AbortSignal.timeout(50_000)
    const values = Float32Array.from([1, 0, 0, 0])
    const vector = { tenantId: 'guard', applicationId: 'a', candidateId: 'c', jobId: 'j', values }
    await index.upsert([{ ...vector, position: 8 }], signal)
    const other = milvusVectorIndex(client, space)
    // Bounded reading sees a row within seconds, not at once.
    await expect
      .poll(
        async () => {
          await other.upsert([{ ...vector, jobId: 'stale', position: 7 }], signal)
          await index.upsert([{ ...vector, position: 8 }], signal)
          const [hit] = await index.search({ tenantId: 'guard', values, limit: 1 }, signal)
          return hit?.jobId
        },
        { timeout: 20_000 },
      )
      .toBe('j')
  })
})
