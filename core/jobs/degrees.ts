import type { DegreeLevel } from '../domain/profile.ts'
import { phrases } from './phrases.ts'

/** Lowest first. */
export const DEGREE_LEVELS: readonly DegreeLevel[] = [
  'secondary',
  'associate',
  'bachelor',
  'master',
  'doctorate',
]

export const degreeRank = (level: DegreeLevel): number => DEGREE_LEVELS.indexOf(level)

export const isDegreeLevel = (text: string | null): text is DegreeLevel =>
  (DEGREE_LEVELS as readonly (string | null)[]).includes(text)

export interface DegreeMention {
  readonly level: DegreeLevel
  readonly rank: number
  readonly fields: readonly string[]
}

const PATTERNS: readonly (readonly [DegreeLevel, RegExp])[] = [
  [
    'secondary',
    phrases(
      `high[- ]school (?:diploma|degree|education); ged; abitur; secondary (?:school|education)`,
    ),
  ],
  ['associate', phrases(`associate(?:['’]?s)?(?: \\p{L}+)? degree; associate of; vocational`)],
  [
    'bachelor',
    phrases(`
      bachelor(?:['’]?s)?; b\\.?sc?\\.?; b\\.?a\\.?; bsn; undergraduate degree; (?:university|college) degree;
      (?:4|four)[- ]year degree; licence; licenciatura; hochschulabschluss`),
  ],
  ['master', phrases(`master(?:['’]?s| of); m\\.?sc\\.?; mba; msn; graduate degree`)],
  ['doctorate', phrases(`ph\\.? ?d; doctorate; doctoral; doctor of; promotion in`)],
]

const FIELDS = new RegExp(
  `\\b(?:degree|diploma|bachelor['’]?s?|master['’]?s?|b\\.?sc?\\.?|m\\.?sc?\\.?)(?: degree)?` +
    `\\s+(?:in|of)\\s+([\\p{L}][\\p{L}\\s,/&-]{2,80})`,
  'iu',
)

/** Degrees that a line asks for, with the fields that it names. */
export function degreesIn(line: string): readonly DegreeMention[] {
  const levels = PATTERNS.flatMap(([level, pattern]) => (pattern.test(line) ? [level] : []))
  const fields = levels.length === 0 ? [] : fieldsIn(line)
  return levels.map((level) => ({ level, rank: degreeRank(level), fields }))
}

function fieldsIn(line: string): readonly string[] {
  const list = FIELDS.exec(line)?.[1] ?? ''
  return list
    .split(/,|\/|\bor\b|\band\b/i)
    .map((field) => field.trim())
    .filter((field) => field !== '' && field.split(/\s+/).length <= 3 && !NO_FIELD.test(field))
}

const NO_FIELD =
  /^(?:an? )?(?:related|relevant|similar|equivalent|another|other|years?|experience|required|preferred|field|degree)\b/i
