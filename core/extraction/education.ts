import type { DegreeLevel, Education } from '../domain/profile.ts'
import { dateRanges, singleDates } from './dates.ts'
import { DEGREE_WORDS, INSTITUTION_WORDS } from './education.data.ts'
import { BULLET, withoutDates } from './entry-parts.ts'
import type { Line } from './line.ts'
import { isPlace } from './places.ts'
import { startPattern, wordPattern } from './word-pattern.ts'

const DEGREES = DEGREE_WORDS.map(([level, words]) => [level, wordPattern(words)] as const)

const INSTITUTION = wordPattern(INSTITUTION_WORDS)

interface Draft {
  texts: string[]
  institution: string | null
  degree: string | null
  level: DegreeLevel | null
}

const MOST_ENTRIES = 20

export function educationOf(lines: readonly Line[]): readonly Education[] {
  const drafts: Draft[] = []
  for (const line of lines) takeLine(drafts, line)
  return drafts
    .filter((draft) => draft.degree !== null || draft.institution !== null)
    .slice(0, MOST_ENTRIES)
    .map(toEducation)
}

const DETAIL = startPattern(`
  relevant; coursework; courses; gpa; grade; thesis; schwerpunkt; abschlussnote; note; mention;
  activities; honors; dean; minor; focus`)

function takeLine(drafts: Draft[], line: Line): void {
  const text = line.text.trim().replace(BULLET, '')
  const last = drafts.at(-1)
  if (text === '' || text.length > 220) return
  if (DETAIL.test(text)) return void last?.texts.push(text)
  const bare = withoutDates(text)
    .replaceAll(/\s*\t\s*/g, '\t')
    .trim()
  const { degree, level, institution } = factsIn(bare)
  const clashes =
    (degree !== null && last?.degree != null) ||
    (institution !== null && last?.institution != null) ||
    (degree === null && institution === null && hasRange(text) && last?.texts.some(hasRange))
  if (!last || clashes) drafts.push({ texts: [text], institution, degree, level })
  else {
    last.texts.push(text)
    last.institution ??= institution
    if (degree !== null) {
      last.degree = degree
      last.level = level
    }
  }
}

const hasRange = (text: string) => dateRanges(text).length > 0

interface Facts {
  readonly degree: string | null
  readonly level: DegreeLevel | null
  readonly institution: string | null
}

function factsIn(text: string): Facts {
  const pieces = text
    .split(/\t|\s*[|•·]\s*|\s+[-–—]+\s+|\s*;\s*/)
    .flatMap(splitAtInstitution)
    .map((piece) => piece.replace(/^[\s,:(–-]+|[\s,:–-]+$/g, ''))
    .map((piece) => (piece.includes('(') ? piece : piece.replace(/\)+$/, '')))
    .filter((piece) => piece.length > 1)
  const institution = pieces.find((piece) => isInstitution(piece)) ?? null
  const degreePiece = pieces.find((piece) => piece !== institution && levelOf(piece) !== null)
  return {
    degree: degreePiece ?? null,
    level: degreePiece === undefined ? null : levelOf(degreePiece),
    institution,
  }
}

const isInstitution = (piece: string) => {
  if (!INSTITUTION.test(piece) || isPlace(piece)) return false
  // "High School Diploma" is a degree, "Lincoln High School" is where.
  return !/^(?:high school|secondary school)(?: diploma)?$/i.test(piece)
}

/** "BSc Physics, University of Bath, 2:1" at its commas, keeping "University of California, Berkeley" together. */
function splitAtInstitution(text: string): string[] {
  const parts = text.split(/\s*,\s*|\s+(?:from|at|an der|à l['’]|à la)\s+/)
  if (parts.length < 2) return parts
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const both = last !== undefined && !INSTITUTION.test(part) && levelOf(part) === null
    if (
      both &&
      INSTITUTION.test(last) &&
      /^\p{Lu}[\p{L} ]{2,20}$/u.test(part) &&
      joined.length === 1
    )
      joined[joined.length - 1] = `${last}, ${part}`
    else if (both && levelOf(last) !== null && !INSTITUTION.test(last))
      joined[joined.length - 1] = `${last}, ${part}`
    else joined.push(part)
  }
  return joined
}

export function levelOf(text: string): DegreeLevel | null {
  for (const [level, pattern] of DEGREES) {
    const match = pattern.exec(text)
    // Two letters are a degree only in capitals: "BA", not "ba" nor "as".
    if (
      match &&
      (match[0].length > 3 ||
        match[0] === match[0].toUpperCase() ||
        /^(ph|m\.|b\.|bs|ms)/i.test(match[0]))
    )
      if (!/^(?:ma|ba|bs|ms|as|md|jd)$/.test(match[0])) return level
  }
  return null
}

const FIELD = new RegExp(
  [
    '(?:\\b(?:in|of science in|of arts in|of engineering in|en|em|der|für|di|major:?|in de',
    '|spécialité|mention)\\s+|[,:(]\\s*',
    '|^(?:[bm]\\.?\\s?(?:sc|a|s|eng|tech|com|ed)\\.?|ph\\.?d\\.?|bsc|msc|ba|ma|bs|ms|bachelor',
    '|master|diplom|mba|licence|grado|laurea|licenciatura)\\s+(?!of\\b|degree))',
    "(\\p{L}[\\p{L}&/ ,'’-]{2,70})",
  ].join(''),
  'iu',
)
const OF_FIELD = new RegExp(
  [
    "\\b(?:bachelor|master|doctor)(?:['’]?s)?(?: degree)? of (?!science|arts|engineering in",
    '|business administration in|education in|fine arts in)(\\p{L}[\\p{L} &]{2,60})',
  ].join(''),
  'iu',
)

function fieldOf(degree: string): string | null {
  const of = OF_FIELD.exec(degree)
  const match = FIELD.exec(degree)
  const field = (match ?? of)?.[1]
    ?.replace(/\s*[,(].*$/, '')
    .replace(/^(?:the field of|science in|arts in)\s+/i, '')
    .trim()
  if (!field || field.length < 3 || /^(?:science|arts|degree|hons?|honours)$/i.test(field))
    return null
  return field
}

function toEducation(draft: Draft): Education {
  const years = draft.texts.flatMap((text) => [...dateRanges(text), ...singleDates(text)])
  const ends = years.flatMap(({ end }) =>
    end && end !== 'present' ? [Number(end.slice(0, 4))] : [],
  )
  const { institution, degree, level } = draft
  return {
    institution,
    degree,
    level,
    field: degree === null ? null : fieldOf(degree),
    year: ends.length > 0 ? Math.max(...ends) : null,
  }
}
