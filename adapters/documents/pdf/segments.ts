import type { Glyph } from './glyphs.ts'

/** Words that stand together on one baseline, with nothing but ordinary blanks between them. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly bold: boolean
}

// In sizes of the type: a gap that parts letters into words, and one that parts words into segments.
const WORD_GAP = 0.11
const SEGMENT_GAP = 1.1
const SAME_BASELINE = 0.25

interface Word extends Segment {
  readonly letters: number
}

/** Letters to words to segments, wherever the file placed each of them. In no particular order. */
export function segmentsOf(glyphs: readonly Glyph[]): readonly Segment[] {
  const rows = rowsOf(wordsOf(glyphs))
  return rows.flatMap(splitRow)
}

function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = []
  let open: Glyph[] = []
  const close = () => {
    if (open.length > 0) words.push(wordOf(open))
    open = []
  }
  for (const glyph of glyphs) {
    if (glyph.text === ' ' || glyph.text.trim() === '') {
      close()
      continue
    }
    const last = open.at(-1)
    if (last && !follows(last, glyph)) close()
    // Bold made by drawing twice: the second stroke adds no letter.
    if (last && isShadow(last, glyph)) continue
    open.push(glyph)
  }
  close()
  return words
}

const follows = (last: Glyph, next: Glyph): boolean => {
  const gap = next.left - last.right
  const size = Math.max(last.size, next.size)
  return (
    Math.abs(next.baseline - last.baseline) < size * SAME_BASELINE &&
    gap < size * WORD_GAP &&
    gap > -size * 0.5
  )
}

const isShadow = (last: Glyph, next: Glyph): boolean =>
  last.text === next.text &&
  last.object !== next.object &&
  Math.abs(next.left - last.left) < last.size * 0.08 &&
  Math.abs(next.baseline - last.baseline) < last.size * 0.08

function wordOf(glyphs: readonly Glyph[]): Word {
  const bold = glyphs.filter((glyph) => glyph.bold).length * 2 > glyphs.length
  return {
    text: glyphs.map((glyph) => glyph.text).join(''),
    left: glyphs[0]!.left,
    right: Math.max(...glyphs.map((glyph) => glyph.right)),
    baseline: glyphs[0]!.baseline,
    size: Math.max(...glyphs.map((glyph) => glyph.size)),
    bold,
    letters: glyphs.length,
  }
}

function rowsOf(words: readonly Word[]): Word[][] {
  const sorted = words.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)
  const rows: { baseline: number; size: number; words: Word[] }[] = []
  for (const word of sorted) {
    const row = rows.at(-1)
    const size = row ? Math.min(row.size, word.size) : word.size
    if (row && word.baseline - row.baseline < size * SAME_BASELINE) row.words.push(word)
    else rows.push({ baseline: word.baseline, size: word.size, words: [word] })
  }
  return rows.map((row) => row.words.toSorted((a, b) => a.left - b.left))
}

function splitRow(words: readonly Word[]): Segment[] {
  const groups: Word[][] = []
  for (const word of words) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (last && word.left - last.right < Math.min(last.size, word.size) * SEGMENT_GAP)
      group!.push(word)
    else groups.push([word])
  }
  return groups.map(segmentOf)
}

function segmentOf(words: readonly Word[]): Segment {
  const letters = words.reduce((sum, word) => sum + word.letters, 0)
  const bold = words.reduce((sum, word) => sum + (word.bold ? word.letters : 0), 0)
  return {
    text: isSpaced(words) ? words.map((word) => word.text).join('') : joined(words),
    left: words[0]!.left,
    right: words.at(-1)!.right,
    baseline: words[0]!.baseline,
    size: words.reduce((most, word) => Math.max(most, word.size), 0),
    bold: bold * 2 > letters,
  }
}

// Words that touch belong together though the file drew them apart.
function joined(words: readonly Word[]): string {
  let text = ''
  for (const [at, word] of words.entries()) {
    const last = words[at - 1]
    const touches = last && word.left - last.right < word.size * 0.08
    text += last && !touches ? ` ${word.text}` : word.text
  }
  return text
}

// "E X P E R I E N C E": a heading with its letters spread.
const isSpaced = (words: readonly Word[]): boolean =>
  words.length >= 4 && words.every((word) => word.letters === 1 && /\p{Lu}/u.test(word.text))
