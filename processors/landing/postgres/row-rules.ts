import type { Consent } from '../../../core/events/events.generated.ts'
import { Fault } from '../../../core/fault.ts'
import type { ConsentColumns } from '../../../core/ports/landing-rows.ts'

/** The years 0 to 9999: all that JSON, JavaScript and SQL agree on. */
const FIRST_TIME_MS = -62_167_219_200_000
const LAST_TIME_MS = 253_402_300_799_999

/** Rules that the schemas of the events leave open and the store does not. */
export interface RowRules {
  text<T extends string | null>(field: string, value: T): T
  time(field: string, value: number): number
  /** A whole number that JavaScript holds exactly, >= 0 */
  whole(field: string, value: number): number
  finite<T extends number | null>(field: string, value: T): T
}

export function rulesAt(offset: number): RowRules {
  const refuse = (field: string, why: string): never => {
    throw new Fault('database.refused', `offset ${offset}: ${field} ${why}`)
  }
  return {
    text(field, value) {
      if (value?.includes('\u0000')) refuse(field, 'holds a NUL')
      return value
    },
    time(field, value) {
      const known = Number.isInteger(value) && value >= FIRST_TIME_MS && value <= LAST_TIME_MS
      return known ? value : refuse(field, `is no time: ${value}`)
    },
    whole(field, value) {
      const known = Number.isSafeInteger(value) && value >= 0
      return known ? value : refuse(field, `is out of range: ${value}`)
    },
    finite(field, value) {
      if (value !== null && !Number.isFinite(value)) refuse(field, `is no number: ${value}`)
      return value
    },
  }
}

export const consentColumns = (rules: RowRules, consent: Consent): ConsentColumns => ({
  consentProcessing: consent.processing,
  consentAiScoring: consent.aiScoring,
  consentTextVersion: rules.text('consent.textVersion', consent.textVersion),
})

/**
 * JSON for a column of lists of names. NUL survives in JSON as an escape that the store can't turn into text.
 */
export const namesJson = (rules: RowRules, field: string, names: readonly string[]): string =>
  JSON.stringify(names.map((name) => rules.text(field, name)))
