import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClickHouseClient } from '@clickhouse/client'
import { clickhouseFault } from './clickhouse-fault.ts'

export const MARTS = ['mart_application', 'mart_score', 'mart_stage_move', 'mart_job'] as const

/**
 * A generation's tables and views. Safe to repeat. Facts are rebuilt from the log, so a new shape comes with a new
 * generation; within one, only views are replaced.
 * @throws Fault facts.unavailable
 */
export async function prepareFacts(
  client: Pick<ClickHouseClient, 'command'>,
  generation: number,
  signal: AbortSignal,
): Promise<void> {
  for (const file of ['facts.sql', 'marts.sql']) {
    const sql = await readFile(join(import.meta.dirname, 'schema', file), 'utf8')
    await runAll(client, statements(sql.replaceAll('{generation}', String(generation))), signal)
  }
  // The first generation is live; a later one only when it is switched to.
  await runAll(
    client,
    MARTS.map((mart) => `CREATE VIEW IF NOT EXISTS ${live(mart, generation)}`),
    signal,
  )
}

/**
 * Makes one generation's views the ones without a number: the last step of a switch, and of a way back.
 * @throws Fault facts.unavailable
 */
export async function showGeneration(
  client: Pick<ClickHouseClient, 'command'>,
  generation: number,
  signal: AbortSignal,
): Promise<void> {
  await runAll(
    client,
    MARTS.map((mart) => `CREATE OR REPLACE VIEW ${live(mart, generation)}`),
    signal,
  )
}

const live = (mart: string, generation: number) => `${mart} AS SELECT * FROM ${mart}_g${generation}`

/** @throws Fault facts.unavailable */
export async function dropGeneration(
  client: Pick<ClickHouseClient, 'command'>,
  generation: number,
  signal: AbortSignal,
): Promise<void> {
  const views = MARTS.map((mart) => `DROP VIEW IF EXISTS ${mart}_g${generation}`)
  const facts = ['application', 'profile', 'score', 'job']
  const tables = facts.map((fact) => `DROP TABLE IF EXISTS ${fact}_fact_g${generation}`)
  await runAll(client, [...views, ...tables], signal)
}

/** A statement of ours ends with a semicolon at the end of a line, and no other line does. */
const statements = (sql: string): readonly string[] =>
  sql
    .replace(/^\s*--.*$/gm, '')
    .split(/;$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')

async function runAll(
  client: Pick<ClickHouseClient, 'command'>,
  queries: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const query of queries) {
    try {
      await client.command({ query, abort_signal: signal })
    } catch (cause) {
      signal.throwIfAborted()
      throw clickhouseFault(query.slice(0, 60), cause)
    }
  }
}
