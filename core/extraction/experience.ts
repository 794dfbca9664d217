import { monthsIn, spanOf } from '../domain/months.ts'
import type { Experience } from '../domain/profile.ts'
import { skillsIn } from '../taxonomy/skills.ts'
import { titleLikeness } from '../taxonomy/titles.ts'
import { type DateRange, dateRanges, singleDates } from './dates.ts'
import { BULLET, partsOf, withoutDates } from './entry-parts.ts'
import { industryOf } from './industries.ts'
import { joinLines } from './join-lines.ts'
import type { Line } from './line.ts'
import { startPattern } from './word-pattern.ts'

const LONGEST_HEADING = 110
const MOST_HEADINGS = 3
const MOST_ENTRIES = 40
const LONGEST_DESCRIPTION = 4_000

interface Entry {
  readonly dates: DateRange | null
  readonly headings: string[]
  readonly description: Line[]
}

/** Jobs in the order in which they stand. @param asOf  'YYYY-MM-DD', what "present" means */
export function experienceOf(lines: readonly Line[], asOf: string): readonly Experience[] {
  return entriesOf(lines)
    .slice(0, MOST_ENTRIES)
    .map((entry) => toExperience(entry, asOf))
    .filter((one) => one.title !== null || one.company !== null)
}

function toExperience({ dates, headings, description }: Entry, asOf: string): Experience {
  const { title, company } = partsOf(headings)
  const told = joinLines(description).slice(0, LONGEST_DESCRIPTION)
  const start = dates?.start ?? null
  const end = dates?.end ?? null
  const span = spanOf({ start, end }, asOf)
  const skills = skillsIn(`${title ?? ''}\n${told}`).map(({ skill }) => skill.name)
  return {
    company,
    title,
    start,
    end,
    months: span ? monthsIn(span) : null,
    description: told === '' ? null : told,
    skills: [...new Set(skills)],
    industry: industryOf(company, told),
  }
}

function entriesOf(lines: readonly Line[]): Entry[] {
  const dated = lines.flatMap((line, at) => (datesOf(line) ? [at] : []))
  return dated.length > 0 ? datedEntries(lines, dated) : undatedEntries(lines)
}

/** The range that opens a job; not one that is told within a sentence. */
function datesOf(line: Line): DateRange | null {
  const text = line.text.trim()
  if (text.length > 200) return null
  const range = dateRanges(text)[0] ?? loneDate(text)
  if (!range) return null
  const before = text.slice(0, range.from).replace(BULLET, '').trim()
  const after = text.slice(range.to).replace(/^[\s).,;:\]|–-]+/, '')
  if (BULLET.test(text) && text.length > 120) return null
  // In running text dates have words of sentences on both sides.
  const inSentence = before.length > 60 && after.length > 25 && !/[\t|]/.test(text)
  return inSentence || /\b(?:in|of|by|since|during)$/i.test(before) ? null : range
}

// "Cashier, Corner Shop, 2016": a year at a short line's end.
function loneDate(text: string): DateRange | null {
  const dates = singleDates(text)
  if (dates.length !== 1 || text.length > 90 || BULLET.test(text)) return null
  const [date] = dates
  const rest = text.slice(date!.to).replace(/[\s).\]]+$/, '')
  const before = text.slice(0, date!.from)
  const apart = /[\t|(,–—-]\s*$|^\s*$/.test(before)
  return rest === '' && apart && (before.trim() === '' || titleLikeness(before) > 0) ? date! : null
}

function datedEntries(lines: readonly Line[], dated: readonly number[]): Entry[] {
  // Where the dates stand within a job is the same for all jobs of one résumé.
  const usual = headingsBefore(lines, dated[0]!, 0)
  const starts = dated.map((at, nth) => {
    const floor = nth === 0 ? 0 : dated[nth - 1]! + 1
    const before = headingsBefore(lines, at, floor)
    return at - Math.min(before, nth === 0 ? MOST_HEADINGS : Math.max(usual, wrapped(lines, at)))
  })
  return dated.map((at, nth) => {
    const own = lines.slice(starts[nth]!, starts[nth + 1] ?? lines.length)
    return readEntry(own, at - starts[nth]!)
  })
}

/** A heading too long for its line pushes the dates into the next: they stand there alone, below a description. */
function wrapped(lines: readonly Line[], at: number): number {
  const alone = !/\p{L}{2}/u.test(withoutDates(lines[at]!.text))
  const [heading, told] = [lines[at - 1], lines[at - 2]]
  return alone && heading && told && isHeading(heading) && !isHeading(told) ? 1 : 0
}

function headingsBefore(lines: readonly Line[], at: number, floor: number): number {
  let count = 0
  while (count < MOST_HEADINGS && at - count - 1 >= floor && isHeading(lines[at - count - 1]!))
    count++
  return count
}

function readEntry(lines: readonly Line[], at: number): Entry {
  const line = lines[at]!
  const dates = datesOf(line)
  const rest = withoutDates(line.text.replace(BULLET, '')).trim()
  const headings = [...lines.slice(0, at).map(({ text }) => text), ...(rest === '' ? [] : [rest])]
  let next = at + 1
  while (next < lines.length && isHeading(lines[next]!) && wantsMore(headings, lines[next]!)) {
    headings.push(withoutDates(lines[next]!.text))
    next++
  }
  // "Title — Company" with the tale on the dates' own line, as people type it: what is left is told.
  const description = lines.slice(next)
  return { dates, headings: headings.map((text) => text.replace(BULLET, '')), description }
}

function wantsMore(headings: readonly string[], next: Line): boolean {
  if (headings.length >= MOST_HEADINGS) return false
  const { title, company, isSure } = partsOf(headings)
  if (title === null || (!isSure && titleLikeness(next.text) >= 0.7)) return true
  return company === null && (titleLikeness(next.text) < 1 || next.text.length < 40)
}

const LABEL = startPattern(`
  responsibilities; key responsibilities; duties; achievements; technologies; tech stack; tools;
  aufgaben; tätigkeiten; environment; skills`)

function isHeading({ text }: Line): boolean {
  const plain = text.trim()
  if (plain === '' || plain.length > LONGEST_HEADING || BULLET.test(plain)) return false
  if (!/^[\p{Lu}\p{N}"“'(]/u.test(plain) && !/^(?:e|i)[A-Z]/.test(plain)) return false
  if (/[.!?]$/.test(plain) && !/\b(?:inc|ltd|co|corp|llc|e\.?v|s\.?a|st|u\.s\.a?)\.$/i.test(plain))
    return false
  if (plain.split(/\s+/).length > 16) return false
  return !LABEL.test(plain)
}

/** No dates at all: a job begins where a short line names an occupation. */
function undatedEntries(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = []
  for (const line of lines) {
    const text = line.text.trim()
    const last = entries.at(-1)
    const bare = text.replace(BULLET, '')
    const opens =
      text.length <= 90 && !/[.!?]$/.test(bare) && titleLikeness(firstPiece(bare)) >= 0.7
    if (opens && (!BULLET.test(text) || last === undefined || last.description.length === 0))
      entries.push({ dates: null, headings: [bare], description: [] })
    else if (last && last.description.length === 0 && last.headings.length < 2 && isHeading(line))
      last.headings.push(text)
    else last?.description.push(line)
  }
  return entries
}

const firstPiece = (text: string) => text.split(/\t|\s[|–—-]\s|,| at /)[0] ?? text
