import { existsSync, readFileSync } from 'node:fs'

/** Real input, beside the repository; never part of it. */
export const DATA = new URL('../../../shared/data/', import.meta.url)
export const hasData = (): boolean => existsSync(new URL('annotated/rjdb-first500.jsonl', DATA))

export interface Sample {
  readonly id: string
  readonly trade: number
  readonly text: string
}

interface HlpResume {
  experience: {
    initial_date: string
    final_date: string
    position: string
    position_description: string
    hard_skills: string[]
  }[]
  education: { degree_name: string }[]
  soft_skills: string[]
  languages: string[]
}

const lines = (path: string) =>
  readFileSync(new URL(path, DATA), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

/** Jobs and résumés of 23 trades, sampled by a seed. */
export function hlp(seed: number, jobCount = 450, resumeCount = 600) {
  const rows = <T>(path: string) => lines(path).map((line) => JSON.parse(line) as T)
  type JobRow = { id: string; class: number; description: string }
  type ResumeRow = { id: string; class: number; resume: HlpResume }
  const jobs = sampled(rows<JobRow>('jobs/hlp-train.jobs.jsonl'), jobCount, seed)
  const resumes = sampled(rows<ResumeRow>('resumes/hlp-train.resumes.jsonl'), resumeCount, seed + 1)
  return {
    jobs: jobs.map(({ id, class: trade, description }): Sample => {
      return { id, trade, text: description }
    }),
    resumes: resumes.map(({ id, class: trade, resume }): Sample => {
      return { id, trade, text: hlpText(resume) }
    }),
  }
}

function hlpText({ experience, education, soft_skills, languages }: HlpResume): string {
  const jobs = experience.map((job) =>
    [
      `${job.position}, ${job.initial_date} - ${job.final_date}`,
      job.position_description,
      `Skills: ${job.hard_skills.join(', ')}`,
    ].join('\n'),
  )
  const degrees = education.map((degree) => degree.degree_name)
  return [
    'Experience',
    ...jobs,
    'Education',
    ...degrees,
    'Skills',
    soft_skills.join(', '),
    'Languages',
    languages.join(', '),
  ].join('\n')
}

export interface SpoiltPair {
  readonly job: string
  readonly matching: string
  readonly spoilt: string
}

export const rjdb = (): SpoiltPair[] =>
  lines('annotated/rjdb-first500.jsonl').map((line) => {
    const row = JSON.parse(line) as Record<string, string>
    return {
      job: row['Job-Description']!,
      matching: row['Resume-matched']!,
      spoilt: row['Resume-unmatched']!,
    }
  })

/** The first `count` of a seeded shuffle: the same everywhere. */
function sampled<T>(rows: readonly T[], count: number, seed: number): T[] {
  const random = mulberry(seed)
  const all = [...rows]
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = all[at]!
    all[at] = all[other]!
    all[other] = kept
  }
  return all.slice(0, count)
}

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
