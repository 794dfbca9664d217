import { findSkill } from '../taxonomy/skills.ts'
import { titleLikeness } from '../taxonomy/titles.ts'
import { BULLET } from './entry-parts.ts'
import type { Line } from './line.ts'
import { isPlace } from './places.ts'
import { headingOf } from './sections.ts'
import { startPattern, wholePattern, wordPattern } from './word-pattern.ts'

const LABEL = startPattern(`
  full name; name; candidate; applicant; vor- und nachname; nom; nom et prénom; nombre; nome; naam;
  nome e cognome`)
const TITLES = new RegExp(
  '^(?:(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|m|mme|sr|sra|dipl\\.?-?\\s?ing|ing)\\.?\\s+)+' +
    '(?=\\p{Lu})',
  'iu',
)
const DEGREES = new RegExp(
  ',?\\s+(?:ph\\.?d|m\\.?d|mba|rn|bsn|msn|cpa|pmp|esq|jr|sr|iii?|phr|shrm-cp|acca|aca|cfa|pe|lpn|np' +
    '|fnp-c|m\\.?sc|b\\.?sc|b\\.?a|m\\.?a|crna|cma|do|dds)\\.?(?=[\\s,]|$)',
  'giu',
)
const NO_NAME = wordPattern(`
  curriculum; vitae; resume; résumé; lebenslauf; cv; confidential; page; seite; cover letter;
  bewerbung; application; profile; contact; currículum; hoja de vida; street; road; avenue;
  university; inc; llc; gmbh; ltd`)

interface Around {
  readonly emails: readonly string[]
  /** Does the document read like a résumé at all? If not, only a name that is said to be one counts */
  readonly isResume: boolean
}

/**
 * The person's name: said so, or the most prominent line near the top that reads like one.
 * @returns null rather than a guess
 */
export function nameOf(lines: readonly Line[], { emails, isResume }: Around): string | null {
  const top = lines.slice(0, 60).filter((line) => line.page === 1)
  for (const { text } of top) {
    const said = labelledName(text.trim().replace(BULLET, ''))
    const name = said ? readName(said.split(/\t|\s\|\s/)[0]!, true) : null
    if (name) return name
  }
  if (!isResume) return null
  const candidates = top.flatMap((line, at) => candidatesIn(line, at, emails))
  const best = candidates.reduce<Candidate | null>(
    (a, b) => (a === null || b.weight > a.weight ? b : a),
    null,
  )
  return best !== null && best.weight > 0 ? best.name : null
}

function labelledName(text: string): string | null {
  const label = LABEL.exec(text)?.[0]
  return (label && /^\s*[:：]\s*(.+)$/.exec(text.slice(label.length))?.[1]) ?? null
}

interface Candidate {
  readonly name: string
  readonly weight: number
}

const LATEST_PLAIN = 6

function candidatesIn(line: Line, at: number, emails: readonly string[]): Candidate[] {
  const whole = line.text.trim()
  const parts = [whole, ...whole.split(/\t|\s[|•·–—-]\s|\s*,\s*(?=\p{Lu})/u)]
  return parts.flatMap((part) => {
    const name = readName(part)
    if (name === null || headingOf({ ...line, text: part }, { usual: 0, isFirst: false })) return []
    const inEmail = emails.some((email) => sharesWord(name, email))
    const size = line.size ?? 0
    const plain = at < LATEST_PLAIN ? 3 - at * 0.4 : 0
    const big = size >= 14 ? Math.min(size, 50) / 8 : 0
    const weight = plain + (at < 40 ? big : 0) + (inEmail ? 4 : 0) + (line.bold ? 0.5 : 0)
    return weight >= 1.5 ? [{ name, weight: weight - (part === whole ? 0 : 0.3) }] : []
  })
}

function sharesWord(name: string, email: string): boolean {
  const local = plainLetters(email.split('@')[0]!)
  return plainLetters(name)
    .split(' ')
    .some((word) => word.length >= 3 && local.includes(word))
}

const plainLetters = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L} ]/gu, '')

/**
 * @param said  the text stands after "Name:", so that what reads like a skill or a trade is one all the same
 * @returns the name as people write it ("JANE DOE" becomes "Jane Doe"); null when the text is no name
 */
export function readName(text: string, said = false): string | null {
  const bare = text
    .trim()
    .replace(TITLES, '')
    .replaceAll(DEGREES, '')
    .replace(/[,;.\s]+$/, '')
    .trim()
  if (bare.length < 3 || bare.length > 60 || /[\d@:/|()_!?<>{}=•\t]/.test(bare)) return null
  if (!said && (NO_NAME.test(bare) || isPlace(bare) || findSkill(bare) !== null)) return null
  const spread = /^(?:\p{Lu} ){4,}\p{Lu}$/u.test(bare)
  if (spread) return null
  const words = bare.split(/\s+/)
  if (words.length < (said ? 1 : 2) || words.length > 5) return null
  const shapes = words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word))
  if (!shapes || words.every((word) => PARTICLE.test(word))) return null
  if (!said && titleLikeness(bare) > 0 && !isTradeSurname(words)) return null
  const capitals = bare === bare.toUpperCase()
  return capitals ? words.map(asWritten).join(' ') : words.join(' ')
}

// Teva Carpenter is a person; a Master Carpenter is a trade.
const isTradeSurname = (words: readonly string[]) =>
  TRADE_SURNAMES.test(words.at(-1)!) && titleLikeness(words.slice(0, -1).join(' ')) === 0

const TRADE_SURNAMES = wholePattern(`
  baker; barber; butcher; carpenter; chef; clerk; cook; driver; farmer; guard; judge; keeper; mason;
  miner; page; painter; porter; sailor; sargent; steward; tailor; turner; warden; head; marshall?;
  carver; potter; smith; bauer; koch; lehrer; fischer; meister; schneider; weber; müller; becker;
  richter; kaufmann`)

const NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u
const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|di|la|le|van|von|zu|den|der|ter|ten|bin|ibn|al|el|y|e|af|av|st\.?)$/i

const asWritten = (word: string) =>
  PARTICLE.test(word)
    ? word.toLowerCase()
    : word
        .toLowerCase()
        .replaceAll(/(^|[-'’.])(\p{L})/gu, (_, mark, letter) => mark + letter.toUpperCase())
