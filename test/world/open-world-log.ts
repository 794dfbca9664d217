import { openLog } from '../../adapters/kafka/open-log.ts'
import type { World } from './open-world.ts'

/** A world's codec and log, for what no integration may write. */
export const openWorldLog = ({ env }: World) =>
  openLog(
    {
      brokers: [env.KAFKA_BROKERS!],
      TOPIC_PREFIX: env.TOPIC_PREFIX!,
      KAFKA_SESSION_TIMEOUT_MS: 30_000,
      SCHEMA_REGISTRY_URL: env.SCHEMA_REGISTRY_URL!,
      SCHEMA_REGISTER: true,
      CACHE_DIR: env.CACHE_DIR!,
    },
    { name: 'test', clock: Date.now, log: () => {} },
  )
