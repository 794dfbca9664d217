import type { Education, Experience, Profile } from '../domain/profile.ts'
import { type DegreeMention, degreeRank } from '../jobs/degrees.ts'
import { skillsIn } from '../taxonomy/skills.ts'
import { seniorityLevel, seniorityOf } from '../taxonomy/titles.ts'
import { wordsOf } from '../taxonomy/words.ts'
import { blindText } from './blind.ts'
import type { Proficiency } from './proficiency.ts'
import { lengthOf, type Terms, termsOf } from './relevance.ts'
import { type SkillName, skillName } from './similarity.ts'
import { stem } from './stem.ts'
import { wordWeight } from './word-prior.ts'

/** A place in the résumé's text. */
export interface Place {
  readonly start: number
  readonly end: number
}

export interface HeldSkill {
  readonly name: SkillName
  readonly proficiency: Proficiency | null
  readonly years: number | null
  readonly lastUsed: number | null
}

export interface Position {
  readonly title: string
  readonly titleStems: ReadonlySet<string>
  readonly rung: number | null
  /** Years, part years allowed */
  readonly start: number | null
  readonly months: number | null
  readonly industry: string | null
}

export interface TextLine extends Place {
  readonly stems: ReadonlySet<string>
}

/** All that scoring reads of one résumé, made once, however many jobs it is scored for. Holds nothing of who it is. */
export interface ResumeFacts {
  /** Blind, place by place as the résumé's text */
  readonly text: string
  readonly skills: readonly HeldSkill[]
  /** Where each skill stands first, by its name */
  readonly mentions: ReadonlyMap<string, Place>
  readonly lines: readonly TextLine[]
  /** Lines that each stem stands in */
  readonly linesByStem: ReadonlyMap<string, readonly number[]>
  readonly positions: readonly Position[]
  readonly yearsOfExperience: number | null
  readonly degrees: readonly Pick<DegreeMention, 'rank' | 'fields'>[]
  readonly terms: Terms
  readonly length: number
}

export function resumeFacts(profile: Profile, text: string): ResumeFacts {
  const blind = blindText(profile, text)
  const mentions = mentionsIn(blind)
  const lines = linesOf(blind)
  const positions = profile.experience.map(positionOf)
  const terms = termsOf([
    { text: blind, weight: 1 },
    ...positions.map(({ title }) => ({ text: title, weight: TITLE_WEIGHT })),
  ])
  return {
    text: blind,
    skills: heldSkills(profile, mentions),
    mentions,
    lines,
    linesByStem: byStem(lines),
    positions,
    yearsOfExperience: profile.yearsOfExperience,
    degrees: profile.education.flatMap(degreeOf),
    terms,
    length: lengthOf(terms),
  }
}

const TITLE_WEIGHT = 2

function mentionsIn(text: string): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const { skill, start, end } of skillsIn(text)) {
    if (!places.has(skill.name)) places.set(skill.name, { start, end })
  }
  return places
}

/** The profile's skills, and those that only the text names. */
function heldSkills(profile: Profile, mentions: ReadonlyMap<string, Place>): HeldSkill[] {
  const known = new Set(profile.skills.map(({ name }) => name))
  const ofProfile = profile.skills.map(({ name, proficiency, years, lastUsed }) => {
    return { name: skillName(name), proficiency, years, lastUsed }
  })
  const ofText = [...mentions.keys()].filter((name) => !known.has(name))
  const bare = { proficiency: null, years: null, lastUsed: null }
  return [...ofProfile, ...ofText.map((name) => ({ name: skillName(name), ...bare }))]
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const words = wordsOf(line).map((word) => word.key)
    const stems = new Set(words.filter((word) => wordWeight(word) > 0).map(stem))
    if (stems.size > 0) lines.push({ start, end: start + line.length, stems })
    start += line.length + 1
  }
  return lines
}

function byStem(lines: readonly TextLine[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  lines.forEach(({ stems }, nth) => {
    for (const each of stems) places.set(each, [...(places.get(each) ?? []), nth])
  })
  return places
}

function positionOf({ title, start, months, industry }: Experience): Position {
  const seniority = title === null ? null : seniorityOf(title)
  return {
    title: title ?? '',
    titleStems: titleStems(title ?? ''),
    rung: seniority === null ? null : seniorityLevel(seniority),
    start: start === null ? null : yearsOf(start),
    months,
    industry: industry?.trim().toLowerCase() ?? null,
  }
}

export const titleStems = (title: string): ReadonlySet<string> =>
  new Set(
    wordsOf(title)
      .map((word) => word.key)
      .filter((word) => wordWeight(word) > 0)
      .map(stem),
  )

/** '2020-07' is 2020.5. @returns null when it is no date */
export function yearsOf(date: string): number | null {
  const found = /^(\d{4})(?:-(\d{2}))?/.exec(date)
  if (!found) return null
  return Number(found[1]) + (found[2] ? (Number(found[2]) - 1) / 12 : 0)
}

const degreeOf = ({ level, field }: Education) =>
  level === null ? [] : [{ rank: degreeRank(level), fields: field === null ? [] : [field] }]
