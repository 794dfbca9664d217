import { titleLikeness } from '../taxonomy/titles.ts'
import { dateRanges, singleDates } from './dates.ts'
import { COMPANY_WORDS } from './entry-parts.data.ts'
import { isPlace } from './places.ts'
import { wholePattern, wordPattern } from './word-pattern.ts'

export const BULLET =
  /^\s*(?:[•●▪■□◦‣⁃∙○➢➤✓✔*·§>]|[-–—](?=\s)|o(?=\s)|\d{1,2}[.)](?=\s)|\uf0b7)\s*/u

const COMPANY = wordPattern(COMPANY_WORDS)

/** How much a text reads like an employer's name: 0 or 1. */
export const isCompanyLike = (text: string): boolean => COMPANY.test(text)

const SUFFIX =
  /^(?:inc|llc|llp|ltd|limited|corp|co|plc|gmbh|ag|kg|s\.?a|s\.?l|b\.?v|pty|p\.?c)\.?$/i

/** The pieces of one heading line: what tabs, bars, dashes, commas and "at" part. Dates are out already. */
export function piecesOf(text: string): string[] {
  const pieces = text
    .replace(LEAD_IN, '')
    .replace(/:\s.*$/, '')
    .replaceAll(/[()[\]]/g, '\t')
    .split(/\t|\s*[|•·●▪]\s*|\s+[-–—]+\s+|\s[-–—]|\s+(?:at|bei|chez|@)\s+|\s*;\s*/u)
    .flatMap(splitCommas)
    .map((piece) => piece.replace(/^[\s,:–—-]+|[\s,:–—-]+$/g, ''))
  return pieces.map(shortened).filter((piece) => /\p{L}/u.test(piece))
}

// "Worked as a Baker", "Role of an Analyst": the words around a title in sentences.
const LEAD_IN = new RegExp(
  [
    '^(?:(?:i |was an? |held (?:the|a) )|\\d+\\+? years? (?:of experience )?(?=as ))?',
    '(?:(?:have|has|was|previously|formerly|currently|professionally) )*',
    '(?:work(?:ed|ing)?|serv(?:ed|ing)|employ(?:ed|ment)|act(?:ed|ing)|experienced?|role|position',
    '|job|profession(?:al)?|vocation|gained experience|career|tenure|stint|title) ',
    '(?:professionally )?(?:as|of|in|for) (?:being )?(?:an? |the )?',
  ].join(''),
  'i',
)
const TALE = new RegExp(
  [
    '\\s+(?:with|who|that|where|which|utili[sz]ing|using|overseeing|responsible|focus(?:ed|ing)',
    '|from|between|for (?:the|a) period|during|in the period)(?:\\s.*)?$',
  ].join(''),
  'i',
)

const shortened = (piece: string): string => {
  const short = piece.replace(TALE, '')
  return titleLikeness(short) >= 0.7 ? short : piece
}

// "Omnious Co., Ltd., Seoul" keeps its suffixes; "Austin, TX" stays one place.
function splitCommas(text: string): string[] {
  const parts = text.split(/\s*,\s*/)
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && (SUFFIX.test(part.trim()) || isPlace(`${last}, ${part}`)))
      joined[joined.length - 1] = `${last}, ${part}`
    else joined.push(part)
  }
  return joined
}

/** Cuts dates out of a line. */
export function withoutDates(text: string): string {
  const found = [...dateRanges(text)]
  const dates = found.length > 0 ? found : singleDates(text)
  let rest = text
  for (const { from, to } of dates.toReversed()) rest = `${rest.slice(0, from)}\t${rest.slice(to)}`
  return rest.replaceAll(
    /\(\s*\)|\[\s*\]|\(\s*[\d\s.,]*(?:yrs?|years?|mos?|months?|jahre?|ans?)[^)]*\)/gi,
    '',
  )
}

export interface Parts {
  readonly title: string | null
  readonly company: string | null
  /** Does the title name an occupation that we know? If not it is what was left. */
  readonly isSure: boolean
}

interface Piece {
  readonly text: string
  readonly line: number
  readonly likeness: number
  readonly company: boolean
}

/** Tells title and employer apart in the lines that head one job; places are neither. */
export function partsOf(headings: readonly string[]): Parts {
  const pieces = headings.flatMap((heading, line) =>
    piecesOf(heading)
      .filter((text) => text.length > 1 && !isPlace(text))
      .map((text): Piece => {
        return { text, line, likeness: titleLikeness(text), company: isCompanyLike(text) }
      }),
  )
  const known = knownTitle(pieces)
  const title = known ?? leftTitle(pieces)
  const company = pickCompany(pieces, title)
  const written = title && withSpecialty(pieces, title, company)
  return { title: written, company: company?.text ?? null, isSure: known !== null }
}

function knownTitle(pieces: readonly Piece[]): Piece | null {
  let best: Piece | null = null
  let most = 0.3
  for (const piece of pieces) {
    const rate = piece.likeness - (piece.company ? 0.35 : 0)
    if (rate > most) {
      best = piece
      most = rate
    }
  }
  return best
}

/** Nobody names an occupation that we know: the piece that cannot be the employer, if it is more than a town. */
function leftTitle([first, second]: readonly Piece[]): Piece | null {
  if (!first || !second) return null
  if (!first.company) return first
  const apart = second.line !== first.line || second.text.includes(' ')
  return !second.company && apart ? second : null
}

function pickCompany(pieces: readonly Piece[], title: Piece | null): Piece | null {
  const others = pieces.filter((piece) => piece !== title)
  const marked = others.find((piece) => piece.company)
  return marked ?? others.find((piece) => piece.likeness < 1 && isNameLike(piece.text)) ?? null
}

// "Registered Nurse, Intensive Care": what stands beside the title and is not the employer belongs to it.
function withSpecialty(pieces: readonly Piece[], title: Piece, company: Piece | null): string {
  const next = pieces[pieces.indexOf(title) + 1]
  const belongs = next && next !== company && next.line === title.line && company?.company
  return belongs &&
    (next.text.includes(' ') || next.text === next.text.toUpperCase()) &&
    next.likeness === 0 &&
    isNameLike(next.text)
    ? `${title.text}, ${next.text}`
    : title.text
}

// What begins small or runs on is part of a sentence.
const isNameLike = (text: string) =>
  /^[\p{Lu}\p{N}\p{Lo}“"']/u.test(text) &&
  text.split(/\s+/).length <= 8 &&
  !EMPLOYMENT_KIND.test(text)

const EMPLOYMENT_KIND = wholePattern(`
  full[- ]?time; part[- ]?time; contract(or)?; freelance; internship; permanent; temporary;
  vollzeit; teilzeit; cdi; cdd; stage; remote; hybrid; self[- ]employed`)
