import { existsSync, readFileSync } from 'node:fs'
import type { Profile } from '../../core/domain/profile.ts'
import { findSkill } from '../../core/taxonomy/skills.ts'

/** Real input, beside the repository; never part of it. */
export const DATA = new URL('../../../shared/data/', import.meta.url)
export const hasData = (): boolean => existsSync(new URL('annotated/rjdb-first500.jsonl', DATA))

export interface Sample {
  readonly id: string
  readonly trade: number
  readonly title: string
  readonly text: string
  readonly profile: Profile | null
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

export const EMPTY_PROFILE: Profile = {
  fullName: null,
  contact: { emails: [], phones: [], links: [], location: null },
  skills: [],
  experience: [],
  education: [],
  certifications: [],
  languages: [],
  yearsOfExperience: null,
  confidence: 1,
}

/** Jobs and résumés of 23 trades, sampled by a seed. */
export function hlp(seed: number, jobCount = 450, resumeCount = 600) {
  const rows = <T>(path: string) => lines(path).map((line) => JSON.parse(line) as T)
  type JobRow = { id: string; class: number; description: string }
  type ResumeRow = { id: string; class: number; resume: HlpResume }
  const jobs = sampled(rows<JobRow>('jobs/hlp-train.jobs.jsonl'), jobCount, seed)
  const resumes = sampled(rows<ResumeRow>('resumes/hlp-train.resumes.jsonl'), resumeCount, seed + 1)
  return {
    jobs: jobs.map(({ id, class: trade, description }): Sample => {
      return { id, trade, title: '', text: description, profile: null }
    }),
    resumes: resumes.map(({ id, class: trade, resume }): Sample => {
      return { id, trade, title: '', text: hlpText(resume), profile: hlpProfile(resume) }
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

function hlpProfile(resume: HlpResume): Profile {
  const names = [...new Set(resume.experience.flatMap((job) => job.hard_skills))]
  return {
    ...EMPTY_PROFILE,
    skills: names.map((written) => {
      const skill = findSkill(written)
      return {
        name: skill?.name ?? written,
        matched: skill !== null,
        category: skill?.category ?? null,
        proficiency: null,
        years: null,
        lastUsed: null,
        inferred: false,
        inferredFrom: null,
      }
    }),
    experience: resume.experience.map((job) => ({
      company: null,
      title: job.position,
      start: month(job.initial_date),
      end: /present/i.test(job.final_date) ? 'present' : month(job.final_date),
      months: null,
      description: job.position_description,
      skills: job.hard_skills,
      industry: null,
    })),
  }
}

const month = (text: string): string | null => {
  const found = /^(\d{2})\/(\d{4})$/.exec(text)
  return found ? `${found[2]}-${found[1]}` : null
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
