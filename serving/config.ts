import { type Environment, readConfig, Type } from '../core/config.ts'

export const ServingConfig = Type.Object({
  HTTP_HOST: Type.String({ default: '127.0.0.1', description: 'Address that serving listens on' }),
  HTTP_PORT: Type.Integer({
    default: 8080,
    minimum: 0,
    maximum: 65_535,
    description: 'Its port; 0 takes any',
  }),
  LOG_LEVEL: Type.String({
    default: 'info',
    description: 'fatal, error, warn, info, debug or silent',
  }),
  POSTGRES_APP_URL: Type.String({
    description: 'Postgres, as the role that may only read by tenant',
  }),
  POSTGRES_POOL: Type.Integer({ default: 10, minimum: 5, maximum: 20, description: 'Connections' }),
  KAFKA_BROKERS: Type.String({ description: 'host:port, separated by commas' }),
  TOPIC_PREFIX: Type.String({ default: 'hirestream.', description: 'Before every topic' }),
  SCHEMA_REGISTRY_URL: Type.String({ description: 'Confluent-compatible, with its path' }),
  SCHEMA_REGISTER: Type.Boolean({
    default: false,
    description: 'Register schemas that are missing: development only',
  }),
  MILVUS_URL: Type.Optional(Type.String({ description: 'Absent: search by words alone' })),
  MILVUS_TOKEN: Type.Optional(Type.String({ description: 'user:password' })),
  MILVUS_PREFIX: Type.String({ default: 'hs', description: 'Before every collection' }),
  MILVUS_SHARDS: Type.Integer({ default: 1, minimum: 1, description: 'As the landing has it' }),
  REGION_KEY: Type.String({ description: '32 bytes in base64: wraps the tenants’ keys' }),
  CACHE_DIR: Type.String({ default: '.hirestream/cache', description: 'Remembered schema ids' }),
})

/** @throws Error naming every missing or bad setting at once, before anything connects */
export const readServingConfig = (env: Environment) => readConfig(ServingConfig, env)
