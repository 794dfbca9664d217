export interface Word {
  /** Lower case, composed; what names are compared by */
  readonly key: string
  readonly start: number
  readonly end: number
}

// "C++", "C#" and ".NET" are words of their own; "Node.js" is two, as is "CI/CD".
const WORD = /\.net\b|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:\+\+|#|\+(?![\p{L}\p{N}]))?/giu

/** Words with their places; punctuation between them does not count. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    words.push({
      key: match[0].toLowerCase().normalize('NFC'),
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return words
}
