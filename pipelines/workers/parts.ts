import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBlobStore } from '../../adapters/blobs/open-blob-store.ts'
import { openLog } from '../../adapters/kafka/open-log.ts'
import { readEmbedderSettings } from '../../adapters/models/embedder-settings.ts'
import { openEmbedder } from '../../adapters/models/open-embedder.ts'
import { openPool } from '../../adapters/postgres/pool.ts'
import { postgresKeyStore } from '../../adapters/postgres/postgres-key-store.ts'
import type { openLogger } from '../../adapters/telemetry/logger.ts'
import type { Environment } from '../../core/config.ts'
import type { Meter } from '../../core/ports/meter.ts'
import { openJobView } from '../job-view.ts'
import { LaneGate } from '../runtime/lanes.ts'
import type { Surroundings } from '../runtime/surroundings.ts'
import type { WorkerSettings } from './settings.ts'

const POOL = 8

export interface PartsOptions {
  readonly settings: WorkerSettings
  readonly env: Environment
  readonly logger: ReturnType<typeof openLogger>
  readonly meter: Meter
}
export type Parts = Awaited<ReturnType<typeof openParts>>

/** What the steps of one worker share. What a step alone needs is opened when it starts. */
export async function openParts({ settings, env, logger, meter }: PartsOptions) {
  const said = {
    name: 'workers',
    clock: Date.now,
    log: (level: 'warn' | 'error', text: string) => logger[level](text),
  }
  const { codec, log } = await openLog(settings, said)
  const pool = openPool({
    url: settings.POSTGRES_LANDING_URL,
    max: POOL,
    applicationName: 'hirestream-workers',
  })
  const surroundings: Surroundings = {
    codec,
    publisher: log,
    meter,
    clock: Date.now,
    sleep: (ms, signal) => sleep(ms, undefined, { signal }),
    random: Math.random,
    parkingKey: settings.parkingKey,
    maxRecordBytes: settings.MAX_RECORD_BYTES,
    log: (event, fields) => logger.warn(fields, event),
  }
  const keys = postgresKeyStore({
    pool,
    regionKey: settings.regionKey,
    clock: Date.now,
    random: randomBytes,
  })
  const closing: (() => PromiseLike<unknown>)[] = []
  const failures = Promise.withResolvers<never>()
  failures.promise.catch(() => {}) // raced by the main, which may be past it

  /** Opened at first use, shared from then on. */
  const once = <T>(open: () => Promise<T>) => {
    let opened: Promise<T> | null = null
    return () => (opened ??= open())
  }

  return {
    settings,
    env,
    codec,
    pool,
    keys,
    clock: Date.now,
    ground: { log, surroundings, parkedShare: settings.PARKED_SHARE },
    gate: new LaneGate(Date.now),
    /** Rejects when something that all steps stand on has failed for good */
    failed: failures.promise,
    closing,
    blobs: once(async () => openBlobStore(settings.BLOB_URL, blobSettings(settings))),
    jobs: once(async () => {
      const view = await openJobView(log, codec, randomUUID())
      view.failed.catch(failures.reject)
      return view
    }),
    embedder: once(async () => {
      const embedder = await openEmbedder(readEmbedderSettings(env))
      closing.push(async () => embedder[Symbol.asyncDispose]?.())
      return embedder
    }),
    async close() {
      await log.close()
      await Promise.all(closing.map((close) => close()))
      await pool.end()
    },
  }
}

function blobSettings({
  BLOB_ACCESS_KEY: accessKeyId,
  BLOB_SECRET_KEY: secretAccessKey,
}: WorkerSettings) {
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null
  return { clock: Date.now, ...(credentials && { credentials }) }
}
