import type pg from 'pg'
import type { JobReader, JobRecord } from '../../core/ports/application-reader.ts'
import { milliseconds } from './readers/application-summary.ts'
import { asTenant, type Row } from './transaction.ts'

const COLUMNS = `job_id, source, external_id, version, status, title, description, department, location,
  requirements, culture_attributes, weights, changed_at`
const BY_ID = `SELECT ${COLUMNS} FROM job WHERE tenant_id = $1 AND job_id = $2`
const NEWEST = `SELECT ${COLUMNS} FROM job WHERE tenant_id = $1 ORDER BY changed_at DESC, job_id LIMIT 100`

/** @param pool  of the serving role */
export const postgresJobReader = (pool: pg.Pool): JobReader => ({
  async byId(tenantId, jobId, signal) {
    signal.throwIfAborted()
    const statement = { name: 'job', text: BY_ID, values: [tenantId, jobId] }
    const [rows] = await asTenant(pool, tenantId, statement)
    return rows?.[0] ? jobOf(rows[0]) : null
  },
  async list(tenantId, signal) {
    signal.throwIfAborted()
    const statement = { name: 'jobs', text: NEWEST, values: [tenantId] }
    const [rows] = await asTenant(pool, tenantId, statement)
    return (rows ?? []).map(jobOf)
  },
})

const jobOf = (row: Row): JobRecord => ({
  jobId: String(row.job_id),
  source: String(row.source),
  externalId: String(row.external_id),
  version: Number(row.version),
  status: row.status as JobRecord['status'],
  title: String(row.title),
  description: String(row.description),
  department: row.department as string | null,
  location: row.location as string | null,
  requirements: row.requirements as JobRecord['requirements'],
  cultureAttributes: row.culture_attributes as string[],
  weights: row.weights as JobRecord['weights'],
  changedAt: milliseconds(row.changed_at),
})
