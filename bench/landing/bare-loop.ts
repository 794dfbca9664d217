import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import avro from 'avsc'
import { Kafka, logLevel } from 'kafkajs'
import pg from 'pg'
import type { ApplicationScored } from '../../core/events/events.generated.ts'
import { BANDS } from '../../core/ports/ranking-reader.ts'

const ROWS = 1000
const COLUMNS = {
  tenant_id: 'uuid',
  generation: 'int2',
  application_id: 'uuid',
  candidate_id: 'uuid',
  job_id: 'uuid',
  event_id: 'uuid',
  profile_id: 'uuid',
  revision: 'int8',
  position: 'int8',
  job_version: 'int8',
  scored_at: 'timestamptz',
  applied_at: 'timestamptz',
  minus_overall: 'float8',
  band_rank: 'int2',
  judged: 'bool',
  explanation: 'text',
  sealed_evidence: 'bytea',
}
const NAMES = Object.keys(COLUMNS)
const UPSERT = `INSERT INTO bare_score (${NAMES}) SELECT * FROM
  unnest(${Object.values(COLUMNS).map((type, at) => `$${at + 1}::${type}[]`)})
  ON CONFLICT (tenant_id, generation, application_id) DO UPDATE SET
  ${NAMES.slice(3).map((name) => `${name} = excluded.${name}`)}`

/** What one writes in an afternoon: a table of the same columns and indexes, and no guarantee at all. */
export const BARE_TABLE = 'CREATE TABLE bare_score (LIKE score INCLUDING ALL)'

const schema = readFileSync(join(import.meta.dirname, '../../schemas/avro/scores.avsc'), 'utf8')
const type = avro.Type.forSchema(JSON.parse(schema), { wrapUnions: 'auto' } as never)

export interface BareLoop {
  readonly brokers: readonly string[]
  readonly topic: string
  readonly group: string
  readonly url: string
  /** Told how many were landed, each time */
  readonly landed: (events: number) => void
}

/** kafkajs eachBatch, avsc, UNNEST upserts of 1,000. @returns how to end it */
export async function runBareLoop({ brokers, topic, group, url, landed }: BareLoop) {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING })
  const consumer = kafka.consumer({ groupId: group })
  const client = new pg.Client({ connectionString: url })
  await Promise.all([client.connect(), consumer.connect()])
  await consumer.subscribe({ topic, fromBeginning: true })
  await consumer.run({
    async eachBatch({ batch: { messages } }) {
      for (let at = 0; at < messages.length; at += ROWS) {
        const piece = messages.slice(at, at + ROWS)
        const rows = new Map<string, unknown[]>()
        for (const { value, offset } of piece) {
          const score = type.fromBuffer(value!.subarray(5)) as ApplicationScored
          rows.set(score.tenantId + score.applicationId, rowOf(score, Number(offset)))
        }
        const all = [...rows.values()]
        const values = NAMES.map((_, column) => all.map((row) => row[column]))
        await client.query({ name: 'upsert', text: UPSERT, values })
        landed(piece.length)
      }
    },
  })
  return async () => {
    await consumer.disconnect()
    await client.end()
  }
}

function rowOf(score: ApplicationScored, offset: number): unknown[] {
  const { components, weights, attributions, missing, requirements, summary } = score
  const { parserVersion, embeddingModel, rubricDigest, judgeModel, scorerVersion } = score
  const judged = { components, weights, attributions, missing, requirements, summary }
  const versions = { parserVersion, embeddingModel, rubricDigest, judgeModel, scorerVersion }
  return [
    score.tenantId,
    score.generation,
    score.applicationId,
    score.candidateId,
    score.jobId,
    score.eventId,
    score.profileId,
    score.revision,
    offset,
    score.jobVersion,
    new Date(score.scoredAt),
    new Date(score.appliedAt),
    score.overall === null ? 1 : -score.overall,
    BANDS.indexOf(score.band),
    score.kind === 'judged',
    JSON.stringify({ ...judged, ...versions }),
    score.sealedEvidence,
  ]
}
