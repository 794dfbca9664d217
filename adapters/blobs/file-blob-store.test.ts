import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blobStoreContract } from '../../test/contracts/blob-store.ts'
import { openBlobStore } from './open-blob-store.ts'

const signal = AbortSignal.timeout(60_000)
let folder = ''
let opened = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'))
})
afterAll(() => rm(folder, { recursive: true }))

const place = () => join(folder, `store ${++opened}`, 'blobs')
const open = (at = place()) => openBlobStore(pathToFileURL(at).href, { clock: () => 0 })

blobStoreContract('files', async () => open())

test('a key of another form is never a path', async () => {
  const at = place()
  await expect(open(at).put('../outside', Buffer.from('1'), signal)).rejects.toThrow(RangeError)
  await expect(open(at).put('.writing/x', Buffer.from('1'), signal)).rejects.toThrow(RangeError)
  await expect(readdir(at)).rejects.toThrow('ENOENT')
})

test('nothing half-written stays, and only the blob is there', async () => {
  const at = place()
  await open(at).put('a/b', Buffer.from('1'), signal)
  expect((await readdir(at, { recursive: true })).sort()).toEqual(['.writing', 'a', join('a', 'b')])
})

test('a folder that cannot be written is a fault of the environment', async () => {
  const at = join(folder, 'a file')
  await writeFile(at, '')
  await expect(open(at).put('a/b', Buffer.from('1'), signal)).rejects.toMatchObject({
    code: expect.stringMatching(/^blob_store\./),
  })
})
