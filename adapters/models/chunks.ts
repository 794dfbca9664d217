// A last piece of a few words says nothing of its own: pieces are made of about one length instead.

/**
 * Cuts a text's tokens into pieces that a model reads whole: chunk, never cut off.
 * @param tokens  as written; one that continues a word begins with '##' and never begins a piece
 * @param most  tokens a piece, >= 1
 */
export function chunksOf(
  ids: readonly number[],
  tokens: readonly string[],
  most: number,
): readonly (readonly number[])[] {
  if (ids.length === 0) return []
  const pieces = Math.ceil(ids.length / most)
  const even = Math.ceil(ids.length / pieces)
  const chunks: (readonly number[])[] = []
  for (let start = 0; start < ids.length; ) {
    const end = wordStart(tokens, Math.min(start + even, ids.length), start)
    chunks.push(ids.slice(start, end))
    start = end
  }
  return chunks
}

/** The last start of a word up to `end`; `end` itself where one word is longer than a piece. */
function wordStart(tokens: readonly string[], end: number, start: number): number {
  let at = end
  while (at > start && at < tokens.length && tokens[at]!.startsWith('##')) at--
  return at > start ? at : end
}
