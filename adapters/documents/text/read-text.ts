import type { Line, ReadDocument } from '../../../core/extraction/line.ts'
import { NO_TEXT, Refusal } from '../refusal.ts'
import { decodeText } from './charset.ts'

const MOST_LINES = 20_000
const LONGEST_LINE = 20_000

/** @throws Refusal when the bytes are no text, or none is in them */
export function readText(bytes: Uint8Array): ReadDocument {
  const decoded = decodeText(bytes)
  if (decoded === null)
    throw new Refusal('rejected', 'unsupported: this kind of file is not read; send PDF or DOCX')
  const lines = linesOf(decoded.text)
  if (lines.every((line) => line.text === '')) throw new Refusal('rejected', NO_TEXT)
  const { charset } = decoded
  const warnings = charset.startsWith('utf-') ? [] : [{ code: 'charset_guessed', detail: charset }]
  return { lines, pages: 1, warnings }
}

/** Empty lines are kept, one at a time: in plain text they are all the layout there is. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const written of text.replaceAll('\f', '\n').split(/\r\n?|\n/, MOST_LINES)) {
    const line = tidy(written.slice(0, LONGEST_LINE))
    if (line !== '' || (lines.length > 0 && lines.at(-1)!.text !== '')) lines.push(lineOf(line))
  }
  return lines
}

function lineOf(text: string): Line {
  const heading = /^#{1,6}\s+(.*)$/.exec(text)
  if (heading) return { text: heading[1]!.replaceAll('*', ''), page: 1, heading: true, bold: true }
  const bold = /^\*\*(.+)\*\*$/.exec(text)
  if (bold) return { text: bold[1]!, page: 1, bold: true }
  return { text: text.replaceAll(/\*\*:?\*?|__/g, ''), page: 1 }
}

// Columns made with blanks become tabs; what cannot be seen goes.
const tidy = (text: string) =>
  text
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to go
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll('\u00a0', ' ')
    .trim()
    .replaceAll(/ {3,}|\s*\t\s*/g, '\t')
