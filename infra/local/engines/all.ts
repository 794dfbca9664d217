import { clickhouse } from './clickhouse.ts'
import type { EngineName, LocalEngine } from './engine.ts'
import { kafka } from './kafka.ts'
import { milvus } from './milvus.ts'
import { postgres } from './postgres.ts'
import { redis } from './redis.ts'
import { registry } from './registry.ts'

export const ENGINES: Readonly<Record<EngineName, LocalEngine>> = {
  kafka,
  registry,
  postgres,
  clickhouse,
  milvus,
  redis,
}
