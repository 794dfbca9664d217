export interface EstimatedText {
  readonly text: string
  /** Upper estimate */
  readonly tokens: number
}

// The server's tokenizer is not here. A token of WordPiece or BPE covers at least these many characters of a Latin
// word on average, and signs and other scripts about one each.
const LATIN_CHARACTERS_A_TOKEN = 3

/** Tokens of a word, rather too many than too few: a text that is too long is refused whole. */
export const estimatedTokens = (word: string): number =>
  /^[\p{Script=Latin}]+$/u.test(word)
    ? Math.ceil(word.length / LATIN_CHARACTERS_A_TOKEN)
    : [...word].length

// The two marks that a model sets around a text.
const MARKS = 2

/** Cuts a text at spaces into pieces that surely fit `maxTokens`; a word too long for a piece is cut itself. */
export function wordChunks(text: string, maxTokens: number): EstimatedText[] {
  const room = maxTokens - MARKS
  const chunks: EstimatedText[] = []
  let words: string[] = []
  let tokens = 0
  const close = () => {
    if (words.length > 0) chunks.push({ text: words.join(' '), tokens: tokens + MARKS })
    words = []
    tokens = 0
  }
  for (const word of text.split(/\s+/).flatMap((word) => cut(word, room))) {
    const cost = estimatedTokens(word)
    if (tokens + cost > room) close()
    words.push(word)
    tokens += cost
  }
  close()
  return chunks
}

function cut(word: string, room: number): string[] {
  const letters = [...word]
  const pieces: string[] = []
  for (let at = 0; at < letters.length; at += room)
    pieces.push(letters.slice(at, at + room).join(''))
  return pieces
}

/** Texts in their order, as many together as `most` tokens allow, one at least. */
export function batchesByTokens<T extends EstimatedText>(texts: readonly T[], most: number): T[][] {
  const batches: T[][] = []
  let tokens = Number.POSITIVE_INFINITY
  for (const text of texts) {
    if (tokens + text.tokens > most) {
      batches.push([])
      tokens = 0
    }
    batches.at(-1)!.push(text)
    tokens += text.tokens
  }
  return batches
}
