/**
 * A pattern of whole words and phrases, in whatever alphabet.
 * @param list  parted by semicolons; each part is itself a pattern, its blanks any white space
 */
export function wordPattern(list: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${group(list)}(?![\\p{L}\\p{N}])`, flags)
}

/** The same where the text must be nothing else. */
export const wholePattern = (list: string): RegExp => new RegExp(`^${group(list)}$`, 'iu')

/** The same where the text must begin so. */
export const startPattern = (list: string): RegExp =>
  new RegExp(`^${group(list)}(?![\\p{L}\\p{N}])`, 'iu')

const group = (list: string) =>
  `(${list
    .split(';')
    .map((part) => part.trim().replaceAll(/\s+/g, '\\s+'))
    .filter((part) => part !== '')
    .join('|')})`
