import { yearsOfExperience } from '../domain/months.ts'
import type { Profile } from '../domain/profile.ts'
import { contactOf, type FindPhones } from './contact.ts'
import { educationOf } from './education.ts'
import { BULLET, withoutDates } from './entry-parts.ts'
import { experienceOf } from './experience.ts'
import type { Line } from './line.ts'
import { nameOf } from './name.ts'
import { profileSkills } from './profile-skills.ts'
import { type Section, type SectionKind, sectionsOf } from './sections.ts'
import { skillsListed } from './skill-list.ts'
import { spokenLanguagesOf } from './spoken-languages.ts'

export interface ExtractionSettings {
  /** 'YYYY-MM-DD': what "present" means */
  readonly asOf: string
  /** ISO 639-1; null when unknown */
  readonly language: string | null
  readonly findPhones: FindPhones
}

/** What a document says of a person. The same lines and settings give the same profile. */
export function extractProfile(lines: readonly Line[], settings: ExtractionSettings): Profile {
  const sections = sectionsOf(lines)
  const of = (...kinds: readonly (SectionKind | 'head')[]) => linesOf(sections, kinds)
  const sectioned = sections.some(({ kind }) => kind === 'experience' || kind === 'education')
  const contact = contactOf({ lines, ...settings })
  const experience = experienceOf(sectioned ? of('experience') : generic(lines), settings.asOf)
  const education = educationOf(sectioned ? of('education') : generic(lines))
  const listed = skillsListed(of('skills'))
  const told = of(
    'summary',
    'head',
    'projects',
    'certifications',
    ...(sectioned ? [] : ['other' as const]),
  )
  const profile = {
    fullName: nameOf(lines, {
      emails: contact.emails,
      isResume: looksLikeResume(sections, contact),
    }),
    contact,
    skills: profileSkills({ listed, experience, told, asOf: settings.asOf }),
    experience,
    education,
    certifications: certificationsOf(of('certifications')),
    languages: spokenLanguagesOf([...of('languages'), ...labelledLanguages(lines)]),
    yearsOfExperience: yearsOfExperience(experience, settings.asOf),
  }
  return { ...profile, confidence: confidenceOf(profile) }
}

// A page with two capitalised words on top is no person yet.
const looksLikeResume = (sections: readonly Section[], { emails, phones }: Profile['contact']) =>
  emails.length + phones.length > 0 ||
  sections.some(({ kind }) => kind === 'experience' || kind === 'education' || kind === 'skills')

const linesOf = (sections: readonly Section[], kinds: readonly Section['kind'][]): Line[] =>
  sections.filter(({ kind }) => kinds.includes(kind)).flatMap((section) => section.lines)

// A résumé without headings: any line may open a job. Its first lines are the name and contact.
const generic = (lines: readonly Line[]) => lines.slice(1)

const labelledLanguages = (lines: readonly Line[]) =>
  lines.filter(({ text }) =>
    /^\W*(?:languages?|sprachen|langues|idiomas|talen|lingue)\s*[:\t]/i.test(text),
  )

const MOST_CERTIFICATIONS = 40

function certificationsOf(lines: readonly Line[]): string[] {
  const items = lines.flatMap(({ text }) => {
    const bare = withoutDates(text.trim().replace(BULLET, ''))
      .replaceAll(/\s*\t\s*/g, ' ')
      .replace(/^[\s,:–—-]+|[\s,:;–—(-]+$/g, '')
    return bare.length >= 2 && bare.length <= 140 && /\p{L}{2}/u.test(bare) ? [bare] : []
  })
  return [...new Set(items)].slice(0, MOST_CERTIFICATIONS)
}

/** @returns 0..1: how much of what a résumé holds was found */
function confidenceOf(profile: Omit<Profile, 'confidence'>): number {
  const { fullName, contact, experience, education, skills } = profile
  const complete = experience.filter((one) => one.title && one.company && one.start).length
  const jobs = experience.length === 0 ? 0 : 0.4 + (0.6 * complete) / experience.length
  const reachable = contact.emails.length + contact.phones.length > 0 ? 1 : 0
  const parts = [
    [0.2, fullName ? 1 : 0],
    [0.15, reachable],
    [0.35, jobs],
    [0.15, education.length > 0 ? 1 : 0],
    [0.15, Math.min(1, skills.length / 5)],
  ] as const
  const sum = parts.reduce((total, [share, found]) => total + share * found, 0)
  return Math.round(sum * 100) / 100
}
