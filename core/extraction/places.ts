import { wordsOf } from '../taxonomy/words.ts'
import { COUNTRIES, STATES } from './places.data.ts'

const COUNTRY_KEYS = new Set(COUNTRIES.map((name) => keyOf(name)))
const STATE_CODES = new Set(STATES.map(([code]) => code))
const STATE_NAMES = new Set(STATES.map(([, name]) => keyOf(name)))

function keyOf(text: string): string {
  return wordsOf(text)
    .map((word) => word.key)
    .join(' ')
}

const POSTAL = /^(?:[A-Z]{1,2}-)?\d{4,5}\s+\p{Lu}[\p{L} .'-]{2,40}$/u
const CITY = /^\p{Lu}[\p{L} .'’()-]{1,40}$/u

/** "Austin, TX", "Berlin, Germany", "10115 Berlin", "Remote": a place and nothing else. */
export function isPlace(text: string): boolean {
  const plain = text.trim().replace(/[.,;]+$/, '')
  if (plain.length < 3 || plain.length > 70 || /[@:/]/.test(plain)) return false
  if (/^(remote|hybrid|home office|on-?site|worldwide|télétravail)$/i.test(plain)) return true
  if (POSTAL.test(plain)) return true
  if (COUNTRY_KEYS.has(keyOf(plain))) return true
  const parts = plain.split(/\s*,\s*/)
  if (parts.length < 2 || parts.length > 4) return false
  const last = parts.at(-1)!.replace(/\s+\d{4,5}(-\d{4})?$/, '')
  const city = parts.at(-2)!.replace(/^\d{4,5}\s+/, '')
  return isRegion(last) && CITY.test(city)
}

function isRegion(text: string): boolean {
  if (STATE_CODES.has(text)) return true
  const key = keyOf(text)
  return COUNTRY_KEYS.has(key) || STATE_NAMES.has(key)
}

/** Finds "City, Country" or "City, ST 12345" inside a longer line. */
export function placeIn(text: string): string | null {
  for (const part of text.split(/[|•·\t;]|\s[-–—]\s/)) {
    const plain = part.replace(/^\s*[\p{L} ]{3,12}:\s*/u, '').trim()
    if (isPlace(plain)) return plain
    const pieces = plain.split(/\s*,\s*/)
    for (let from = 0; from < pieces.length - 1; from++)
      for (const count of [3, 2]) {
        const piece = pieces.slice(from, from + count).join(', ')
        if (
          pieces.length >= from + count &&
          !/\d{1,4}\s+\p{L}+\s+(st|street|ave|road|rd)/iu.test(piece)
        )
          if (isPlace(piece)) return piece
      }
  }
  return null
}

/** The country a place names, as ISO 3166 code, for reading phone numbers; null when it names none we know. */
export function countryOf(place: string): string | null {
  const last = place
    .split(/\s*,\s*/)
    .at(-1)!
    .replace(/\s+\d{4,5}(-\d{4})?$/, '')
  if (STATE_CODES.has(last) || STATE_NAMES.has(keyOf(last))) return 'US'
  return COUNTRY_CODES.get(keyOf(last)) ?? null
}

const COUNTRY_CODES = new Map<string, string>(
  `usa US; united states US; u s a US; uk GB; united kingdom GB; england GB; scotland GB; germany DE;
  deutschland DE; france FR; spain ES; españa ES; italy IT; italia IT; portugal PT; brazil BR;
  brasil BR; netherlands NL; nederland NL; belgium BE; austria AT; österreich AT; switzerland CH;
  schweiz CH; suisse CH; canada CA; india IN; australia AU; ireland IE; mexico MX; méxico MX;
  poland PL; sweden SE; norway NO; denmark DK; finland FI; japan JP; china CN; singapore SG;
  new zealand NZ; south africa ZA; nigeria NG; kenya KE; philippines PH; argentina AR; chile CL;
  colombia CO; south korea KR; republic of korea KR; korea KR; s korea KR`
    .split(';')
    .map((entry) => {
      const words = entry.trim().split(' ')
      return [words.slice(0, -1).join(' '), words.at(-1)!] as const
    }),
)
