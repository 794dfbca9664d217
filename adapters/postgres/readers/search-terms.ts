const MOST_WORDS = 3
const MOST_TERMS = 60

/**
 * What of a search text could be the name of a skill: each one to three neighbouring words, as written.
 * @returns at most 60 terms, each once, in the order of the text
 */
export function searchTerms(text: string): string[] {
  // NUL has no place in a text of the database; commas and the like end a term, but C++, C# and Node.js are names.
  const phrases = text.replaceAll('\u0000', ' ').split(/[,;:|()[\]"\n]+/)
  const terms = phrases.flatMap((phrase) => {
    const words = phrase.trim().split(/\s+/).filter(Boolean)
    return words.flatMap((_, from) => neighbours(words, from))
  })
  return [...new Set(terms)].slice(0, MOST_TERMS)
}

const neighbours = (words: readonly string[], from: number): string[] =>
  Array.from({ length: Math.min(MOST_WORDS, words.length - from) }, (_, more) =>
    words.slice(from, from + more + 1).join(' '),
  )
