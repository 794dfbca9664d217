import { Parser } from 'htmlparser2'
import type { ReadDocument } from '../../../core/extraction/line.ts'
import { HiddenText, sameColour, WHITE } from '../hidden-text.ts'
import { LineWriter } from '../line-writer.ts'
import { NO_TEXT, Refusal } from '../refusal.ts'
import { decodeAs, decodeText } from '../text/charset.ts'
import { cssColour, type Look, readDeclarations, readStyleSheet } from './html-styles.ts'

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table
  tbody tfoot thead tr ul caption option`.split(/\s+/),
)
const UNSEEN = new Set(
  `head script style template noscript title meta link object embed iframe svg canvas audio video
  select textarea datalist`.split(/\s+/),
)
const VOID = new Set('br hr img input meta link wbr area base col embed source track'.split(' '))
const HEADING_SIZES: Readonly<Record<string, number>> = { h1: 24, h2: 18, h3: 14, h4: 12 }
const DEEPEST = 2_000

interface Element {
  readonly name: string
  readonly look: Look
  readonly unseen: boolean
}

/** The page as a reader sees it, without fetching anything. @throws Refusal when no text is in it */
export function readHtml(bytes: Uint8Array): ReadDocument {
  const html = decode(bytes)
  const rules = readStyleSheet(
    [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map((match) => match[1]).join('\n'),
  )
  const hidden = new HiddenText()
  const writer = new LineWriter()
  const stack: Element[] = []
  const rows: { from: number; blocks: number; cellStart: number }[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (BLOCKS.has(name) || name === 'br') writer.end()
      if (name === 'tr') rows.push({ from: writer.count, blocks: 0, cellStart: writer.count })
      if (name === 'td' || name === 'th') startCell(rows, writer)
      if (VOID.has(name) || stack.length >= DEEPEST) return
      const around = stack.at(-1)
      const look = { ...around?.look, ...lookOf(name, attributes, rules) }
      stack.push({ name, look, unseen: (around?.unseen ?? false) || UNSEEN.has(name) })
    },
    ontext(text) {
      const element = stack.at(-1)
      if (element?.unseen) return
      const look = element?.look ?? {}
      const how = hiding(look)
      const words = text.replaceAll(/\s+/g, ' ')
      if (how) hidden.add(how, words)
      else writer.write(words, { ...look, heading: stack.some((e) => /^h[1-4]$/.test(e.name)) })
    },
    onclosetag(name) {
      if (BLOCKS.has(name)) writer.end()
      const row = rows.at(-1)
      if ((name === 'td' || name === 'th') && row) endCell(row, writer)
      if (name === 'tr' && rows.pop() && row && row.blocks <= 1) writer.joinSince(row.from)
      const at = stack.findLastIndex((element) => element.name === name)
      if (at >= 0) stack.length = at
    },
  })
  parser.end(html)
  const lines = writer.finish()
  if (lines.length === 0) throw new Refusal('rejected', NO_TEXT)
  return { lines, pages: 1, warnings: hidden.warnings() }
}

interface Row {
  from: number
  blocks: number
  cellStart: number
}

function startCell(rows: readonly Row[], writer: LineWriter): void {
  writer.end()
  const row = rows.at(-1)
  if (row) row.cellStart = writer.count
}

function endCell(row: Row, writer: LineWriter): void {
  writer.end()
  row.blocks = Math.max(row.blocks, writer.count - row.cellStart)
}

function lookOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  rules: ReadonlyMap<string, Look>,
): Look {
  const look: Look = { ...rules.get(name) }
  for (const one of (attributes.class ?? '').split(/\s+/)) Object.assign(look, rules.get(`.${one}`))
  if (attributes.id) Object.assign(look, rules.get(`#${attributes.id}`))
  if (attributes.color) look.colour = cssColour(attributes.color)
  if (attributes.bgcolor) look.shade = cssColour(attributes.bgcolor)
  if (attributes.style) Object.assign(look, readDeclarations(attributes.style))
  if ('hidden' in attributes) look.hidden = 'hidden'
  if (/^(b|strong|h[1-6]|th)$/.test(name)) look.bold ??= true
  const size = HEADING_SIZES[name]
  if (size !== undefined) look.size ??= size
  return look
}

function hiding(look: Look): string | null {
  if (look.hidden) return look.hidden
  return look.colour && sameColour(look.colour, look.shade ?? WHITE) ? 'white' : null
}

function decode(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0xef
  const head = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('latin1')
  const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(head)?.[1]
  const guessed = decodeText(bytes)
  // A declaration in ASCII that names a wide character set cannot be true.
  if (marked || !declared || /utf-?(8|16|32)/i.test(declared) || guessed?.charset === 'utf-8')
    return guessed?.text ?? Buffer.from(bytes).toString('latin1')
  return decodeAs(bytes, declared) ?? guessed?.text ?? Buffer.from(bytes).toString('latin1')
}
