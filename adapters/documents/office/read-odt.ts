import type { ReadDocument } from '../../../core/extraction/line.ts'
import { openArchive } from '../archive.ts'
import {
  HiddenText,
  hexColour,
  type Rgb,
  SMALLEST_READABLE_PT,
  sameColour,
  WHITE,
} from '../hidden-text.ts'
import { LineWriter } from '../line-writer.ts'
import { CORRUPTED, ENCRYPTED, NO_TEXT, Refusal } from '../refusal.ts'
import { type Attributes, walkXml } from '../xml.ts'

interface Style {
  colour?: Rgb | null
  shade?: Rgb | null
  size?: number
  bold?: boolean
  hidden?: boolean
}

/** @throws Refusal encrypted, corrupted, empty or a bomb */
export function readOdt(bytes: Uint8Array): ReadDocument {
  const archive = openArchive(bytes, (name) =>
    /^(content\.xml|styles\.xml|META-INF\/manifest\.xml)$/.test(name),
  )
  if (archive.text('META-INF/manifest.xml')?.includes('encryption-data'))
    throw new Refusal('rejected', ENCRYPTED)
  const content = archive.text('content.xml')
  if (content === null) throw new Refusal('failed', CORRUPTED)
  const page = archive.text('styles.xml') ?? ''
  const styles = new Map<string, Style>()
  for (const xml of [page, content]) readStyles(xml, styles)
  const hidden = new HiddenText()
  const writer = new LineWriter()
  readText(page, { styles, hidden, writer, within: 'style:header' })
  readText(content, { styles, hidden, writer, within: 'office:text' })
  readText(page, { styles, hidden, writer, within: 'style:footer' })
  const lines = writer.finish()
  if (lines.length === 0) throw new Refusal('rejected', NO_TEXT)
  const warnings = hidden.warnings()
  if (archive.names.some((name) => /^(Basic|Scripts)\//.test(name)))
    warnings.push({ code: 'macros_ignored', detail: null })
  return { lines, pages: 1, warnings }
}

function readStyles(xml: string, styles: Map<string, Style>): void {
  let current: Style | null = null
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'style:style') {
        const parent = styles.get(attributes['style:parent-style-name'] ?? '')
        current = { ...parent }
        styles.set(attributes['style:name'] ?? '', current)
      } else if (current && PROPERTIES.has(name)) takeProperties(current, attributes)
    },
    text() {},
    close(name) {
      if (name === 'style:style') current = null
    },
  })
}

const PROPERTIES = new Set([
  'style:text-properties',
  'style:paragraph-properties',
  'style:table-cell-properties',
])

function takeProperties(style: Style, attributes: Attributes): void {
  const colour = attributes['fo:color']
  if (colour) style.colour = hexColour(colour)
  const shade = attributes['fo:background-color']
  if (shade) style.shade = hexColour(shade)
  const size = /^([\d.]+)pt$/.exec(attributes['fo:font-size'] ?? '')
  if (size) style.size = Number(size[1])
  const weight = attributes['fo:font-weight']
  if (weight) style.bold = weight === 'bold' || Number(weight) >= 600
  const display = attributes['text:display']
  if (display) style.hidden = display === 'none'
}

const SKIPPED = new Set([
  'office:annotation',
  'text:tracked-changes',
  'text:note',
  'text:hidden-text',
  'svg:desc',
  'svg:title',
  'office:forms',
])

interface TextIn {
  readonly styles: ReadonlyMap<string, Style>
  readonly hidden: HiddenText
  readonly writer: LineWriter
  /** The element to read; all else is passed over */
  readonly within: string
}

function readText(xml: string, { styles, hidden, writer, within }: TextIn): void {
  let inside = 0
  let skipping = 0
  let cellStart = 0
  const looks: (Style & { heading?: boolean })[] = [{}]
  const rows: { from: number; blocks: number }[] = []
  const write = (text: string) => {
    const look = looks.at(-1)!
    const how = hiding(look)
    if (how) hidden.add(how, text)
    else writer.write(text, look)
  }
  walkXml(xml, {
    open(name, attributes) {
      if (name === within) inside++
      if (SKIPPED.has(name)) skipping++
      if (inside === 0 || skipping > 0) return
      if (STYLED.has(name)) {
        const style = styles.get(attributes['text:style-name'] ?? attributes[CELL_STYLE] ?? '')
        looks.push({ ...looks.at(-1), ...style, ...(name === 'text:h' ? { heading: true } : {}) })
      }
      if (name === 'text:p' || name === 'text:h') writer.end()
      else if (name === 'text:tab') write('\t')
      else if (name === 'text:s') write(' ')
      else if (name === 'text:line-break') writer.end()
      else if (name === 'table:table-row') rows.push({ from: writer.count, blocks: 0 })
      else if (name === 'table:table-cell') cellStart = writer.count
    },
    text(text) {
      if (inside > 0 && skipping === 0 && looks.length > 1) write(text.replaceAll(/\s+/g, ' '))
    },
    close(name) {
      if (SKIPPED.has(name)) skipping--
      if (inside > 0 && skipping === 0) {
        if (name === 'text:p' || name === 'text:h') writer.end()
        const row = rows.at(-1)
        if (name === 'table:table-cell' && row)
          row.blocks = Math.max(row.blocks, writer.count - cellStart)
        if (name === 'table:table-row' && rows.pop()!.blocks <= 1) writer.joinSince(row!.from)
        if (STYLED.has(name)) looks.pop()
      }
      if (name === within) inside--
    },
  })
}

const CELL_STYLE = 'table:style-name'
const STYLED = new Set(['text:p', 'text:h', 'text:span', 'table:table-cell'])

function hiding(look: Style): string | null {
  if (look.hidden) return 'hidden'
  if (look.size !== undefined && look.size < SMALLEST_READABLE_PT) return 'tiny'
  return look.colour && sameColour(look.colour, look.shade ?? WHITE) ? 'white' : null
}
