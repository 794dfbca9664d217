import { clickhouseSink } from '../../adapters/clickhouse/clickhouse-sink.ts'
import { openClickHouse } from '../../adapters/clickhouse/open-clickhouse.ts'
import { milvusSink } from '../../adapters/milvus/milvus-sink.ts'
import { milvusVectorIndex } from '../../adapters/milvus/milvus-vector-index.ts'
import { openMilvus } from '../../adapters/milvus/open-milvus.ts'
import { postgresSink } from '../../adapters/postgres/postgres-sink.ts'
import { postgresWatermarks } from '../../adapters/postgres/postgres-watermarks.ts'
import type { Sink } from '../../core/ports/sink.ts'
import { applicationRow } from '../../processors/landing/clickhouse/application-fact.ts'
import { vectorOf } from '../../processors/landing/milvus/application-vector.ts'
import { changeOf } from '../../processors/landing/milvus/candidate-change.ts'
import { postgresRows } from '../../processors/landing/postgres/postgres-rows.ts'
import type { Parts } from './parts.ts'

const LOCAL_DIMENSION = 384

/** The store of one landing, writing this worker's generation. */
export async function openSink(store: Sink['store'], parts: Parts): Promise<Sink> {
  const { settings, pool, clock, codec } = parts
  const { GENERATION: generation } = settings
  const noting = { watermarks: postgresWatermarks(pool), clock }
  switch (store) {
    case 'postgres':
      return postgresSink({ pool, generation, rows: postgresRows, clock })
    case 'milvus': {
      const token = settings.MILVUS_TOKEN
      const client = openMilvus({ url: settings.MILVUS_URL, ...(token && { token }) })
      parts.closing.push(() => client.closeConnection())
      const dimension = settings.EMBEDDING_DIMENSION ?? LOCAL_DIMENSION
      const { MILVUS_SHARDS: shards, MILVUS_PREFIX: prefix } = settings
      const index = milvusVectorIndex(client, { generation, dimension, shards, prefix })
      return milvusSink({ index, dimension, generation, vectorOf, changeOf, noting })
    }
    case 'clickhouse': {
      const client = openClickHouse({ url: settings.CLICKHOUSE_URL })
      parts.closing.push(() => client.close())
      const schemaText = (raw: Uint8Array) => codec.schemaText(raw)
      return clickhouseSink({ client, generation, schemaText, applicationRow, noting })
    }
  }
}
