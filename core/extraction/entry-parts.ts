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
  readonly location: string | null
}

interface Piece {
  readonly text: string
  readonly line: number
  readonly likeness: number
  readonly company: boolean
}

/** Tells title, employer and place apart in the lines that head one job. */
export function partsOf(headings: readonly string[]): Parts {
  const places: string[] = []
  const pieces: Piece[] = []
  headings.forEach((heading, line) => {
    for (const text of piecesOf(heading)) {
      if (isPlace(text)) places.push(text)
      else if (text.length > 1)
        pieces.push({ text, line, likeness: titleLikeness(text), company: isCompanyLike(text) })
    }
  })
  const title = pickTitle(pieces)
  const company = pickCompany(pieces, title)
  return { title: title?.text ?? null, company: company?.text ?? null, location: places[0] ?? null }
}

function pickTitle(pieces: readonly Piece[]): Piece | null {
  const rated = pieces.map((piece) => ({
    piece,
    rate: piece.likeness - (piece.company ? 0.35 : 0),
  }))
  const best = rated.reduce<(typeof rated)[number] | null>(
    (a, b) => (a === null || b.rate > a.rate ? b : a),
    null,
  )
  if (best && best.rate > 0.3) return best.piece
  // Nobody names an occupation that we know: the piece that cannot be the employer.
  const [first, second] = pieces
  if (first && second?.company && !first.company) return first
  if (first && second && first.company && !second.company) return second
  return first && second && !first.company ? first : null
}

function pickCompany(pieces: readonly Piece[], title: Piece | null): Piece | null {
  const others = pieces.filter((piece) => piece !== title)
  const marked = others.find((piece) => piece.company && piece.likeness < 1)
  if (marked) return marked
  return others.find((piece) => piece.likeness < 1 && isNameLike(piece.text)) ?? null
}

// What begins small or runs on is part of a sentence.
const isNameLike = (text: string) =>
  /^[\p{Lu}\p{N}\p{Lo}“"']/u.test(text) &&
  text.split(/\s+/).length <= 8 &&
  !EMPLOYMENT_KIND.test(text)

const EMPLOYMENT_KIND = wholePattern(`
  full[- ]?time; part[- ]?time; contract(or)?; freelance; internship; permanent; temporary;
  vollzeit; teilzeit; cdi; cdd; stage; remote; hybrid; self[- ]employed`)
