/**
 * A pattern of whole phrases, written one after the other and parted by semicolons: lists of words stay readable where
 * one long regular expression would not. Each phrase may itself be a pattern.
 */
export function phrases(list: string, flags = 'i'): RegExp {
  const each = list
    .split(';')
    .map((phrase) => phrase.trim().replaceAll(/\s+/g, '\\s+'))
    .filter((phrase) => phrase !== '')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join('|')})(?![\\p{L}\\p{N}])`, `${flags}u`)
}
