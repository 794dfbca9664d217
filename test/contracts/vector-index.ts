import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ApplicationVector, VectorIndex, VectorQuery } from '../../core/ports/vector-index.ts'

export const DIMENSION = 4

/** A vector at an angle from the first axis: nearer angles are more alike. */
const at = (degrees: number): Float32Array => {
  const radians = (degrees * Math.PI) / 180
  return Float32Array.from([Math.cos(radians), Math.sin(radians), 0, 0])
}

/**
 * What every vector index does. Called by each adapter's own test file.
 * @param open  an index of `DIMENSION` that sees its own writes at once; all tests may share it
 */
export function vectorIndexContract(name: string, open: () => Promise<VectorIndex>): void {
  const signal = AbortSignal.timeout(120_000)
  const fresh = async () => {
    const index = await open()
    const tenantId = randomUUID()
    const vector = (overrides: Partial<ApplicationVector> = {}): ApplicationVector => ({
      tenantId,
      applicationId: randomUUID(),
      candidateId: randomUUID(),
      jobId: 'job-1',
      values: at(0),
      position: 1,
      ...overrides,
    })
    const found = async (overrides: Partial<VectorQuery> = {}) => {
      const query = { tenantId, values: at(0), limit: 10, ...overrides }
      return (await index.search(query, signal)).map((hit) => hit.applicationId)
    }
    return { index, tenantId, vector, found }
  }

  test(`${name}: best first, each with its similarity`, async () => {
    const { index, tenantId, vector } = await fresh()
    const angles = [60, 0, 30].map((degrees) => vector({ values: at(degrees) }))
    await index.upsert(angles, signal)
    const hits = await index.search({ tenantId, values: at(0), limit: 2 }, signal)
    expect(hits.map(({ applicationId }) => applicationId)).toEqual(
      [angles[1], angles[2]].map((vector) => vector?.applicationId),
    )
    expect(hits[1]).toMatchObject({ jobId: 'job-1', candidateId: angles[2]?.candidateId })
    expect(hits[1]?.similarity).toBeCloseTo(Math.cos(Math.PI / 6), 3)
  })

  test(`${name}: a repeated upsert leaves one vector an application`, async () => {
    const { index, tenantId, vector } = await fresh()
    const one = vector()
    for (const _ of [1, 2, 3]) await index.upsert([one], signal)
    expect(await index.count(tenantId, signal)).toBe(1)
  })

  test(`${name}: a batch may hold a key several times: the highest position wins`, async () => {
    const { index, tenantId, vector } = await fresh()
    const newest = vector({ position: 9, values: at(10) })
    await index.upsert(
      [{ ...newest, position: 3, values: at(80) }, newest, { ...newest, position: 5 }],
      signal,
    )
    expect(await index.count(tenantId, signal)).toBe(1)
    const [hit] = await index.search({ tenantId, values: at(10), limit: 1 }, signal)
    expect(hit?.similarity).toBeCloseTo(1, 4)
  })

  test(`${name}: an older vector never replaces a newer one`, async () => {
    const { index, tenantId, vector } = await fresh()
    const newest = vector({ position: 5, values: at(0) })
    await index.upsert([newest], signal)
    await index.upsert([{ ...newest, position: 4, values: at(90) }], signal)
    const [hit] = await index.search({ tenantId, values: at(0), limit: 1 }, signal)
    expect(hit?.similarity).toBeCloseTo(1, 4)
  })

  test(`${name}: a newer vector replaces an older one`, async () => {
    const { index, tenantId, vector } = await fresh()
    const old = vector({ position: 5, values: at(90) })
    await index.upsert([old], signal)
    await index.upsert([{ ...old, position: 6, values: at(0) }], signal)
    const hits = await index.search({ tenantId, values: at(0), limit: 5 }, signal)
    expect(hits.length).toBe(1)
    expect(hits[0]?.similarity).toBeCloseTo(1, 4)
  })

  test(`${name}: one tenant never sees another's`, async () => {
    const [ours, theirs] = [await fresh(), await fresh()]
    await ours.index.upsert([ours.vector()], signal)
    await theirs.index.upsert([theirs.vector()], signal)
    expect((await ours.found()).length).toBe(1)
    expect(await theirs.index.count(theirs.tenantId, signal)).toBe(1)
  })

  for (const word of [
    '" or tenant_id != "',
    `' or position >= 0 or job_id == '`,
    '\\',
    'line\n\u0000end\u007f',
    '\\" or 1 == 1 or "a" == "',
  ]) {
    test(`${name}: ${JSON.stringify(word)} is a value, never a condition`, async () => {
      const { index, vector, found } = await fresh()
      const named = vector({ jobId: word })
      await index.upsert([vector(), named], signal)
      expect(await found({ jobId: word })).toEqual([named.applicationId])
      expect(await found({ tenantId: word })).toEqual([])
      await index.deleteCandidate(word, word, signal)
      expect((await found()).length).toBe(2)
    })
  }

  test(`${name}: a search may be narrowed to one job`, async () => {
    const { index, vector, found } = await fresh()
    const other = vector({ jobId: 'job-2' })
    await index.upsert([vector(), other], signal)
    expect(await found({ jobId: 'job-2' })).toEqual([other.applicationId])
  })

  test(`${name}: one candidate is found once, by the best application`, async () => {
    const { index, vector, found } = await fresh()
    const near = vector({ values: at(0) })
    const { candidateId } = near
    const alike = [10, 20, 30, 40, 50].map((degrees) =>
      vector({ candidateId, values: at(degrees) }),
    )
    const other = vector({ values: at(60) })
    await index.upsert([near, ...alike, other], signal)
    expect(await found({ limit: 2 })).toEqual([near.applicationId, other.applicationId])
  })

  test(`${name}: who is erased stays erased, though the log is replayed`, async () => {
    const { index, tenantId, vector } = await fresh()
    const [gone, stays] = [vector(), vector()]
    await index.upsert([gone, stays], signal)
    for (const _ of [1, 2]) await index.deleteCandidate(tenantId, gone.candidateId, signal)
    await index.upsert([{ ...gone, position: 7 }, stays], signal)
    expect(await index.count(tenantId, signal)).toBe(1)
  })

  test(`${name}: a merged candidate's vectors are the other's, before and after`, async () => {
    const { index, tenantId, vector, found } = await fresh()
    const [kept, merged] = [vector({ values: at(20) }), vector({ values: at(0) })]
    await index.upsert([kept, merged], signal)
    const merge = { tenantId, candidateId: merged.candidateId, into: kept.candidateId }
    await index.mergeCandidate(merge, signal)
    expect(await found()).toEqual([merged.applicationId])
    await index.upsert([vector({ candidateId: merged.candidateId, values: at(30) })], signal)
    expect((await found()).length).toBe(1)
    await index.deleteCandidate(tenantId, kept.candidateId, signal)
    expect(await index.count(tenantId, signal)).toBe(0)
  })

  for (const [why, values] of [
    ['another dimension', Float32Array.from([1, 0])],
    ['not a number', Float32Array.from([Number.NaN, 0, 0, 0])],
    ['no direction', new Float32Array(DIMENSION)],
  ] as const) {
    test(`${name}: a vector with ${why} is refused, and nothing of its batch lands`, async () => {
      const { index, tenantId, vector } = await fresh()
      const batch = [vector(), vector({ values })]
      await expect(index.upsert(batch, signal)).rejects.toMatchObject({
        code: 'vector_index.bad_vector',
      })
      const query = { tenantId, values, limit: 1 }
      await expect(index.search(query, signal)).rejects.toMatchObject({
        code: 'vector_index.bad_vector',
      })
      expect(await index.count(tenantId, signal)).toBe(0)
    })
  }

  test(`${name}: no call goes without a tenant`, async () => {
    const { index, vector, found } = await fresh()
    const refused = { code: 'vector_index.no_tenant' }
    await expect(index.upsert([vector({ tenantId: '' })], signal)).rejects.toMatchObject(refused)
    await expect(found({ tenantId: '' })).rejects.toMatchObject(refused)
    await expect(index.deleteCandidate('', 'c', signal)).rejects.toMatchObject(refused)
    await expect(index.count('', signal)).rejects.toMatchObject(refused)
  })

  test(`${name}: a call that was given up ends`, async () => {
    const { index, vector } = await fresh()
    await expect(index.upsert([vector()], AbortSignal.abort())).rejects.toThrow('aborted')
  })
}
