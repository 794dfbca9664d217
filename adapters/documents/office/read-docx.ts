import type { ReadDocument } from '../../../core/extraction/line.ts'
import { type Archive, openArchive } from '../archive.ts'
import { HiddenText, type Rgb, SMALLEST_READABLE_PT, sameColour, WHITE } from '../hidden-text.ts'
import { LineWriter } from '../line-writer.ts'
import { CORRUPTED, NO_TEXT, Refusal } from '../refusal.ts'
import { type Attributes, walkXml } from '../xml.ts'
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

function readPart(xml: string, into: PartIn): void {
  const part = new PartReader(into)
  let skipping = 0
  walkXml(xml, {
    open(name, attributes) {
      if (SKIPPED.has(name)) skipping++
      if (skipping === 0) part.open(name, attributes)
    },
    text(text) {
      if (skipping === 0) part.text(text)
    },
    close(name) {
      if (SKIPPED.has(name)) skipping--
      else if (skipping === 0) part.close(name)
    },
  })
}

class PartReader {
  private readonly into: PartIn
  private readonly paragraphs: Paragraph[] = []
  private readonly rows: { from: number; blocks: number }[] = []
  private readonly cells: Cell[] = []
  private cellStart = 0
  private inText = false

  constructor(into: PartIn) {
    this.into = into
  }

  open(name: string, attributes: Attributes): void {
    const { writer } = this.into
    const paragraph = this.paragraphs.at(-1)
    if (name === 'w:p') {
      // A text box stands inside the paragraph that it is tied to: its lines come first.
      if (paragraph && !writer.isEmpty) writer.end()
      this.paragraphs.push({ style: {}, run: {}, inRun: false })
    } else if (name === 'w:tr') this.rows.push({ from: writer.count, blocks: 0 })
    else if (name === 'w:tc') {
      this.cells.push({ shade: null })
      this.cellStart = writer.count
    } else if (paragraph) this.openInParagraph(paragraph, name, attributes)
    else if (name === 'w:shd' && this.cells.length > 0)
      this.cells.at(-1)!.shade = takenShade(attributes['w:fill'])
  }

  private openInParagraph(paragraph: Paragraph, name: string, attributes: Attributes): void {
    const { styles, writer } = this.into
    const named = () => styles.get(attributes['w:val'] ?? '') ?? {}
    if (name === 'w:t') this.inText = true
    else if (name === 'w:r') {
      paragraph.run = {}
      paragraph.inRun = true
    } else if (name === 'w:pStyle') paragraph.style = { ...named() }
    else if (name === 'w:outlineLvl') paragraph.style.heading = Number(attributes['w:val']) < 9
    else if (name === 'w:rStyle') {
      const { heading: _, ...style } = named()
      paragraph.run = { ...style, ...paragraph.run }
    } else if (name === 'w:tab') {
      // In a paragraph's properties it only says where tabs would stop.
      if (paragraph.inRun) this.write('\t')
    } else if (name === 'w:br' || name === 'w:cr') writer.end()
    else if (name === 'w:noBreakHyphen') this.write('-')
    else if (paragraph.inRun) takeRunProperty(paragraph.run, name, attributes)
    else if (name === 'w:shd') takeRunProperty(paragraph.style, name, attributes)
  }

  text(text: string): void {
    if (this.inText) this.write(text)
  }

  close(name: string): void {
    const { writer } = this.into
    const row = this.rows.at(-1)
    if (name === 'w:t') this.inText = false
    else if (name === 'w:r') {
      const paragraph = this.paragraphs.at(-1)
      if (paragraph) paragraph.inRun = false
    } else if (name === 'w:p') {
      writer.end()
      this.paragraphs.pop()
    } else if (name === 'w:tc') {
      this.cells.pop()
      if (row) row.blocks = Math.max(row.blocks, writer.count - this.cellStart)
    } else if (name === 'w:tr') {
      this.rows.pop()
      // One line in each cell: a row of a table. More: cells are columns and read one by one.
      if (row && row.blocks <= 1) writer.joinSince(row.from)
    }
  }

  private write(text: string): void {
    const { hidden, writer } = this.into
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph) return
    const looks = { ...paragraph.style, ...paragraph.run }
    const how = hiding(looks, this.cells.at(-1)?.shade ?? null)
    if (how) hidden.add(how, text)
    else writer.write(text, looks)
  }
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
