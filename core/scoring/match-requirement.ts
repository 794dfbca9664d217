import type { AskedSkill } from './job-facts.ts'
import { proficiencyFactor } from './proficiency.ts'
import { recencyFactor } from './recency.ts'
import type { HeldSkill, Place, ResumeFacts } from './resume-facts.ts'
import { type MeaningLookup, skillSimilarity } from './similarity.ts'
import { SAME_SKILL, type SkillMatch, worthOf } from './skills.ts'

export interface RequirementMatch extends SkillMatch {
  readonly asked: AskedSkill
  readonly years: number | null
  /** Where the résumé shows it; null when no place does */
  readonly place: Place | null
}

/** Words of an asked phrase, all in one line of the résumé. */
const ALL_WORDS = 0.9
/** Some of them: never the same skill, at most a hint. */
const SOME_WORDS = 0.8

/** The best that a résumé has for what is asked: a skill, a position held, or the words themselves. */
export function matchRequirement(
  asked: AskedSkill,
  resume: ResumeFacts,
  { appliedYear, meaning }: { appliedYear: number; meaning: MeaningLookup | null },
): RequirementMatch {
  if (asked.role) return matchRole(asked, resume)
  let best = matchWords(asked, resume)
  for (const skill of resume.skills) {
    const similarity = skillSimilarity(asked.name, skill.name, meaning)
    if (similarity === 0) continue
    const match = heldMatch(asked, skill, { similarity, appliedYear })
    if (isBetter(match, best)) best = { ...match, place: placeOf(skill, resume) }
  }
  return best
}

const isBetter = (one: SkillMatch, other: SkillMatch): boolean =>
  worthOf(one) > worthOf(other) ||
  (worthOf(one) === worthOf(other) && one.similarity > other.similarity)

function heldMatch(
  asked: AskedSkill,
  skill: HeldSkill,
  { similarity, appliedYear }: { similarity: number; appliedYear: number },
): RequirementMatch {
  const { weight } = asked
  const proficiency = proficiencyFactor(skill, asked)
  // Listed without a date: the list speaks of now.
  const unused = skill.lastUsed === null ? 0 : Math.max(0, appliedYear - skill.lastUsed)
  const recency = recencyFactor(unused)
  return { asked, weight, similarity, proficiency, recency, years: skill.years, place: null }
}

const placeOf = (skill: HeldSkill, resume: ResumeFacts): Place | null =>
  resume.mentions.get(skill.name.known ?? '') ?? placeOfWords(skill.name.text, resume.text)

function placeOfWords(words: string, text: string): Place | null {
  if (words === '') return null
  const start = text.toLowerCase().indexOf(words.toLowerCase())
  // Lower case can be longer than what it was made of: then the place is not sure.
  const place = { start, end: start + words.length }
  const same = text.slice(place.start, place.end).toLowerCase() === words.toLowerCase()
  return start >= 0 && same ? place : null
}

/** A phrase that no taxonomy knows: are its words in one line? */
function matchWords(asked: AskedSkill, resume: ResumeFacts): RequirementMatch {
  const { weight, stems } = asked
  const none = {
    asked,
    weight,
    similarity: 0,
    proficiency: 1,
    recency: 1,
    years: null,
    place: null,
  }
  if (asked.name.known !== null || stems.length === 0) return none
  const line = bestLine(stems, resume)
  if (line === null) return none
  const share = line.found / stems.length
  const similarity = share === 1 ? ALL_WORDS : share * SOME_WORDS
  const proficiency = proficiencyFactor({ proficiency: null, years: null }, asked)
  return { ...none, similarity, proficiency, place: resume.lines[line.nth]! }
}

function bestLine(stems: readonly string[], resume: ResumeFacts) {
  const counts = new Map<number, number>()
  let best: { nth: number; found: number } | null = null
  for (const each of stems) {
    for (const nth of resume.linesByStem.get(each) ?? []) {
      const found = (counts.get(nth) ?? 0) + 1
      counts.set(nth, found)
      if (best === null || found > best.found) best = { nth, found }
    }
  }
  return best
}

/** Positions whose title says the asked role, and the years in them. */
function matchRole(asked: AskedSkill, resume: ResumeFacts): RequirementMatch {
  const { weight, stems } = asked
  const shares = resume.positions.map(({ titleStems }) => likeness(stems, titleStems))
  const similarity = Math.max(0, ...shares)
  const held = resume.positions.filter((_, nth) => shares[nth]! > SAME_SKILL)
  const months = held.flatMap((position) => (position.months === null ? [] : [position.months]))
  const years = months.length === 0 ? null : months.reduce((sum, each) => sum + each, 0) / 12
  const best = resume.positions[shares.indexOf(similarity)]
  const place = best && similarity > 0 ? placeOfWords(best.title, resume.text) : null
  if (best === undefined || held.length === 0) {
    return { ...matchWords(asked, resume), asked, similarity: Math.min(similarity, SAME_SKILL) }
  }
  const proficiency = proficiencyFactor({ proficiency: null, years }, asked)
  return { asked, weight, similarity, proficiency, recency: 1, years, place }
}

/** Words in both over words in either, and no less for a title that says more than was asked. */
function likeness(asked: readonly string[], title: ReadonlySet<string>): number {
  if (asked.length === 0 || title.size === 0) return 0
  const both = asked.filter((each) => title.has(each)).length
  const share = both / asked.length
  return share === 1 ? Math.max(ALL_WORDS, both / title.size) : share * SOME_WORDS
}
