import type { Line } from '../../core/extraction/line.ts'

export interface LineStyle {
  readonly size?: number | undefined
  readonly bold?: boolean | undefined
  readonly heading?: boolean | undefined
}

const MOST_LINES = 20_000

/** Builds lines out of pieces of text, as word processors and pages hold them. */
export class LineWriter {
  private readonly lines: Line[] = []
  private text = ''
  private letters = 0
  private boldLetters = 0
  private size = 0
  private heading = false

  write(text: string, style: LineStyle = {}): void {
    this.text += text
    const letters = text.trim().length
    this.letters += letters
    if (style.bold) this.boldLetters += letters
    if (letters > 0 && style.size !== undefined) this.size = Math.max(this.size, style.size)
    if (style.heading && letters > 0) this.heading = true
  }

  /** Ends the line, if it holds anything; blanks within it become one. */
  end(): void {
    const text = tidy(this.text)
    if (text !== '' && this.lines.length < MOST_LINES) {
      this.lines.push({
        text,
        page: 1,
        ...(this.size > 0 ? { size: this.size } : {}),
        bold: this.boldLetters * 2 > this.letters,
        ...(this.heading ? { heading: true } : {}),
      })
    }
    this.text = ''
    this.letters = 0
    this.boldLetters = 0
    this.size = 0
    this.heading = false
  }

  get isEmpty(): boolean {
    return this.text.trim() === ''
  }

  get count(): number {
    return this.lines.length
  }

  /** Joins the lines since `from` into one, parted by tabs: the cells of a table's row. */
  joinSince(from: number): void {
    this.end()
    if (this.lines.length - from < 2) return
    const row = this.lines.splice(from)
    const first = row[0]!
    this.lines.push({
      ...first,
      text: row.map((line) => line.text).join('\t'),
      bold: row.every((line) => line.bold === true),
    })
  }

  finish(): readonly Line[] {
    this.end()
    return this.lines
  }
}

const tidy = (text: string): string =>
  text
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/g, '')
    .replaceAll(/\s*\t\s*/g, '\t')
    .replaceAll(/[^\S\t]+/g, ' ')
    .trim()
