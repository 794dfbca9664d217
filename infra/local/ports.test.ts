import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, holderOf, isFree } from './ports.ts'

test('a port in use is passed over, and its holder is named', async () => {
  const wanted = await freePort(23_456)
  const server = createServer().listen(wanted, '127.0.0.1')
  await once(server, 'listening')
  expect(await isFree(wanted)).toBe(false)
  expect(holderOf(wanted)).toContain(`pid ${process.pid}`)
  expect(await freePort(wanted)).toBeGreaterThan(wanted)
  server.close()
})

test('a port that was picked is not picked again before it is bound', async () => {
  const [first, second] = [await freePort(24_456), await freePort(24_456)]
  expect(second).not.toBe(first)
})
