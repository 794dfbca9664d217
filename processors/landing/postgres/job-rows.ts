import type { JobVersion } from '../../../core/events/events.generated.ts'
import { Fault } from '../../../core/fault.ts'
import type { JobRow } from '../../../core/ports/landing-rows.ts'
import { namesJson, rulesAt } from './row-rules.ts'

export function jobRows(job: JobVersion, offset: number): readonly JobRow[] {
  const rules = rulesAt(offset)
  return [
    {
      table: 'job',
      tenantId: job.tenantId,
      jobId: job.jobId,
      source: rules.text('source', job.source),
      externalId: rules.text('externalId', job.externalId),
      version: rules.whole('version', job.version),
      status: job.status,
      title: rules.text('title', job.title),
      description: rules.text('description', job.description),
      department: rules.text('department', job.department),
      location: rules.text('location', job.location),
      requirementsJson: withoutNul('requirements', offset, JSON.stringify(job.requirements)),
      cultureAttributesJson: namesJson(rules, 'cultureAttributes', job.cultureAttributes),
      weightsJson: JSON.stringify(job.weights),
      changedAt: rules.time('changedAt', job.changedAt),
      position: offset,
    },
  ]
}

function withoutNul(field: string, offset: number, json: string): string {
  if (!json.includes('\\u0000')) return json
  throw new Fault('database.refused', `offset ${offset}: ${field} holds a NUL`)
}
