import type { Profile } from '../domain/profile.ts'
import { findSkill } from '../taxonomy/skills.ts'
import { titleLikeness } from '../taxonomy/titles.ts'

/**
 * The text without what says who somebody is: name, contact, address, links, schools, age, gender, nationality.
 * Each such place is overwritten by spaces, so that places in the blind text are places in the text.
 * @param text  what a reader of the document sees
 */
export function blindText(profile: Profile | null, text: string): string {
  const blanks = blanker(text)
  for (const line of headerLines(text)) {
    if (isContact(line.text) || isNameLine(line.text)) blanks.span(line.start, line.end)
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
        if (isDates(found[0])) continue
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
const SECTIONS =
  'experience|employment|education|skills|summary|profile|objective|qualifications|history|projects|about|' +
  'berufserfahrung|ausbildung|kenntnisse|expérience|formation|compétences|experiencia|formación|werkervaring|' +
  'opleiding|esperienza|istruzione|experiência|formação'
const HEADING = new RegExp(
  `^[^\\p{L}]*(?:(?:work|professional|career|technical|key|core) )*(?:${SECTIONS})(?!\\p{L})`,
  'iu',
)

/** The lines above the first heading: where a person says who they are. */
function headerLines(text: string) {
  const lines: { text: string; start: number; end: number }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (lines.length >= HEADER_LINES || HEADING.test(line)) break
    const end = start + line.length
    if (line.trim() !== '') lines.push({ text: line, start, end })
    start = end + 1
  }
  return lines
}

const EMAIL = /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const LINK =
  /(?:https?:\/\/|www\.)\S+|\b(?:linkedin|github|gitlab|xing|twitter|facebook)\.com\/\S+/gi
const PHONE = /(?<![\p{L}\p{N}])(?:\+|\(?0|\(\d)[\d\s()./-]{6,18}\d(?![\p{L}\p{N}])/gu
const PHONE_US = /(?<!\d)\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/g
const LABELS =
  '(?:full |first |last |sur|sir)?name|nom|nombre|e-?mail|phone|mobile|tel(?:ephone|efon)?|address|adresse|anschrift|' +
  'dirección|date of birth|birth ?date|d\\.?o\\.?b\\.?|born|geboren(?: am)?|geburtsdatum|place of birth|age|alter|edad|' +
  'gender|sex|geschlecht|nationality|citizenship|nationalität|staatsangehörigkeit|marital status|familienstand|' +
  'religion|photo'
const LABELLED = new RegExp(`^[^\\S\\n]*[*_#•\\-\\s]*(?:${LABELS})[*_\\s]*:.*$`, 'gim')
const STREETS =
  'street|st\\.?|avenue|ave\\.?|road|rd\\.?|lane|ln\\.?|drive|dr\\.?|boulevard|blvd\\.?|court|ct\\.?|place|way|terrace|square'
const STREET = new RegExp(
  `\\b\\d{1,5}[a-z]?,? (?:\\p{Lu}[\\p{L}.'’-]*\\s){1,3}(?:${STREETS})(?!\\p{L})[^\\n|•]*`,
  'giu',
)
const STREET_CONTINENTAL =
  /\b[\p{Lu}][\p{L}-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|laan|straat)\s+\d{1,4}[a-z]?\b[^\n|•]*/gu
const GENDERED =
  /\b(?:he|she|him|her|hers|his|himself|herself|mr|mrs|ms|miss|herr|frau|monsieur|madame|señor|señora)\b\.?/gi
const SCHOOL_AFTER = 'University|College|Institute of Technology|High School|Academy|Polytechnic'
const SCHOOL_BEFORE =
  'University|Universität|Université|Universidad|Università|Universiteit|College|Hochschule|École|Technische Universität'
const CAPITALISED = "\\p{Lu}[\\p{L}'’-]*"
const SCHOOL = new RegExp(
  `(?:(?<!\\p{L})\\p{Lu}[\\p{L}.&'’-]*[^\\S\\n]+){1,5}(?:${SCHOOL_AFTER})(?!\\p{L})|` +
    `(?<!\\p{L})(?:${SCHOOL_BEFORE})\\s+(?:(?:of|de|di|für)\\s+)?${CAPITALISED}(?:[ -]${CAPITALISED}){0,3}`,
  'gu',
)

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

const PLACE_LINE =
  "^[^\\S\\n]*(?:\\p{Lu}[\\p{L}.'’-]+ ?){1,3},\\s*(?:\\p{Lu}{2}|\\p{Lu}[\\p{L}-]+)\\s*$"
const CONTACT = new RegExp(
  `@|https?:|www\\.|linkedin|github\\.com|\\b\\d{5}(?:-\\d{4})?\\b|${PLACE_LINE}`,
  'u',
)

const isContact = (line: string) => CONTACT.test(line) || (DIGITS.exec(line) ?? []).some(isNoDate)
const DIGITS = /\+?\d[\d\s().-]{7,}\d/
const isNoDate = (digits: string) => !isDates(digits)

/** "01/2017 - 12/2019" has the digits of a telephone, too. */
const isDates = (text: string) =>
  /^[\d\s()./–-]+$/.test(text) &&
  /(?:19|20)\d{2}\)?\s*[-–]|\d{1,2}[/.-](?:19|20)\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}[/.-]\d{1,2}(?!\d)/.test(
    text,
  )

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

const nameParts = (profile: Profile | null): string[] =>
  profile?.fullName?.split(/[\s,.]+/).filter((part) => part.length > 1) ?? []

const isWorkWord = (part: string) => findSkill(part) !== null || titleLikeness(part) > 0

/** What follows when a word of work is a name after all: "Ruby has led". */
const DOES =
  '(?=\\s+(?:has|is|was|had|holds|brings|can|will|led|built|ran|wrote|\\p{Ll}+ed)(?!\\p{L}))'

// With its capital only: "Grant" is a name, a "grant" is money. "Ruby" in a list of skills is a skill.
const namePattern = (part: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${escaped(part)}|${escaped(part.toUpperCase())})(?:['’]s)?(?![\\p{L}\\p{N}])` +
      (isWorkWord(part) ? DOES : ''),
    'gu',
  )

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
