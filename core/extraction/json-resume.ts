import { monthsIn, spanOf, yearsOfExperience } from '../domain/months.ts'
import type { Education, Experience, Profile } from '../domain/profile.ts'
import { skillsIn } from '../taxonomy/skills.ts'
import { dateRanges, singleDates } from './dates.ts'
import { levelOf } from './education.ts'
import { industryOf } from './industries.ts'
import { profileSkills } from './profile-skills.ts'
import { skillsListed } from './skill-list.ts'
import { spokenLanguagesOf } from './spoken-languages.ts'

type Json = Readonly<Record<string, unknown>>

export interface JsonProfile {
  readonly profile: Profile
  readonly text: string
}

const LONGEST_TEXT = 10_000
const MOST_ITEMS = 100

/**
 * Reads JSON Resume (jsonresume.org, 1.0.0) and its like, where jobs stand under `experience` with `position`,
 * `initial_date` and `final_date`.
 * @returns null when the value is nothing of the kind
 */
export function fromJsonResume(value: unknown, asOf: string): JsonProfile | null {
  const outer = record(value)
  const json = record(outer?.resume) ?? outer
  if (!json) return null
  const works = list(json.work ?? json.experience ?? json.employment)
  const basics = record(json.basics)
  if (!basics && works.length === 0 && list(json.education).length === 0) return null
  const experience = works.map((work) => jobOf(work, asOf))
  const listed = skillsListed(
    [
      ...list(json.skills).flatMap(skillLines),
      ...works.flatMap((work) => strings(work.hard_skills)),
    ].map(lineOf),
  )
  const summary = string(basics?.summary)
  const projects = list(json.projects).map((project) => describe(project, ['name', 'description']))
  const told = [summary ?? '', ...projects].map(lineOf)
  const profile: Omit<Profile, 'confidence'> = {
    fullName: string(basics?.name),
    contact: contactOf(basics),
    skills: profileSkills({ listed, experience, told, asOf }),
    experience,
    education: list(json.education).map(educationOf),
    certifications: list(json.certificates).flatMap((one) => string(one.name) ?? []),
    languages: languagesOf(json.languages),
    yearsOfExperience: yearsOfExperience(experience, asOf),
  }
  const soft = strings(json.soft_skills)
  return {
    profile: { ...profile, confidence: 1 },
    text: textFor(profile, [summary, ...projects, soft.join(', ')]),
  }
}

function jobOf(work: Json, asOf: string): Experience {
  const company = string(work.name ?? work.company ?? work.organization)
  const title = string(work.position ?? work.title)
  const told = [string(work.summary ?? work.position_description), ...strings(work.highlights)]
  const skills = strings(work.hard_skills)
  const description = told.filter((text) => text !== null).join('\n') || null
  const start = dateOf(work.startDate ?? work.initial_date)
  const written = work.endDate ?? work.final_date
  // JSON Resume leaves the end out of a job that goes on.
  const end =
    written === undefined || written === '' ? 'present' : (dateOf(written) ?? presentOf(written))
  const span = spanOf({ start, end }, asOf)
  const shown = skillsIn([title, description, skills.join(', ')].join('\n'))
  return {
    company,
    title,
    start,
    end: start === null ? dateOf(written) : end,
    months: span ? monthsIn(span) : null,
    description,
    skills: [...new Set(shown.map(({ skill }) => skill.name))],
    industry: industryOf(company, description ?? ''),
  }
}

const dateOf = (value: unknown) => singleDates(string(value) ?? '')[0]?.start ?? null
const presentOf = (value: unknown) =>
  dateRanges(`2000 - ${string(value) ?? ''}`)[0]?.end === 'present' ? ('present' as const) : null

function educationOf(one: Json): Education {
  const degree = string(one.studyType ?? one.degree_name ?? one.degree)
  const field = string(one.area ?? one.field)
  const end = dateOf(one.endDate ?? one.final_date)
  return {
    institution: string(one.institution ?? one.school),
    degree: degree && field ? `${degree}, ${field}` : degree,
    level: degree === null ? null : levelOf(degree),
    field: field ?? /\bin (\p{L}[\p{L} &]{2,60})$/u.exec(degree ?? '')?.[1] ?? null,
    year: end === null ? null : Number(end.slice(0, 4)),
  }
}

function contactOf(basics: Json | null): Profile['contact'] {
  const place = record(basics?.location)
  const parts = ['city', 'region', 'countryCode'].flatMap((key) => string(place?.[key]) ?? [])
  const links = [basics?.url, ...list(basics?.profiles).map((one) => one.url)]
  const one = (value: unknown) => (string(value) === null ? [] : [string(value)!])
  return {
    emails: one(basics?.email),
    phones: one(basics?.phone),
    links: links.flatMap(one),
    location: parts.length === 0 ? string(basics?.location) : parts.join(', '),
  }
}

function languagesOf(value: unknown): Profile['languages'] {
  const written = list(value).map(
    (one) => `${string(one.language) ?? ''} ${string(one.fluency) ?? ''}`,
  )
  return spokenLanguagesOf([...written, ...strings(value)].map(lineOf))
}

// A group's own name is a skill too where it has no keywords.
function skillLines(skill: Json): string[] {
  const level = string(skill.level)
  const name = string(skill.name)
  const keywords = strings(skill.keywords)
  const named = name === null ? [] : [level ? `${name} (${level})` : name]
  return keywords.length > 0
    ? [...keywords, ...named.filter((one) => skillsIn(one).length > 0)]
    : named
}

const describe = (one: Json, keys: readonly string[]) =>
  [
    ...keys.map((key) => string(one[key])),
    ...strings(one.highlights),
    strings(one.keywords).join(', '),
  ]
    .filter((text) => text !== null && text !== '')
    .join('\n')

function textFor(profile: Omit<Profile, 'confidence'>, told: readonly (string | null)[]): string {
  const { contact } = profile
  const jobs = profile.experience.flatMap((job) => [
    [job.title, job.company].filter(Boolean).join(', ') +
      (job.start ? `\t${job.start} – ${job.end ?? ''}` : ''),
    job.description,
    job.skills.join(', '),
  ])
  const schools = profile.education.map((one) =>
    [one.degree, one.institution, one.year].filter(Boolean).join(', '),
  )
  const skills = profile.skills.filter((one) => !one.inferred).map((one) => one.name)
  const spoken = profile.languages.map(({ name, level }) => (level ? `${name} (${level})` : name))
  return [
    profile.fullName,
    [...contact.emails, ...contact.phones, contact.location].filter(Boolean).join(' | '),
    ...told,
    ...heading('Experience', jobs),
    ...heading('Education', schools),
    ...heading('Skills', [skills.join(', ')]),
    ...heading('Certifications', profile.certifications),
    ...heading('Languages', [spoken.join(', ')]),
  ]
    .filter((line) => line !== null && line !== '')
    .join('\n')
}

const heading = (name: string, lines: readonly (string | null)[]) =>
  lines.some((line) => line) ? [name, ...lines] : []

const lineOf = (text: string) => ({ text, page: 1 })
const record = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
const list = (value: unknown): Json[] => {
  const items: unknown[] = Array.isArray(value) ? value.slice(0, MOST_ITEMS) : []
  return items.map(record).filter((one) => one !== null)
}
const strings = (value: unknown): string[] =>
  Array.isArray(value)
    ? value
        .slice(0, MOST_ITEMS)
        .flatMap((one) => (typeof one === 'string' ? [one.slice(0, LONGEST_TEXT)] : []))
    : []
const string = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST_TEXT) : null
