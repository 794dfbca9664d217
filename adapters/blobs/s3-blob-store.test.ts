import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blobStoreContract } from '../../test/contracts/blob-store.ts'
import { signed } from './aws-signature.ts'
import { openBlobStore } from './open-blob-store.ts'
import { s3BlobStore } from './s3-blob-store.ts'

// As much of S3 as we use. It signs what it got by itself and refuses what was signed otherwise; that our signatures
// are AWS's is shown by AWS's own examples in aws-signature.test.ts.
const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' }
const now = Date.UTC(2026, 0, 2, 3, 4, 5)
const objects = new Map<string, Buffer>()
let status: number | 'silent' = 200

const server = createServer(async (request, response) => {
  const body = await buffer(request)
  if (status === 'silent') return
  if (status !== 200) return void response.writeHead(status).end()
  if (!isSigned(request, body)) return void response.writeHead(403).end('SignatureDoesNotMatch')
  answer(request, response, body)
})

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const url = new URL(request.url ?? '', `http://${request.headers.host}`)
  const signing = { method: request.method ?? '', url, body, region: 'eu-test-1', now }
  return signed(signing, credentials).authorization === request.headers.authorization
}

function answer({ method, url = '' }: IncomingMessage, response: ServerResponse, body: Buffer) {
  if (method === 'PUT') objects.set(url, body)
  if (method === 'DELETE') objects.delete(url)
  const held = objects.get(url)
  if (method === 'GET') return void response.writeHead(held ? 200 : 404).end(held)
  response.writeHead(method === 'PUT' ? 200 : 204).end()
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const signal = AbortSignal.timeout(60_000)
const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const open = (prefix = 'resumes') =>
  openBlobStore(`s3://bucket/${prefix}?region=eu-test-1&endpoint=${endpoint()}`, {
    clock: () => now,
    credentials,
  })

blobStoreContract('S3', async () => open())

test('objects lie in the bucket under the prefix, addressed by path', async () => {
  await open('a/b').put('c/d', Buffer.from('1'), signal)
  expect(objects.get('/bucket/a/b/c/d')?.toString()).toBe('1')
})

for (const failing of [403, 500, 503, 'silent'] as const) {
  test(`a server that answers ${failing} is a fault of the environment`, async () => {
    const own = { endpoint: endpoint(), bucket: 'bucket', region: 'eu-test-1', credentials }
    const store = s3BlobStore({ ...own, clock: () => now, timeoutMs: 200 })
    status = failing
    try {
      const unavailable = { code: 'blob_store.unavailable' }
      await expect(store.put('a', Buffer.from('1'), signal)).rejects.toMatchObject(unavailable)
      await expect(store.get('a', signal)).rejects.toMatchObject(unavailable)
      await expect(store.delete('a', signal)).rejects.toMatchObject(unavailable)
    } finally {
      status = 200
    }
  })
}

test('a wrong secret is refused by the server, and no blob is taken for missing', async () => {
  const url = `s3://bucket/x?region=eu-test-1&endpoint=${endpoint()}`
  const wrong = { ...credentials, secretAccessKey: 'other' }
  const store = openBlobStore(url, { clock: () => now, credentials: wrong })
  await expect(store.get('a', signal)).rejects.toMatchObject({ code: 'blob_store.unavailable' })
})

for (const [url, why] of [
  ['ftp://host/x', 'not file: or s3:'],
  ['s3://bucket', 'needs an access key'],
] as const) {
  test(`${url} is refused before anything connects: ${why}`, () => {
    expect(() => openBlobStore(url, { clock: () => now })).toThrow(why)
  })
}
