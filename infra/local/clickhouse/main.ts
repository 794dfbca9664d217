// The local ClickHouse: node main.ts <data folder> <port> <folder of the chdb package>
import { mkdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { clickhouseFront } from './front.ts'
import { openSessions } from './sessions.ts'

const [data, port, chdb] = process.argv.slice(2)
if (!data || !port || !chdb) throw new Error('usage: main.ts DATA PORT CHDB')

const spool = join(data, '..', 'spool')
await rm(spool, { recursive: true, force: true })
await mkdir(spool, { recursive: true })
const sessions = openSessions(chdb, data, 4)
const handle = clickhouseFront(sessions, spool)
const server = createServer((request, response) => void handle(request, response))
// Rows may take their time, and pooled connections of the client must not be cut while it sends.
server.requestTimeout = 0
server.keepAliveTimeout = 60_000
server.listen(Number(port), '127.0.0.1')

async function end() {
  server.close()
  await sessions.idle()
  sessions.close()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
