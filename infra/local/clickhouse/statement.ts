/** One request as the engine is asked it: settings and parameters to SET before, then the SQL. */
export interface Statement {
  readonly sql: string
  readonly settings: ReadonlyMap<string, string>
  readonly params: ReadonlyMap<string, string>
  readonly database: string
}

/** What the HTTP interface takes in the URL and what is no setting of a query. */
const NOT_SETTINGS = new Set(
  (
    'query query_id session_id session_timeout session_check database default_format user password ' +
    'role quota_key compress decompress enable_http_compression wait_end_of_query buffer_size ' +
    'stacktrace client_protocol_version send_progress_in_http_headers http_headers_progress_interval_ms ' +
    'add_http_cors_header cancel_http_readonly_queries_on_client_close'
  ).split(' '),
)

export function readStatement(url: URL, text: string, headers: NodeJS.Dict<string | string[]>) {
  const settings = new Map<string, string>()
  const params = new Map<string, string>()
  for (const [key, value] of url.searchParams) {
    if (key.startsWith('param_')) params.set(key.slice('param_'.length), value)
    else if (!NOT_SETTINGS.has(key)) settings.set(key, value)
  }
  const named = url.searchParams.get('database') ?? headers['x-clickhouse-database']
  const database = typeof named === 'string' && named !== '' ? named : 'default'
  const format = url.searchParams.get('default_format') ?? 'TabSeparated'
  return { statement: { sql: text, settings, params, database } satisfies Statement, format }
}

const INSERT = /^(\s*insert\s+into\s+.*?)(\s+settings\s+.+?)?\s+format\s+(\w+)\s*;?\s*$/is

/**
 * An INSERT whose rows came as the body, reading them from `file` instead.
 * @returns null when the statement is no such INSERT
 */
export function insertFrom(file: string, query: string): string | null {
  const parts = INSERT.exec(query)
  if (!parts) return null
  const [, head, settings = '', format] = parts
  return `${head} FROM INFILE ${quoted(file)} COMPRESSION 'none'${settings} FORMAT ${format}`
}

/** The statements before and after the query; every setting is put back for the session's next user. */
export function preparation({ settings, params, database }: Statement) {
  const before = [...settings].map(([key, value]) => `SET ${name(key)}=${quoted(value)}`)
  for (const [key, value] of params) before.push(`SET param_${name(key)}=${quoted(value)}`)
  const after = [...settings.keys()].map((key) => `SET ${name(key)}=DEFAULT`)
  if (database !== 'default') {
    before.unshift(`USE ${identifier(database)}`)
    after.push('USE default')
  }
  return { before, after }
}

/** Parameters that the SQL asks for and the request does not give: a session may hold stale ones. */
export function missingParameter(
  { sql, params }: Statement,
  stale: Iterable<string>,
): string | null {
  for (const key of stale) {
    if (!params.has(key) && new RegExp(`\\{\\s*${key}\\s*:`).test(sql)) return key
  }
  return null
}

export const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
const identifier = (text: string) => `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``

/** @throws Error: a setting's or parameter's name is no place for SQL */
function name(text: string): string {
  if (!/^\w+$/.test(text))
    throw new EngineError(36, `Bad setting name ${quoted(text)}`, 'BAD_ARGUMENTS')
  return text
}

/** An error in the words of the engine, for one that this front itself finds. */
export class EngineError extends Error {
  readonly clickhouseCode: number

  constructor(code: number, message: string, type: string) {
    super(`Code: ${code}. DB::Exception: ${message}. (${type})`)
    this.clickhouseCode = code
  }
}
