import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client'

export interface ClickHouseSettings {
  /** http(s)://user:password@host:port/database */
  readonly url: string
  readonly timeoutMs?: number
}

export const TIMEOUT_MS = 10_000

/** The official client, set for landing: every insert waits until it is stored, and fails within its time. */
export function openClickHouse({
  url,
  timeoutMs = TIMEOUT_MS,
}: ClickHouseSettings): ClickHouseClient {
  return createClient({
    url,
    request_timeout: timeoutMs,
    // Below the shortest time that a server keeps an idle connection (3 s): else we write into one it is closing.
    keep_alive: { enabled: true, idle_socket_ttl: 2_000 },
    // Errors come back as faults; its own lines on the console would tell them twice, with values.
    log: { level: ClickHouseLogLevel.OFF },
    compression: { request: false, response: false },
    clickhouse_settings: {
      async_insert: 0,
      // Answered when stored, not when begun: an error in the middle is still an error.
      wait_end_of_query: 1,
      // A writer's older schema lacks fields that the table has: those columns take their default.
      input_format_avro_allow_missing_fields: 1,
      // One insert may reach into any month: a replay does.
      max_partitions_per_insert_block: '0',
    },
  })
}
