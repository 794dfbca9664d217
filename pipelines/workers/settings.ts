import { type Environment, readConfig, Type } from '../../core/config.ts'
import { Fault } from '../../core/fault.ts'

const Settings = Type.Object({
  KAFKA_BROKERS: Type.String({ description: 'host:port, comma-separated' }),
  TOPIC_PREFIX: Type.String({
    default: 'hirestream.',
    description: 'Before every topic, group and subject name',
  }),
  TOPIC_PARTITIONS: Type.Integer({
    default: 4,
    minimum: 1,
    description: 'Of topics that are made new; order is kept within one',
  }),
  TOPIC_REPLICATION: Type.Integer({ default: 1, minimum: 1, description: '3 in production' }),
  KAFKA_SESSION_TIMEOUT_MS: Type.Integer({
    default: 30_000,
    minimum: 1_000,
    description:
      'After this without a sign of life a member has left its group; brokers refuse less than their group.min.session.timeout.ms (6000 unless set)',
  }),
  SCHEMA_REGISTRY_URL: Type.String({ description: 'Confluent-compatible registry' }),
  SCHEMA_REGISTER: Type.Boolean({
    default: false,
    description: 'Register schemas that are missing: development only',
  }),
  POSTGRES_URL: Type.Optional(Type.String({ description: 'As owner: only preparing needs it' })),
  POSTGRES_LANDING_URL: Type.String({ description: 'As the landing role' }),
  MILVUS_URL: Type.String({ description: 'http://host:port' }),
  MILVUS_TOKEN: Type.Optional(Type.String({ description: 'user:password' })),
  MILVUS_SHARDS: Type.Integer({
    default: 1,
    minimum: 1,
    description: 'Shared collections; 16 in production',
  }),
  MILVUS_PREFIX: Type.String({ default: 'hs', description: 'Before every collection’s name' }),
  CLICKHOUSE_URL: Type.String({ description: 'http://user:password@host:port/database' }),
  BLOB_URL: Type.String({ description: 'file:///folder or s3://bucket/prefix' }),
  BLOB_ACCESS_KEY: Type.Optional(Type.String({ description: 'For s3: the access key’s id' })),
  BLOB_SECRET_KEY: Type.Optional(Type.String({ description: 'For s3: its secret' })),
  EMBEDDING_DIMENSION: Type.Optional(
    Type.Integer({ description: 'Length of the vectors; the local model’s when absent' }),
  ),
  PARSING_PROCESSES: Type.Integer({ default: 1, minimum: 1, description: 'Files read at once' }),
  REGION_KEY: Type.String({ description: '32 bytes, base64: wraps the tenants’ keys' }),
  PARKING_KEY: Type.String({ description: '32 bytes, base64: seals what is parked' }),
  GENERATION: Type.Integer({ default: 1, minimum: 1, description: 'That is computed and landed' }),
  MAX_RECORD_BYTES: Type.Integer({
    default: 2_000_000,
    description: 'Larger records are parked unread',
  }),
  PARKED_SHARE: Type.Number({
    default: 0.2,
    minimum: 0,
    maximum: 1,
    description: 'Of the last 200 records parked, over which a group stops',
  }),
  CACHE_DIR: Type.String({ default: '.hirestream/cache', description: 'Remembered schema ids' }),
  HEALTH_PORT: Type.Integer({
    default: 0,
    description: '/livez /readyz /metrics; 0: any free port',
  }),
  HEALTH_HOST: Type.String({ default: '127.0.0.1', description: 'Where those are answered' }),
  LOG_LEVEL: Type.String({ default: 'info', description: 'debug, info, warn or error' }),
})

/** @throws Error naming every missing or bad setting at once */
export function readWorkerSettings(env: Environment) {
  const settings = readConfig(Settings, env)
  return {
    ...settings,
    brokers: settings.KAFKA_BROKERS.split(',').map((broker) => broker.trim()),
    regionKey: keyOf('REGION_KEY', settings.REGION_KEY),
    parkingKey: keyOf('PARKING_KEY', settings.PARKING_KEY),
  }
}
export type WorkerSettings = ReturnType<typeof readWorkerSettings>

function keyOf(name: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length === 32) return key
  const fix = 'make one with `openssl rand -base64 32`'
  throw new Fault('setup.incomplete', `${name} is ${key.length} bytes, 32 are needed: ${fix}`)
}
