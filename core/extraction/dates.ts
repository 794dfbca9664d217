import type { PartialDate } from '../domain/profile.ts'
import { MONTH_NAMES, PRESENT_WORDS, RANGE_WORDS, SEASONS, SINCE_WORDS } from './dates.data.ts'

export interface DateRange {
  readonly start: PartialDate | null
  readonly end: PartialDate | 'present' | null
  /** Where it stands in the text */
  readonly from: number
  readonly to: number
}

const YEAR = '(?:19[4-9]\\d|20[0-4]\\d)'
const escaped = (words: readonly string[]) =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|')
const MONTH = `(?:${escaped([...MONTH_NAMES.keys()])})\\.?`
const SEASON = `(?:${escaped([...SEASONS.keys()])})`
const EDGE = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'

/** One date: the forms that people write, most telling first. Groups are read by `pointOf`. */
const POINT = [
  `\\d{1,2}\\.?\\s+(?:de\\s+)?${MONTH},?\\s+(?:de\\s+)?${YEAR}`,
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${YEAR}`,
  `${MONTH}\\s*(?:,|/|-|\\bde\\b|\\bdel\\b|\\bof\\b)?\\s*${YEAR}`,
  `${MONTH}\\s*['’\`]\\s?\\d{2}`,
  `${SEASON}(?:\\s+of)?,?\\s+${YEAR}`,
  `q[1-4]\\s*[/,]?\\s*${YEAR}`,
  `\\d{1,2}[./-]\\d{1,2}[./-]${YEAR}`,
  `${YEAR}[./-](?:0?[1-9]|1[0-2])(?:[./-]\\d{1,2})?(?!\\d)`,
  `(?:0?[1-9]|1[0-2])\\s?[./-]\\s?${YEAR}`,
  YEAR,
].join('|')

const PRESENT = `(?:${escaped(PRESENT_WORDS)})`
const BETWEEN = `(?:\\s*[-‐‑‒–—−~→]+\\s*|\\s+(?:${escaped(RANGE_WORDS)})\\s+)`
const SHORT = '(?:0?[1-9]|1[0-2])[./]\\d{2}(?!\\d|[./])'

const RANGE = new RegExp(
  `${EDGE}(?<start>${POINT}|${SHORT})${BETWEEN}(?<end>${POINT}|${SHORT}|${PRESENT}|\\d{2}(?![\\d./]))${END}`,
  'giu',
)
const SINCE = new RegExp(`${EDGE}(?:${escaped(SINCE_WORDS)})\\s+(?<start>${POINT})${END}`, 'giu')
const OPEN = new RegExp(`${EDGE}(?<start>${POINT})\\s*[-–—]\\s*(?=$|[)\\t|])`, 'giu')
const SINGLE = new RegExp(`${EDGE}(?<start>${POINT})${END}`, 'giu')

// No date of ours is without one of these; most lines are, and need no further look.
const HINT = /(?:19|20)\d\d|['’`]\s?\d\d|\d[./]\d\d/

/** All ranges of dates in a text, in order, none overlapping. A year alone is none: see `singleDates`. */
export function dateRanges(text: string): readonly DateRange[] {
  if (!HINT.test(text)) return []
  const found: DateRange[] = []
  for (const pattern of [RANGE, SINCE, OPEN]) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (found.some((range) => from < range.to && to > range.from)) continue
      const start = pointOf(match.groups!.start!)
      const end = pattern === RANGE ? endOf(match.groups!.end!, start) : 'present'
      if (start !== null && end !== null && inOrder(start, end))
        found.push({ start, end, from, to })
    }
  }
  return found.toSorted((a, b) => a.from - b.from)
}

/** Dates that stand alone, such as the year of a degree. */
export function singleDates(text: string): readonly DateRange[] {
  if (!HINT.test(text)) return []
  return [...text.matchAll(SINGLE)].flatMap((match) => {
    const at = pointOf(match.groups!.start!)
    const from = match.index
    return at === null ? [] : [{ start: at, end: at, from, to: from + match[0].length }]
  })
}

const inOrder = (start: PartialDate, end: PartialDate | 'present') =>
  end === 'present' || end.slice(0, 4) >= start.slice(0, 4)

function endOf(text: string, start: PartialDate | null): PartialDate | 'present' | null {
  if (!/\d/.test(text)) return 'present'
  // "2019 – 21" ends in the century that it began in.
  if (/^\d{2}$/.test(text)) {
    const end = start ? `${start.slice(0, 2)}${text}` : null
    return end !== null && start !== null && end > start.slice(0, 4) ? end : null
  }
  return pointOf(text)
}

/** @returns 'YYYY' or 'YYYY-MM'; null when the numbers are no date */
function pointOf(text: string): PartialDate | null {
  const lower = text.toLowerCase().normalize('NFC')
  const year = yearIn(lower)
  if (year === null) return null
  const month = monthIn(lower)
  if (month === null) return year
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null
}

function yearIn(text: string): string | null {
  const full = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`).exec(text)?.[0]
  if (full) return full
  const short = /(\d{2})$/.exec(text)?.[1]
  if (!short) return null
  return Number(short) > 50 ? `19${short}` : `20${short}`
}

function monthIn(text: string): number | null {
  const word = /\p{L}[\p{L}\p{M}]*/u.exec(text.replaceAll(/\b(de|del|of)\b/g, ' '))?.[0]
  if (word && /^q$/.test(word)) return Number(/q([1-4])/.exec(text)![1]) * 3 - 2
  if (word) return MONTH_NAMES.get(word) ?? SEASONS.get(word) ?? null
  const numbers = text.split(/\D+/).filter((part) => part !== '')
  if (numbers.length === 1) return null
  if (numbers[0]!.length === 4) return Number(numbers[1])
  if (numbers.length === 2) return Number(numbers[0])
  // Day and month in either order: what cannot be a month is the day.
  const [first, second] = [Number(numbers[0]), Number(numbers[1])]
  return second > 12 ? first : text.includes('/') && first <= 12 ? first : second
}
