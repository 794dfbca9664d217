import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, gzipSync } from 'node:zlib'
import type { Sessions } from './sessions.ts'
import { EngineError, insertFrom, readStatement } from './statement.ts'

/** ClickHouse codes that its own server answers with another status than 500. */
const STATUS: Readonly<Record<number, number>> = {
  60: 404,
  62: 400,
  36: 400,
  47: 404,
  456: 400,
  81: 404,
}

/**
 * The part of ClickHouse's HTTP interface that its official client uses, over sessions in process.
 * @param spool  folder for the bodies of inserts while they are read in
 */
export function clickhouseFront(sessions: Sessions, spool: string) {
  let spooled = 0
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/ping') return void response.end('Ok.\n')
    const abort = new AbortController()
    response.on('close', () => response.writableFinished || abort.abort())
    const file = join(spool, `insert-${++spooled}`)
    try {
      const text = await readQuery(request, url, file)
      const { statement, format } = readStatement(url, text, request.headers)
      const result = await sessions.run(statement, format, abort.signal)
      const inserted = /^\s*insert\b/i.test(text)
      const summary = {
        read_rows: `${result.rowsRead}`,
        read_bytes: `${result.bytesRead}`,
        written_rows: inserted ? `${result.rowsRead}` : '0',
        written_bytes: inserted ? `${result.bytesRead}` : '0',
        elapsed_ns: `${Math.round(result.elapsed * 1e9)}`,
      }
      answer(request, response, url, { body: Buffer.from(result.bytes()), summary })
    } catch (error) {
      if (!response.destroyed) refuse(response, error)
    } finally {
      await rm(file, { force: true })
    }
  }
}

/** The SQL; rows that came beside it are put into `file`, never into memory. */
async function readQuery(request: IncomingMessage, url: URL, file: string): Promise<string> {
  const zipped = request.headers['content-encoding'] === 'gzip'
  const body: Readable = zipped ? request.pipe(createGunzip()) : request
  const query = url.searchParams.get('query')
  if (!query) return (await buffer(body)).toString('utf8')
  const insert = request.method === 'POST' ? insertFrom(file, query) : null
  if (insert) {
    await pipeline(body, createWriteStream(file))
    return insert
  }
  return `${query} ${(await buffer(body)).toString('utf8')}`
}

type Answer = { body: Buffer; summary: Record<string, string> }

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { body, summary }: Answer,
) {
  const zip =
    url.searchParams.get('enable_http_compression') === '1' &&
    String(request.headers['accept-encoding']).includes('gzip')
  const id = url.searchParams.get('query_id')
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'x-clickhouse-summary': JSON.stringify(summary),
    ...(id && { 'x-clickhouse-query-id': id }),
    ...(zip && { 'content-encoding': 'gzip' }),
  })
  response.end(zip ? gzipSync(body, { level: 1 }) : body)
}

function refuse(response: ServerResponse, error: unknown) {
  const text = error instanceof Error ? error.message : String(error)
  const own = error instanceof EngineError ? error.clickhouseCode : 0
  const code = own || Number(/^Code: (\d+)/.exec(text)?.[1] ?? 1002)
  response.writeHead(STATUS[code] ?? 500, {
    'content-type': 'text/plain; charset=UTF-8',
    'x-clickhouse-exception-code': String(code),
  })
  response.end(`${text}\n`)
}
