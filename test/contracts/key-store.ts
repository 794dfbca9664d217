import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { KeyStore } from '../../core/ports/key-store.ts'

export interface OpenedKeyStore {
  readonly keys: KeyStore
  /** Another process's view of the same store, its memory empty */
  another(): KeyStore
}

/** Called by each adapter's own test file. */
export function keyStoreContract(name: string, open: () => Promise<OpenedKeyStore>): void {
  const tenant = () => randomUUID()

  test(`${name}: a tenant's key is 32 bytes, stays the same, and no two tenants share it`, async ({
    signal,
  }) => {
    const { keys, another } = await open()
    const [one, two] = [tenant(), tenant()]
    const first = await keys.tenantKey(one, signal)
    expect(first).toHaveLength(32)
    expect([...(await another().tenantKey(one, signal))]).toEqual([...first])
    expect([...(await keys.tenantKey(two, signal))]).not.toEqual([...first])
  })

  test(`${name}: whoever asks first, all get the same keys`, async ({ signal }) => {
    const { another } = await open()
    const [one, ids] = [tenant(), Array.from({ length: 20 }, () => randomUUID())]
    const asked = Array.from({ length: 8 }, (_, nth) =>
      another().candidateKeys(one, nth % 2 ? ids : [...ids].reverse(), signal),
    )
    const answers = (await Promise.all(asked)).map((keys) => ids.map((id) => hex(keys.get(id))))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(new Set(answers[0]).size).toBe(20)
  })

  test(`${name}: every asked id is answered, one asked twice too`, async ({ signal }) => {
    const { keys } = await open()
    const [one, id] = [tenant(), randomUUID()]
    const answer = await keys.candidateKeys(one, [id, id], signal)
    expect([...answer.keys()]).toEqual([id])
    expect((await keys.candidateKeys(one, [], signal)).size).toBe(0)
  })

  test(`${name}: a candidate of one tenant has another key with another tenant`, async ({
    signal,
  }) => {
    const { keys } = await open()
    const id = randomUUID()
    const [one, two] = await Promise.all(
      [tenant(), tenant()].map(async (of) => (await keys.candidateKeys(of, [id], signal)).get(id)),
    )
    expect(hex(one)).not.toEqual(hex(two))
  })

  test(`${name}: a destroyed key is never made again, for nobody`, async ({ signal }) => {
    const { keys, another } = await open()
    const [one, id, kept] = [tenant(), randomUUID(), randomUUID()]
    await keys.candidateKeys(one, [id, kept], signal)
    for (const _ of [1, 2]) await keys.destroyCandidateKey(one, id, signal)
    for (const view of [keys, another()]) {
      const answer = await view.candidateKeys(one, [id, kept], signal)
      expect(answer.get(id)).toBeNull()
      expect(answer.get(kept)).toHaveLength(32)
    }
  })

  test(`${name}: a key may be destroyed before its first use`, async ({ signal }) => {
    const { keys, another } = await open()
    const [one, id] = [tenant(), randomUUID()]
    await keys.destroyCandidateKey(one, id, signal)
    expect((await another().candidateKeys(one, [id], signal)).get(id)).toBeNull()
  })
}

const hex = (key: Uint8Array | null | undefined) => (key ? Buffer.from(key).toString('hex') : key)
