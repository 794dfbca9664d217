import type { Profile } from '../domain/profile.ts'
import { findSkill } from '../taxonomy/skills.ts'
import { titleLikeness } from '../taxonomy/titles.ts'
import { wordWeight } from './word-prior.ts'

/**
 * The text without what says who somebody is: name, contact, address, links, schools, age, gender, nationality.
 * Each such place is overwritten by spaces, so that places in the blind text are places in the text.
 * @param text  what a reader of the document sees
 */
export function blindText(profile: Profile | null, text: string): string {
  const blanks = blanker(text)
  for (const line of headerLines(text)) {
    if (CONTACT.test(line.text) || isNameLine(line.text)) blanks.span(line.start, line.end)
  }
  for (const pattern of PERSONAL) blanks.all(pattern)
  for (const phrase of personalPhrases(profile)) blanks.all(phrasePattern(phrase))
  for (const name of nameParts(profile)) blanks.all(namePattern(name))
  return blanks.text()
}

function blanker(text: string) {
  const letters = [...segments(text)]
  return {
    span: (start: number, end: number) => {
      for (let at = start; at < end; at++) if (letters[at] !== '\n') letters[at] = ' '
    },
    all(pattern: RegExp) {
      for (const found of text.matchAll(pattern)) {
        this.span(found.index, found.index + found[0].length)
      }
    },
    text: () => letters.join(''),
  }
}

// By UTF-16 unit, as places are counted.
function* segments(text: string) {
  for (let at = 0; at < text.length; at++) yield text[at]!
}

const HEADER_LINES = 12
const HEADING =
  /^\W*(?:work |professional |career |technical |key |core )*(?:experience|employment|education|skills|summary|profile|objective|qualifications|history|projects|about|berufserfahrung|ausbildung|kenntnisse|expérience|formation|compétences|experiencia|formación|werkervaring|opleiding|esperienza|istruzione|experiência|formação)\b/i

/** The lines above the first heading: where a person says who they are. */
function headerLines(text: string) {
  const lines: { text: string; start: number; end: number }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (lines.length >= HEADER_LINES || (lines.length > 0 && HEADING.test(line))) break
    const end = start + line.length
    if (line.trim() !== '' && !HEADING.test(line)) lines.push({ text: line, start, end })
    start = end + 1
  }
  return lines
}

const EMAIL = /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const LINK =
  /(?:https?:\/\/|www\.)\S+|\b(?:linkedin|github|gitlab|xing|twitter|facebook)\.com\/\S+/gi
const PHONE = /(?<![\p{L}\p{N}])(?:\+|\(?0|\(\d)[\d\s()./-]{6,18}\d(?![\p{L}\p{N}])/gu
const PHONE_US = /(?<!\d)\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/g
const LABELLED =
  /^[^\S\n]*[*_#•\-\s]*(?:(?:full |first |last |sur|sir)?name|nom|nombre|e-?mail|phone|mobile|tel(?:ephone|efon)?|address|adresse|anschrift|dirección|date of birth|birth ?date|d\.?o\.?b\.?|born|geboren(?: am)?|geburtsdatum|place of birth|age|alter|edad|gender|sex|geschlecht|nationality|citizenship|nationalität|staatsangehörigkeit|marital status|familienstand|religion|photo)[*_\s]*:.*$/gim
const STREET =
  /\b\d{1,5}[a-z]?,? (?:[\p{Lu}][\p{L}.'’-]*\s){1,3}(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|ln\.?|drive|dr\.?|boulevard|blvd\.?|court|ct\.?|place|way|terrace|square)\b[^\n|•]*/giu
const STREET_CONTINENTAL =
  /\b[\p{Lu}][\p{L}-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|laan|straat)\s+\d{1,4}[a-z]?\b[^\n|•]*/gu
const GENDERED =
  /\b(?:he|she|him|her|hers|his|himself|herself|mr|mrs|ms|miss|herr|frau|monsieur|madame|señor|señora)\b\.?/gi
const SCHOOL =
  /(?:\b[\p{Lu}][\p{L}.&'’-]*\s+){1,5}(?:University|College|Institute of Technology|High School|Academy|Polytechnic)\b|\b(?:University|Universität|Université|Universidad|Università|Universiteit|College|Hochschule|École|Technische Universität)\s+(?:of\s+|de\s+|di\s+|für\s+)?(?:[\p{Lu}][\p{L}'’-]*)(?:[ -][\p{Lu}][\p{L}'’-]*){0,3}/gu

const PERSONAL = [
  EMAIL,
  LINK,
  PHONE,
  PHONE_US,
  LABELLED,
  STREET,
  STREET_CONTINENTAL,
  GENDERED,
  SCHOOL,
]

const CONTACT =
  /@|https?:|www\.|linkedin|github\.com|\+?\d[\d\s().-]{7,}\d|\b\d{5}(?:-\d{4})?\b|^[^\S\n]*(?:[\p{Lu}][\p{L}.'’-]+ ?){1,3},\s*(?:[\p{Lu}]{2}|[\p{Lu}][\p{L}-]+)\s*$/u

/** Two to four words, each with a capital, none of a trade: how a résumé begins. */
function isNameLine(line: string): boolean {
  const words = line.trim().split(/\s+/)
  const spelt = words.every((word) => /^\p{Lu}[\p{L}.'’-]*,?$/u.test(word))
  if (!spelt || words.length < 2 || words.length > 4) return false
  return titleLikeness(line) === 0 && findSkill(line) === null && words.every(isNoSkill)
}

const isNoSkill = (word: string) => findSkill(word) === null

function personalPhrases(profile: Profile | null): string[] {
  if (profile === null) return []
  const { fullName, contact, education } = profile
  const schools = education.map(({ institution }) => institution)
  const parts = fullName?.trim().split(/\s+/) ?? []
  const turned = parts.length > 1 ? `${parts.at(-1)}, ${parts.slice(0, -1).join(' ')}` : null
  const all = [fullName, turned, contact.location, ...contact.emails, ...contact.links, ...schools]
  return all.filter((phrase) => phrase !== null && phrase.trim().length > 1) as string[]
}

const phrasePattern = (phrase: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped(phrase.trim()).replaceAll(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'giu',
  )

/** Parts of the name that are no word of work: "Baker" as a title, "Ruby" as a skill stay. */
function nameParts(profile: Profile | null): string[] {
  const parts = profile?.fullName?.split(/[\s,.]+/) ?? []
  return parts.filter(
    (part) =>
      part.length > 1 &&
      findSkill(part) === null &&
      titleLikeness(part) === 0 &&
      wordWeight(part.toLowerCase()) === 1,
  )
}

// With its capital only: "Grant" is a name, a "grant" is money.
const namePattern = (part: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${escaped(part)}|${escaped(part.toUpperCase())})(?:['’]s)?(?![\\p{L}\\p{N}])`,
    'gu',
  )

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
