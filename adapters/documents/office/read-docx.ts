import type { ReadDocument } from '../../../core/extraction/line.ts'
import { type Archive, openArchive } from '../archive.ts'
import { HiddenText, type Rgb, SMALLEST_READABLE_PT, sameColour, WHITE } from '../hidden-text.ts'
import { LineWriter } from '../line-writer.ts'
import { CORRUPTED, NO_TEXT, Refusal } from '../refusal.ts'
import { walkXml } from '../xml.ts'
import { type ParagraphStyle, type RunStyle, readStyles, takeRunProperty } from './docx-styles.ts'

const TEXT_PART = /^word\/(document\d*|styles|header\d*|footer\d*)\.xml$/

/** @throws Refusal corrupted, empty or a bomb */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const archive = openArchive(bytes, (name) => TEXT_PART.test(name))
  const styles = readStyles(archive.text('word/styles.xml'))
  const body = archive.text('word/document.xml') ?? archive.text('word/document2.xml')
  if (body === null) throw new Refusal('failed', CORRUPTED)
  const hidden = new HiddenText()
  const writer = new LineWriter()
  const part = (xml: string) => readPart(xml, { styles, hidden, writer })
  // A letterhead holds the contact data; what stands at every page's foot comes last.
  for (const header of partsNamed(archive, 'header')) part(header)
  part(body)
  for (const footer of partsNamed(archive, 'footer')) part(footer)
  const lines = writer.finish()
  if (lines.length === 0) throw new Refusal('rejected', NO_TEXT)
  const warnings = hidden.warnings()
  if (archive.names.some((name) => /vbaProject\.bin$/i.test(name)))
    warnings.push({ code: 'macros_ignored', detail: null })
  return { lines, pages: 1, warnings }
}

function partsNamed(archive: Archive, kind: string): string[] {
  const texts = archive.names
    .filter((name) => name.startsWith(`word/${kind}`) && TEXT_PART.test(name))
    .toSorted()
    .map((name) => archive.text(name) ?? '')
  return [...new Set(texts)]
}

interface PartIn {
  readonly styles: ReadonlyMap<string, ParagraphStyle>
  readonly hidden: HiddenText
  readonly writer: LineWriter
}

// What a reader does not see, or sees elsewhere: the old text of a change, the second form of a drawing.
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:rubyBase',
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
])

interface Cell {
  shade: Rgb | null
}

interface Paragraph {
  style: ParagraphStyle
  run: RunStyle
  inRun: boolean
}

function readPart(xml: string, { styles, hidden, writer }: PartIn): void {
  let skipping = 0
  let inText = false
  let cellStart = 0
  const paragraphs: Paragraph[] = []
  const rows: { from: number; blocks: number }[] = []
  const cells: Cell[] = []
  const open = (): Paragraph | undefined => paragraphs.at(-1)
  const write = (text: string) => {
    const paragraph = open()
    if (!paragraph) return
    const looks = { ...paragraph.style, ...paragraph.run }
    const how = hiding(looks, cells.at(-1)?.shade ?? null)
    if (how) hidden.add(how, text)
    else writer.write(text, looks)
  }
  walkXml(xml, {
    open(name, attributes) {
      if (SKIPPED.has(name)) skipping++
      if (skipping > 0) return
      const paragraph = open()
      if (name === 'w:p') {
        // A text box stands inside the paragraph that it is tied to: its lines come first.
        if (paragraph && !writer.isEmpty) writer.end()
        paragraphs.push({ style: {}, run: {}, inRun: false })
      } else if (name === 'w:pStyle' && paragraph)
        paragraph.style = { ...styles.get(attributes['w:val'] ?? '') }
      else if (name === 'w:outlineLvl' && paragraph && !paragraph.inRun)
        paragraph.style.heading = Number(attributes['w:val']) < 9
      else if (name === 'w:r' && paragraph) {
        paragraph.run = {}
        paragraph.inRun = true
      } else if (name === 'w:rStyle' && paragraph) {
        const { heading: _, ...style } = styles.get(attributes['w:val'] ?? '') ?? {}
        paragraph.run = { ...style, ...paragraph.run }
      } else if (name === 'w:t') inText = true
      else if (name === 'w:tab' && paragraph?.inRun) write('\t')
      else if ((name === 'w:br' || name === 'w:cr') && paragraph) writer.end()
      else if (name === 'w:noBreakHyphen') write('-')
      else if (name === 'w:tr') rows.push({ from: writer.count, blocks: 0 })
      else if (name === 'w:tc') {
        cells.push({ shade: null })
        cellStart = writer.count
      } else if (name === 'w:shd' && cells.length > 0 && !paragraph)
        cells.at(-1)!.shade = takenShade(attributes['w:fill'])
      else if (paragraph?.inRun) takeRunProperty(paragraph.run, name, attributes)
      else if (paragraph && name === 'w:shd') takeRunProperty(paragraph.style, name, attributes)
    },
    text(text) {
      if (inText && skipping === 0) write(text)
    },
    close(name) {
      if (SKIPPED.has(name)) skipping--
      if (skipping > 0) return
      if (name === 'w:t') inText = false
      else if (name === 'w:r' && open()) open()!.inRun = false
      else if (name === 'w:p') {
        writer.end()
        paragraphs.pop()
      } else if (name === 'w:tc') {
        cells.pop()
        const row = rows.at(-1)
        if (row) row.blocks = Math.max(row.blocks, writer.count - cellStart)
      } else if (name === 'w:tr') {
        const row = rows.pop()
        // One line in each cell: a row of a table. More: cells are columns and read one by one.
        if (row && row.blocks <= 1) writer.joinSince(row.from)
      }
    },
  })
}

const takenShade = (fill: string | undefined): Rgb | null => {
  const taken: RunStyle = {}
  takeRunProperty(taken, 'w:shd', fill ? { 'w:fill': fill } : {})
  return taken.shade ?? null
}

function hiding(looks: RunStyle, cellShade: Rgb | null): string | null {
  if (looks.hidden) return 'hidden'
  if (looks.size !== undefined && looks.size < SMALLEST_READABLE_PT) return 'tiny'
  const paper = looks.shade ?? cellShade ?? WHITE
  return looks.colour && sameColour(looks.colour, paper) ? 'white' : null
}
