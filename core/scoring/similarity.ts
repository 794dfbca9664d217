import { findSkill, impliedBy } from '../taxonomy/skills.ts'
import { wordsOf } from '../taxonomy/words.ts'
import { stem } from './stem.ts'

/** A skill's name, made ready to compare. */
export interface SkillName {
  readonly text: string
  readonly key: string
  /** The taxonomy's name; null when it knows none */
  readonly known: string | null
  readonly stems: readonly string[]
}

/** Cosine of two names' vectors, looked up, never computed here; null when not known. */
export type MeaningLookup = (one: string, other: string) => number | null

const CACHED = 50_000
const cache = new Map<string, SkillName>()

export function skillName(text: string): SkillName {
  const found = cache.get(text)
  if (found) return found
  const keys = wordsOf(text).map((word) => word.key)
  const known = findSkill(text)?.name ?? null
  const name = { text, key: keys.join(' '), known, stems: keys.map(stem) }
  if (cache.size >= CACHED) cache.clear()
  cache.set(text, name)
  return name
}

// Whoever has React has JavaScript; whoever has JavaScript is near React, but does not have it.
const IMPLIES = 0.9
const IS_IMPLIED = 0.5
const SPELLING_FLOOR = 0.85
const CONTAINED = 0.85

/**
 * How far a candidate's skill is the asked one, by name alone.
 * @returns 0..1; 1 for the same name or an alias. Two names that the taxonomy knows as different skills are never alike
 *   by spelling or meaning: Java is not JavaScript
 */
export function skillSimilarity(
  asked: SkillName,
  have: SkillName,
  meaning: MeaningLookup | null = null,
): number {
  if (asked.key === have.key) return asked.key === '' ? 0 : 1
  if (asked.known !== null && have.known !== null) return related(asked.known, have.known)
  const byMeaning = meaning?.(asked.text, have.text) ?? 0
  return Math.max(bySpelling(asked.key, have.key), contained(asked, have), byMeaning)
}

function related(asked: string, have: string): number {
  if (asked === have) return 1
  if (impliedNames(have).has(asked)) return IMPLIES
  return impliedNames(asked).has(have) ? IS_IMPLIED : 0
}

const implied = new Map<string, ReadonlySet<string>>()
function impliedNames(name: string): ReadonlySet<string> {
  const found = implied.get(name) ?? new Set(impliedBy(name))
  implied.set(name, found)
  return found
}

/** "Kubernets" is "Kubernetes"; short names and names that differ in a number or sign are left alone. */
function bySpelling(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  if (Math.min(one.length, other.length) < 8) return 0
  if (signs(one) !== signs(other)) return 0
  const most = Math.floor(longest * (1 - SPELLING_FLOOR))
  if (Math.abs(one.length - other.length) > most) return 0
  const distance = editDistance(one, other)
  return distance <= most ? 1 - distance / longest : 0
}

const signs = (text: string) => text.replace(/[^\d+#.]/g, '')

/** "Java programming" holds "Java"? No: of one word nothing is inferred. "Agile project management" is management of projects. */
function contained(asked: SkillName, have: SkillName): number {
  const [few, many] =
    asked.stems.length <= have.stems.length ? [asked.stems, have.stems] : [have.stems, asked.stems]
  if (few.length < 2 || many.length > 2 * few.length) return 0
  return few.every((word) => many.includes(word)) ? CONTAINED : 0
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, n) => n)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const replaced = last[j - 1]! + (same ? 0 : 1)
      const least = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1)
      row.push(swapped ? Math.min(least, beforeLast[j - 2]! + 1) : least)
    }
    beforeLast = last
    last = row
  }
  return last[other.length]!
}
