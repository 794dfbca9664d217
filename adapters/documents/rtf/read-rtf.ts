import type { ReadDocument } from '../../../core/extraction/line.ts'
import { HiddenText, type Rgb, SMALLEST_READABLE_PT, sameColour, WHITE } from '../hidden-text.ts'
import { LineWriter } from '../line-writer.ts'
import { NO_TEXT, Refusal } from '../refusal.ts'
import { decodeAs } from '../text/charset.ts'
import { type RtfToken, rtfTokens } from './rtf-tokens.ts'

interface State {
  destination: 'text' | 'fonts' | 'colours' | 'skipped'
  hidden: boolean
  bold: boolean
  /** Points */
  size: number
  colour: number
  shade: number
  font: number
  /** Characters that follow each \u for readers without Unicode */
  unicodeSkip: number
}

const PLAIN = { hidden: false, bold: false, size: 12, colour: 0, shade: 0, font: 0 }
const DEEPEST = 1_000

const SKIPPED = new Set(
  `stylesheet info pict object themedata colorschememapping datastore latentstyles listtable
  listoverridetable rsidtbl generator xmlnstbl fldinst pntext pntxta pntxtb bkmkstart bkmkend
  annotation atnid atnauthor atnref footnote nonshppict deleted revtbl filetbl shpinst fontemb
  falt panose formfield docvar wgrffmtfilter private userprops mmathPr`.split(/\s+/),
)

/** @throws Refusal when no text is in it */
export function readRtf(bytes: Uint8Array): ReadDocument {
  const reader = new RtfReader()
  for (const token of rtfTokens(bytes)) reader.take(token)
  const lines = reader.writer.finish()
  if (lines.length === 0) throw new Refusal('rejected', NO_TEXT)
  return { lines, pages: 1, warnings: reader.hidden.warnings() }
}

class RtfReader {
  readonly writer = new LineWriter()
  readonly hidden = new HiddenText()
  private state: State = { ...PLAIN, destination: 'text', unicodeSkip: 1 }
  private readonly stack: State[] = []
  private codepage = 'windows-1252'
  private readonly fontCodepages = new Map<number, string>()
  private readonly colours: (Rgb | null)[] = []
  private channels: [number, number, number] | null = null
  private pending: number[] = []
  private toSkip = 0
  private starred = false
  private rowStart = 0

  take(token: RtfToken): void {
    if (token.kind !== 'byte') this.flush()
    switch (token.kind) {
      case 'open':
        if (this.stack.length < DEEPEST) this.stack.push({ ...this.state })
        this.toSkip = 0
        break
      case 'close':
        this.state = this.stack.pop() ?? this.state
        this.toSkip = 0
        break
      case 'byte':
        this.takeByte(token.byte)
        break
      case 'star':
        this.starred = true
        return
      case 'word':
        this.takeWord(token.word, token.value)
    }
    this.starred = false
  }

  private takeByte(byte: number): void {
    if (this.toSkip > 0) this.toSkip--
    else if (this.state.destination === 'text') this.pending.push(byte)
    else if (this.state.destination === 'colours' && byte === 0x3b) {
      this.colours.push(this.channels)
      this.channels = null
    }
  }

  private takeWord(word: string, value: number | null): void {
    const { state } = this
    if (state.destination === 'colours') this.takeChannel(word, value ?? 0)
    else if (state.destination === 'fonts') this.takeFont(word, value ?? 0)
    else if (state.destination === 'text') this.takeTextWord(word, value)
  }

  private takeTextWord(word: string, value: number | null): void {
    const { state } = this
    if (word === 'fonttbl') state.destination = 'fonts'
    else if (word === 'colortbl') state.destination = 'colours'
    else if (SKIPPED.has(word) || (this.starred && word !== 'shppict' && word !== 'shptxt'))
      state.destination = 'skipped'
    else if (word === 'ansicpg' && value) this.codepage = `cp${value}`
    else if (word === 'mac') this.codepage = 'macroman'
    else if (word === 'pc') this.codepage = 'cp437'
    else if (!this.takeLook(word, value)) this.takeCharacter(word, value)
  }

  private takeLook(word: string, value: number | null): boolean {
    const { state } = this
    const on = value !== 0
    if (word === 'plain') Object.assign(state, PLAIN)
    else if (word === 'v') state.hidden = on
    else if (word === 'b') state.bold = on
    else if (word === 'fs') state.size = (value ?? 24) / 2
    else if (word === 'cf') state.colour = value ?? 0
    else if (word === 'cb' || word === 'highlight' || word === 'chcbpat') state.shade = value ?? 0
    else if (word === 'f') state.font = value ?? 0
    else if (word === 'uc') state.unicodeSkip = value ?? 1
    else return false
    return true
  }

  private takeCharacter(word: string, value: number | null): void {
    if (word === 'u' && value !== null) {
      this.write(String.fromCharCode(value < 0 ? value + 65_536 : value))
      this.toSkip = this.state.unicodeSkip
    } else if (word === 'par' || word === 'line' || word === 'sect' || word === 'page') {
      if (!this.state.hidden) this.writer.end()
    } else if (word === 'trowd') this.rowStart = this.writer.count
    else if (word === 'cell' || word === 'nestcell') this.writer.end()
    else if (word === 'row') {
      this.writer.joinSince(this.rowStart)
      this.rowStart = this.writer.count
    } else if (CHARACTERS[word]) this.write(CHARACTERS[word])
  }

  private takeChannel(word: string, value: number): void {
    this.channels ??= [0, 0, 0]
    const at = ['red', 'green', 'blue'].indexOf(word)
    if (at >= 0) this.channels[at] = value
  }

  private takeFont(word: string, value: number): void {
    if (word === 'f') this.state.font = value
    const codepage = word === 'fcharset' ? CHARSETS[value] : undefined
    if (codepage) this.fontCodepages.set(this.state.font, codepage)
  }

  // Bytes are gathered first: in some codepages two make one character.
  private flush(): void {
    if (this.pending.length === 0) return
    const bytes = Uint8Array.from(this.pending)
    this.pending = []
    const codepage = this.fontCodepages.get(this.state.font) ?? this.codepage
    this.write(decodeAs(bytes, codepage) ?? Buffer.from(bytes).toString('latin1'))
  }

  private write(text: string): void {
    const { hidden, size, colour, shade, bold } = this.state
    const how = hidden
      ? 'hidden'
      : size < SMALLEST_READABLE_PT
        ? 'tiny'
        : this.isPale(colour, shade)
    if (how) this.hidden.add(how, text)
    else this.writer.write(text, { bold, size })
  }

  private isPale(colour: number, shade: number): string | null {
    const letters = this.colours[colour]
    // Number 0 is "as the paper is", whatever the table says of it.
    const paper = shade === 0 ? WHITE : (this.colours[shade] ?? WHITE)
    return letters && sameColour(letters, paper) ? 'white' : null
  }
}

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  '~': ' ',
  _: '-',
}

const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macroman',
  128: 'shift_jis',
  129: 'cp949',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
