import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib'
import type { Block, Layout } from '../lay-out.ts'

const PAGE = { width: 595, height: 842 }
const MARGIN = 48
const SIDE_WIDTH = 172
const DARK = rgb(0.12, 0.14, 0.2)
const WHITE = rgb(1, 1, 1)
const TINT = rgb(0.92, 0.94, 0.97)
const MADE = new Date(Date.UTC(2026, 0, 15))

interface Fonts {
  readonly plain: PDFFont
  readonly bold: PDFFont
}

/** One column, or a tinted side column when the layout has a side. */
export async function writePdf({ side, main }: Layout): Promise<Uint8Array> {
  const pdf = await openPdf()
  const [normal, strong] = await Promise.all([
    pdf.embedFont(StandardFonts.Helvetica),
    pdf.embedFont(StandardFonts.HelveticaBold),
  ])
  const fonts = { plain: normal, bold: strong }
  const first = pdf.addPage([PAGE.width, PAGE.height])
  const column = new Column({ pdf, fonts, first, left: MARGIN, width: PAGE.width - 2 * MARGIN })
  if (side.length === 0) {
    column.write(main)
    return pdf.save()
  }
  first.drawRectangle({ x: 0, y: 0, width: SIDE_WIDTH, height: PAGE.height, color: TINT })
  new Column({ pdf, fonts, first, left: 18, width: SIDE_WIDTH - 34 }).write(side)
  const left = SIDE_WIDTH + 22
  new Column({ pdf, fonts, first, left, width: PAGE.width - left - 36 }).write(main)
  return pdf.save()
}

/** A PDF without anything that differs between runs. */
export async function openPdf(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setCreationDate(MADE)
  pdf.setModificationDate(MADE)
  return pdf
}

interface Place {
  readonly pdf: PDFDocument
  readonly fonts: Fonts
  readonly first: PDFPage
  readonly left: number
  readonly width: number
}

interface Written {
  readonly size: number
  readonly font: PDFFont
  readonly indent?: number
  readonly color?: ReturnType<typeof rgb>
}

class Column {
  private readonly place: Place
  private page: PDFPage
  private y = PAGE.height - MARGIN

  constructor(place: Place) {
    this.place = place
    this.page = place.first
  }

  write(blocks: readonly Block[]): void {
    for (const block of blocks) this.block(block)
  }

  private block(block: Block): void {
    const { plain, bold } = this.place.fonts
    switch (block.kind) {
      case 'name':
        this.lines(block.text, { size: 19, font: bold })
        break
      case 'heading':
        this.y -= 9
        this.lines(block.text, { size: 12.5, font: bold })
        break
      case 'entry':
        this.entry(block.text, block.right)
        break
      case 'bullet':
        this.lines(`• ${block.text}`, { size: 9.5, font: plain, indent: 8 })
        break
      case 'hidden':
        this.lines(block.text, { size: 8, font: plain, color: WHITE })
        break
      case 'text':
        this.lines(block.text, { size: 9.5, font: plain })
    }
  }

  private entry(text: string, right: string): void {
    const { left, width, fonts } = this.place
    this.y -= 4
    const rightWidth = fonts.plain.widthOfTextAtSize(right, 9.5)
    const fits = fonts.bold.widthOfTextAtSize(text, 10) + rightWidth + 12 <= width
    this.lines(text, { size: 10, font: fonts.bold })
    if (!fits) this.lines(right, { size: 9.5, font: fonts.plain })
    else if (right !== '') {
      const at = { x: left + width - rightWidth, y: this.y, size: 9.5, font: fonts.plain }
      this.page.drawText(right, { ...at, color: DARK })
    }
  }

  private lines(text: string, { size, font, indent = 0, color = DARK }: Written): void {
    const { left, width } = this.place
    for (const line of wrapped(
      text,
      (part) => font.widthOfTextAtSize(part, size) <= width - indent,
    )) {
      this.y -= size * 1.38
      if (this.y < MARGIN) this.turn()
      this.page.drawText(line, { x: left + indent, y: this.y, size, font, color })
    }
  }

  private turn(): void {
    this.page = this.place.pdf.addPage([PAGE.width, PAGE.height])
    this.y = PAGE.height - MARGIN - 12
  }
}

function wrapped(text: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
