import { BUSINESS } from './business.data.ts'
import { DATA } from './data.data.ts'
import { HEALTH } from './health.data.ts'
import { SOCIETY } from './society.data.ts'
import { SOFTWARE } from './software.data.ts'
import { TRADES } from './trades.data.ts'
import { wordsOf } from './words.ts'

export interface Skill {
  readonly name: string
  readonly aliases: readonly string[]
  readonly category: string
  /** Names of skills that whoever has this one has too */
  readonly implies: readonly string[]
}

/** A skill where it stands: `text.slice(start, end)` is how it was written. */
export interface SkillMention {
  readonly skill: Skill
  readonly start: number
  readonly end: number
}

/**
 * How a word may be taken for a skill in running text: `~` as written only ("Excel", not "excel"),
 * `!` moreover only inside a list ("C, R and Go", never "go above and beyond"); `^` inside a list, in any
 * case: words of every day ("training", "events") that are a skill only where skills are listed.
 */
type Guard = '' | '~' | '!' | '^'

const GUARDS = ['~', '!', '^'] as const

interface Name {
  readonly skill: Skill
  readonly written: string
  readonly guard: Guard
}

const SOURCES = [SOFTWARE, DATA, HEALTH, BUSINESS, TRADES, SOCIETY]
const BY_KEY = new Map<string, Name>()
/** Words of the longest name that starts with this word. */
const LONGEST = new Map<string, number>()
/** The whole table, in the order of its files. */
export const SKILLS: readonly Skill[] = SOURCES.flatMap(readTable)
const BY_NAME = new Map(SKILLS.map((skill) => [skill.name, skill]))

/** @returns the skill that goes by exactly this name or alias, case and punctuation aside; null when none does */
export function findSkill(text: string): Skill | null {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > 8) return null
  const keys = words.map((word) => word.key)
  return (lookUp(keys, 0, keys.length) ?? null)?.skill ?? null
}

/** All mentions in reading order, the longest name winning, none overlapping another. One pass over the words. */
export function skillsIn(text: string): readonly SkillMention[] {
  const words = wordsOf(text)
  const keys = words.map((word) => word.key)
  const mentions: SkillMention[] = []
  for (let at = 0; at < words.length; ) {
    const longest = Math.min(LONGEST.get(keys[at]!) ?? 0, words.length - at)
    let taken = 0
    for (let count = longest; count > 0 && taken === 0; count--) {
      const name = lookUp(keys, at, at + count)
      if (!name) continue
      const span = { start: words[at]!.start, end: words[at + count - 1]!.end }
      if (!crossesBreak(text, span) && allowed(name, text, span)) {
        mentions.push({ skill: name.skill, ...span })
        taken = count
      }
    }
    at += Math.max(taken, 1)
  }
  return mentions
}

/** @returns names of all skills that this one implies, directly or through others; itself not among them */
export function impliedBy(name: string): readonly string[] {
  const seen = new Set<string>()
  const visit = (of: string) => {
    for (const implied of BY_NAME.get(of)?.implies ?? []) {
      if (seen.has(implied) || implied === name) continue
      seen.add(implied)
      visit(implied)
    }
  }
  visit(name)
  return [...seen]
}

function lookUp(keys: readonly string[], from: number, to: number): Name | undefined {
  const key = keys.slice(from, to).join(' ')
  const exact = BY_KEY.get(key)
  if (exact || key.length < 5 || !key.endsWith('s')) return exact
  return BY_KEY.get(key.slice(0, -1))
}

// A name never runs over a comma, a bullet or the end of a line's sentence.
const crossesBreak = (text: string, { start, end }: { start: number; end: number }) =>
  /[,;|•·\t]|\n\s*\n|\.\s/.test(text.slice(start, end))

function allowed(name: Name, text: string, span: { start: number; end: number }): boolean {
  if (text[span.start - 1] === '.' && name.written.length <= 3) return false // "Foo.js"
  if (name.guard === '') return true
  const written = text.slice(span.start, span.end)
  const asWritten = written === name.written || written.toUpperCase() === written
  if (name.guard !== '^' && !asWritten) return false
  const before = text.slice(Math.max(0, span.start - 24), span.start)
  const after = text.slice(span.end, span.end + 24)
  return inList(before, after, name.guard)
}

const LIST_BEFORE =
  /(?:^|[\n,;|•·●▪:/(\t]|(?:^|[\s,])(?:in|with|using|and|or|und|mit|et|en|y|e))\s*$/
const LIST_AFTER = /^\s*(?:$|[\n,;|•·●/)\t]|(?:and|or|und|et|y|e)\s)|^\s*\.(?:\s|$)/

function inList(before: string, after: string, guard: Guard): boolean {
  const opens = LIST_BEFORE.test(before)
  const closes = LIST_AFTER.test(after)
  if (guard !== '~') return opens && closes && !/[&'’-]$/.test(before) && !/^[&'’-]/.test(after)
  const startsSentence = /(?:^|[.!?•●▪\n])\s*$/.test(before)
  return !startsSentence || closes || /^\s*\p{Lu}/u.test(after)
}

function readTable(table: string): Skill[] {
  let category = ''
  const skills: Skill[] = []
  for (const line of table.replaceAll('\n  ', ' ').split('\n')) {
    if (line.startsWith('# ')) category = line.slice(2)
    else if (line !== '') skills.push(readSkill(line, category))
  }
  return skills
}

function readSkill(line: string, category: string): Skill {
  const [first, aliases = [], implies = []] = line.split('|').map((cell) =>
    cell
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  const names = [first![0]!, ...aliases].map((text) => {
    const guard = GUARDS.find((sign) => text.startsWith(sign)) ?? ''
    return { written: text.slice(guard.length), guard } as const
  })
  const [name, ...others] = names
  const skill = { name: name!.written, aliases: others.map((n) => n.written), category, implies }
  for (const entry of names) enter({ ...entry, skill })
  return skill
}

function enter(name: Name): void {
  const words = wordsOf(name.written).map((word) => word.key)
  const key = words.join(' ')
  if (BY_KEY.has(key)) return // the first in the table keeps the name
  BY_KEY.set(key, name)
  LONGEST.set(words[0]!, Math.max(LONGEST.get(words[0]!) ?? 0, words.length))
}
