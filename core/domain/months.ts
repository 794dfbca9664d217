import type { Experience, PartialDate } from './profile.ts'

/** Months since year 0; January 2020 is 2020 * 12. */
export type MonthNumber = number

export interface Span {
  readonly from: MonthNumber
  /** Inclusive */
  readonly to: MonthNumber
}

/**
 * A bare year stands for its middle: as a start for July, as an end for June, so that "2017 – 2019" is 24 months.
 * @returns null when it is no date of ours
 */
export function monthNumber(date: PartialDate, as: 'start' | 'end'): MonthNumber | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(date)
  if (!match) return null
  const year = Number(match[1]) * 12
  if (match[2] === undefined) return year + (as === 'start' ? 6 : 5)
  const month = Number(match[2])
  return month >= 1 && month <= 12 ? year + month - 1 : null
}

interface Dated {
  readonly start: PartialDate | null
  readonly end: PartialDate | 'present' | null
}

const LEAST_OF_ONE_YEAR = 6

/**
 * @param asOf  'YYYY-MM-DD': what 'present' means; it is passed in, never read from a clock
 * @returns null when either end is unknown, or the end lies before the start
 */
export function spanOf({ start, end }: Dated, asOf: string): Span | null {
  if (start === null || end === null) return null
  const today = monthNumber(asOf.slice(0, 7), 'end')
  const written = monthNumber(start, 'start')
  const until = end === 'present' ? today : monthNumber(end, 'end')
  if (written === null || until === null || today === null) return null
  const from = start.length === 4 && start === asOf.slice(0, 4) ? Math.min(written, today) : written
  // A bare year on both sides: some part of it, half for want of better.
  if (start === end && start.length === 4)
    return { from: from - 3, to: from - 4 + LEAST_OF_ONE_YEAR }
  // This year so far, or a date still to come: what is yet to be is no experience.
  const to = Math.min(until, Math.max(today, from))
  return to >= from ? { from, to } : null
}

/** Whole months, both ends included. */
export const monthsIn = ({ from, to }: Span): number => to - from + 1

/** Months that any of the spans covers, those that overlap counted once. */
export function monthsCovered(spans: readonly Span[]): number {
  let months = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const first = Math.max(from, reached + 1)
    if (to >= first) months += to - first + 1
    reached = Math.max(reached, to)
  }
  return months
}

/** @returns years, to a tenth, overlaps counted once; null without dated experience */
export function yearsOfExperience(
  experience: readonly Pick<Experience, 'start' | 'end'>[],
  asOf: string,
): number | null {
  const spans = experience.flatMap((one) => spanOf(one, asOf) ?? [])
  return spans.length === 0 ? null : toYears(monthsCovered(spans))
}

/** @returns years, to a tenth */
export const toYears = (months: number): number => Math.round((months / 12) * 10) / 10

/** Calendar year of a month. */
export const yearOf = (month: MonthNumber): number => Math.floor(month / 12)
