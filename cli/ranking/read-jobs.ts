import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { JobPublished, JobVersion, Requirements } from '../../core/events/events.generated.ts'
import { requirementsFromText } from '../../core/jobs/requirements-from-text.ts'
import { DEFAULT_WEIGHTS } from '../../core/scoring/weights.ts'

export interface NamedJob {
  /** As given, or the file's name in a folder */
  readonly name: string
  readonly job: Said
}

/** `JobPublished` as people write it: all but the description may be left out. */
export type Said = Partial<Omit<JobPublished, 'requirements'>> & {
  readonly requirements?: Partial<Requirements> | null
}

/**
 * Jobs from files: .json as in `schemas/avro/inbox.avsc` (JobPublished, or a list of them), .jsonl, or free text.
 * @throws Error naming the file that cannot be read as a job
 */
export async function readJobs(paths: readonly string[]): Promise<NamedJob[]> {
  const jobs: NamedJob[] = []
  for (const path of paths) {
    const isFolder = (await stat(path)).isDirectory()
    const files = isFolder
      ? (await readdir(path)).toSorted().map((file) => join(path, file))
      : [path]
    for (const file of files.filter(isJobFile)) jobs.push(...(await readJobFile(file)))
  }
  return jobs
}

const isJobFile = (file: string) =>
  ['.json', '.jsonl', '.txt', '.md', ''].includes(extname(file).toLowerCase()) &&
  !basename(file).startsWith('.')

async function readJobFile(file: string): Promise<NamedJob[]> {
  const text = await readFile(file, 'utf8')
  const kind = extname(file).toLowerCase()
  if (kind === '.jsonl') {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line, nth) => named(`${file}:${nth + 1}`, JSON.parse(line)))
  }
  if (kind !== '.json') return [{ name: file, job: fromText(text) }]
  const said: unknown = JSON.parse(text)
  if (!Array.isArray(said)) return [named(file, said)]
  return said.map((one, nth) => named(`${file}#${nth + 1}`, one))
}

function named(name: string, said: unknown): NamedJob {
  const job = (said ?? {}) as Said & { readonly externalId?: string }
  if (typeof job.description !== 'string' && typeof job.title !== 'string') {
    throw new Error(`${name}: a job needs a title or a description`)
  }
  return { name, job }
}

/** A short first line is the title. */
function fromText(text: string): Said {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  const at = lines.findIndex((line) => line.trim() !== '')
  const first = (lines[at] ?? '').replace(/^[#*\s]+|[*\s]+$/g, '')
  const labelled = /^(?:job )?title\s*:?$/i.test(first)
  const next = lines.slice(at + 1).find((line) => line.trim() !== '') ?? ''
  const title = labelled ? next.trim() : first.replace(/^(?:job )?title\s*:\s*/i, '')
  const isTitle = title.length <= 100 && title.split(/\s+/).length <= 12 && !/[.;]$/.test(title)
  return isTitle
    ? {
        title,
        description:
          lines
            .slice(at + 1)
            .join('\n')
            .trim() || title,
      }
    : { title: '', description: text }
}

/** The version that intake would make of it. */
export function jobVersion(
  { name, job }: NamedJob,
  ids: Pick<JobVersion, 'tenantId' | 'jobId' | 'changedAt'>,
): JobVersion {
  const title = job.title ?? ''
  const description = typeof job.description === 'string' ? job.description : ''
  const found = requirementsFromText(title, description)
  const said = job.requirements
  return {
    ...ids,
    eventId: ids.jobId,
    causeId: ids.jobId,
    source: 'files',
    externalId: job.externalId ?? name,
    version: 1,
    status: 'open',
    title,
    description,
    department: job.department ?? null,
    location: job.location ?? null,
    requirements: said ? completed(said) : found,
    cultureAttributes: job.cultureAttributes ?? [],
    weights: job.weights ?? DEFAULT_WEIGHTS,
  }
}

function completed({ skills, education, experience }: Partial<Requirements>): Requirements {
  const bare = {
    category: null,
    required: true,
    minYears: null,
    minProficiency: null,
    weight: 1,
  }
  return {
    skills: (skills ?? []).map((skill) => ({ ...bare, ...skill })),
    education: education ? { ...{ minDegree: null, preferredFields: [] }, ...education } : null,
    experience: experience
      ? { ...{ minYears: null, seniority: null, preferredIndustries: [] }, ...experience }
      : null,
  }
}
