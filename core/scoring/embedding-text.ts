import type { Profile } from '../domain/profile.ts'
import { blindText } from './blind.ts'

/**
 * What of a résumé is embedded: nothing that says who it is.
 * @returns first the headline (titles, newest first, and skills), then the whole; the same text twice when there is
 *   neither title nor skill, so that the first vector is always the headline's
 */
export function embeddingTexts(profile: Profile, text: string): readonly [string, string] {
  const whole = blindText(profile, text).replaceAll(/\s+/g, ' ').trim()
  const titles = profile.experience.flatMap(({ title }) => (title === null ? [] : [title]))
  const skills = profile.skills.filter(({ inferred }) => !inferred).map(({ name }) => name)
  const headline = blindText(profile, [...titles, ...skills].join(', ')).trim()
  return [headline === '' ? whole.slice(0, HEADLINE_LENGTH) : headline, whole]
}

const HEADLINE_LENGTH = 400
