import { skillsIn } from '../taxonomy/skills.ts'
import { titleLikeness } from '../taxonomy/titles.ts'

export interface AskedYears {
  readonly years: number
  /** Of one skill or role, not of work as a whole */
  readonly specific: boolean
  /** "... years as a registered nurse" */
  readonly role: string | null
  /** Does this stretch of the line, by a skill's place in it, ask for these years of that skill? */
  covers(place: number): boolean
}

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const NUMBER = `\\d{1,2}(?:\\.\\d)?|${NUMBERS.join('|')}`
const UNIT = 'years?|yrs?\\.?|jahre?n?|ans|años'
const YEARS = new RegExp(
  `\\b(${NUMBER})\\s*\\+?\\s*(?:(?:-|–|to|bis)\\s*(?:${NUMBER})\\s*\\+?\\s*)?` +
    `(?:or more |full |plus )?(?:${UNIT})(?!\\p{L})`,
  'giu',
)
const ROLE_ENDS =
  '[,;:(.]|\\s[–—-]\\s|$|\\brole\\b|\\bposition\\b|\\bwith\\b|\\bor\\b|\\bis\\b|\\bin an?\\b|\\bfocus'
/** A role after "years as a"; up to a sign, or to words that begin something else. */
const ROLE = new RegExp(
  `\\b(?:as|in) (?:an? |the )?(?:role (?:of |as )?(?:an? )?)?(\\p{L}[\\p{L}\\s/&'’.-]{2,70}?)` +
    `(?=\\s*(?:${ROLE_ENDS}))`,
  'iu',
)
/** How far behind the years a skill belongs to them. */
const REACH = 60

/** Years of experience that a line asks for. */
export function yearsIn(line: string): readonly AskedYears[] {
  const found = [...line.matchAll(YEARS)]
  return found.map((match, nth) => {
    const start = match.index + match[0].length
    const end = Math.min(found[nth + 1]?.index ?? line.length, line.length)
    const behind = line.slice(start, end)
    const role = roleOf(behind)
    const reach = Math.min(end, start + REACH)
    const skilled = skillsIn(behind).some((mention) => mention.start < REACH)
    return {
      years: numberOf(match[1]!),
      specific: role !== null || skilled,
      role,
      covers: (place) => role === null && place >= start && place < reach,
    }
  })
}

function roleOf(behind: string): string | null {
  const role = ROLE.exec(behind)?.[1]?.trim().replace(/\.$/, '')
  if (role === undefined || role.split(/\s+/).length > 8) return null
  return titleLikeness(role) > 0 ? role : null
}

const numberOf = (text: string): number => {
  const at = NUMBERS.indexOf(text.toLowerCase())
  return at >= 0 ? at + 1 : Number(text)
}
