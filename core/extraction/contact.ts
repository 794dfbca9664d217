import type { Contact } from '../domain/profile.ts'
import type { Line } from './line.ts'
import { countryOf, placeIn } from './places.ts'
import { startPattern, wordPattern } from './word-pattern.ts'

/** Reads telephone numbers: a library's work, so it is passed in. */
export type FindPhones = (text: string, country: string) => readonly string[]

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu
const SITES = 'linkedin github gitlab behance dribbble xing medium stackoverflow'
  .split(' ')
  .join('|')
const LINK = new RegExp(
  `(?:https?://|(?<![@\\p{L}\\p{N}._-])(?:www\\.|(?:[\\w-]+\\.)?(?:${SITES})\\.com/))` +
    `[^\\s<>"'|,;)\\]\\t]+`,
  'giu',
)
// Contact data stands at the head, in a part of its own, or at the very end.
const HEAD_LINES = 40

const COUNTRY_OF_LANGUAGE: Readonly<Record<string, string>> = {
  de: 'DE',
  fr: 'FR',
  es: 'ES',
  pt: 'PT',
  nl: 'NL',
  it: 'IT',
}

interface ContactIn {
  readonly lines: readonly Line[]
  readonly language: string | null
  readonly findPhones: FindPhones
}

export function contactOf({ lines, language, findPhones }: ContactIn): Contact {
  const emails = unique(matchesIn(lines, /@/, EMAIL).map((email) => email.replace(/\.+$/, '')))
  const links = unique(
    matchesIn(lines, /www\.|:\/\/|\.com\//i, LINK)
      .map((link) => link.replace(/[.,;:]+$/, ''))
      .filter(isNoEmail),
  ).slice(0, 20)
  const location = locationOf(lines)
  const country = (location && countryOf(location)) ?? COUNTRY_OF_LANGUAGE[language ?? ''] ?? 'US'
  const phones = phonesOf(lines, (line) => findPhones(line, country))
  return { emails: emails.slice(0, 10), phones: phones.slice(0, 10), links, location }
}

/** Matches of a costly pattern, looked for only where a cheap one says that there may be any. */
const matchesIn = (lines: readonly Line[], hint: RegExp, pattern: RegExp) =>
  lines.flatMap(({ text }) => (hint.test(text) ? (text.match(pattern) ?? []) : []))

const isNoEmail = (link: string) => !link.includes('@') || link.includes('/')

const DIGITS = /(?:\d[\s().+/-]*){7,}/

function phonesOf(lines: readonly Line[], find: (line: string) => readonly string[]): string[] {
  const likely = lines
    .filter(({ text }, at) => DIGITS.test(text) && (at < HEAD_LINES || LABEL.test(text)))
    .map(({ text }) => text.replaceAll(EMAIL, ' ').replaceAll(LINK, ' '))
  return unique(likely.flatMap((line) => find(line.replaceAll('\t', ' | '))))
}

const LABEL = wordPattern(`
  phone; tel; telefon; téléphone; teléfono; telefono; telefoon; mobile?; mobil; cell; handy`)
const PLACE_LABEL = startPattern(`
  address; location; based in; adresse; anschrift; wohnort; ort; lieu; dirección; ubicación;
  localização; morada; indirizzo; residenza; adres; woonplaats`)

function labelledPlace(text: string): string | null {
  const label = PLACE_LABEL.exec(text)?.[0]
  const place = label && /^\s*[:–-]?\s+(.+)$/.exec(text.slice(label.length))?.[1]
  return place ?? null
}

function locationOf(lines: readonly Line[]): string | null {
  const head = lines.slice(0, HEAD_LINES)
  for (const { text } of head) {
    const labelled = labelledPlace(text.trim())
    if (labelled) return placeIn(labelled) ?? labelled.split(/[|\t]/)[0]!.trim().slice(0, 120)
  }
  for (const { text } of head.slice(0, 15)) {
    const place = text.length < 160 ? placeIn(text) : null
    if (place) return place
  }
  return null
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]
