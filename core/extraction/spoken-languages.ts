import type { Line } from './line.ts'
import { LANGUAGE_LEVELS, SPOKEN } from './spoken-languages.data.ts'
import { wordPattern } from './word-pattern.ts'

export interface SpokenLanguage {
  /** In English */
  readonly name: string
  /** As written; null when not said */
  readonly level: string | null
}

const NAMES = new Map(
  SPOKEN.flatMap((row) =>
    row.split(' ').map((name) => [name.toLowerCase(), row.split(' ')[0]!] as const),
  ),
)
const LEVEL = wordPattern(LANGUAGE_LEVELS)

/** Languages that a person speaks, those named in a section of languages or after such a label. */
export function spokenLanguagesOf(lines: readonly Line[]): readonly SpokenLanguage[] {
  const found = new Map<string, SpokenLanguage>()
  for (const { text } of lines) {
    const places = [...text.matchAll(/[\p{L}]{3,}/gu)].flatMap((match) => {
      const name = NAMES.get(match[0].toLowerCase())
      return name ? [{ name, at: match.index, end: match.index + match[0].length }] : []
    })
    places.forEach(({ name, end }, nth) => {
      const told = text.slice(end, places[nth + 1]?.at ?? text.length)
      const level = LEVEL.exec(told)?.[1] ?? null
      if (!found.has(name)) found.set(name, { name, level })
    })
  }
  return [...found.values()]
}
