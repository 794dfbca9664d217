import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { BlobStore } from '../../core/ports/blob-store.ts'

/** What every blob store does. Called by each adapter's own test file. */
export function blobStoreContract(name: string, open: () => Promise<BlobStore>): void {
  const signal = AbortSignal.timeout(60_000)
  const missing = { code: 'blob_store.missing' }

  for (const [what, size] of [
    ['nothing', 0],
    ['a byte', 1],
    ['a document', 3_000_000],
  ] as const) {
    test(`${name}: what was put is what is got: ${what}`, async () => {
      const store = await open()
      const bytes = randomBytes(size)
      await store.put('tenant/candidate/a1b2', bytes, signal)
      expect(Buffer.from(await store.get('tenant/candidate/a1b2', signal)).equals(bytes)).toBe(true)
    })
  }

  test(`${name}: putting again is safe, also at the same moment`, async () => {
    const store = await open()
    const bytes = randomBytes(100_000)
    await Promise.all([1, 2, 3, 4].map(() => store.put('a/b', bytes, signal)))
    await store.put('a/b', bytes, signal)
    expect(Buffer.from(await store.get('a/b', signal)).equals(bytes)).toBe(true)
  })

  test(`${name}: keys stay apart`, async () => {
    const store = await open()
    await store.put('a/b', Buffer.from('1'), signal)
    await store.put('a/c', Buffer.from('2'), signal)
    await store.put('d=e_f.g-h', Buffer.from('3'), signal)
    const all = await Promise.all(['a/b', 'a/c', 'd=e_f.g-h'].map((key) => store.get(key, signal)))
    expect(all.map((bytes) => Buffer.from(bytes).toString())).toEqual(['1', '2', '3'])
  })

  test(`${name}: what is deleted is missing, and deleting again is safe`, async () => {
    const store = await open()
    await store.put('a/b', Buffer.from('1'), signal)
    for (const _ of [1, 2]) await store.delete('a/b', signal)
    await store.delete('never/was', signal)
    await expect(store.get('a/b', signal)).rejects.toMatchObject(missing)
  })

  for (const key of [
    '',
    '..',
    '../a',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    'a/',
    '.hidden',
    'a\\b',
    'a\0',
    'a?b',
    'é',
    'a/%2e%2e/b',
    'a'.repeat(5000),
  ]) {
    test(`${name}: ${JSON.stringify(key.slice(0, 20))} is no key: nothing is there`, async () => {
      const store = await open()
      await expect(store.get(key, signal)).rejects.toMatchObject(missing)
      await store.delete(key, signal)
    })
  }

  test(`${name}: a call that was given up ends`, async () => {
    const store = await open()
    const gone = AbortSignal.abort()
    await expect(store.put('a', Buffer.from('1'), gone)).rejects.toThrow('aborted')
    await expect(store.get('a', gone)).rejects.toThrow('aborted')
    await expect(store.delete('a', gone)).rejects.toThrow('aborted')
  })
}
