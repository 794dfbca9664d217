import { type HiddenText, type Rgb, SMALLEST_READABLE_PT, sameColour } from '../hidden-text.ts'
import { readBackdrop } from './backdrop.ts'
import type { Pdfium, Scratch } from './pdfium.ts'

/** A visible character, upright, in points from the top left corner of its page. */
export interface Glyph {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Where the letters stand on; grows downwards */
  readonly baseline: number
  readonly size: number
  readonly bold: boolean
  /** What it was drawn with: two strokes of one object are two letters, even in one place */
  readonly object: number
}

export interface PageGlyphs {
  readonly glyphs: readonly Glyph[]
  /** Characters that are on the page, hidden ones included */
  readonly characters: number
  readonly rotated: number
}

const MOST_CHARACTERS = 60_000
const BOLD_WEIGHT = 600
const INVISIBLE_MODES = new Set([3, 7])
const OUTLINE_MODES = new Set([1, 5])

interface Raw {
  readonly code: number
  readonly object: number
  readonly angle: number
  readonly box: { left: number; top: number; right: number; bottom: number }
  readonly origin: { x: number; y: number }
  readonly style: Style
}

interface Style {
  readonly mode: number
  readonly colour: Rgb
  readonly alpha: number
  readonly bold: boolean
}

interface PageIn {
  readonly page: number
  readonly text: number
  readonly at: Scratch
  readonly hidden: HiddenText
}

/** Reads one page's characters; what no reader sees goes to `hidden`, what stands aslant is counted and left out. */
export function readGlyphs(pdfium: Pdfium, { page, text, at, hidden }: PageIn): PageGlyphs {
  const raws = readRaws(pdfium, text, at)
  if (raws.length === 0) return { glyphs: [], characters: 0, rotated: 0 }
  const paper = pageBox(pdfium, page, at)
  const angle = mainAngle(raws)
  const backdrop = readBackdrop(pdfium, page, at)
  const glyphs: Glyph[] = []
  let rotated = 0
  for (const raw of raws) {
    if (raw.angle !== angle) {
      if (raw.code > 32) rotated++
      continue
    }
    const letter = letterOf(raw.code)
    const how = hiding(raw)
    if (how) hidden.add(how, letter)
    else glyphs.push(upright(raw, { letter, angle, paper }))
  }
  return { glyphs, characters: raws.length, rotated }

  function hiding(raw: Raw): string | null {
    const { box, style, object } = raw
    const x = (box.left + box.right) / 2
    const y = (box.top + box.bottom) / 2
    if (INVISIBLE_MODES.has(style.mode)) return 'invisible'
    if (x < paper.left || x > paper.right || y < paper.bottom || y > paper.top) return 'off_page'
    const height = Math.abs(angle % 180 === 0 ? box.top - box.bottom : box.right - box.left)
    if (height < SMALLEST_READABLE_PT && height > 0) return 'tiny'
    if (style.alpha < 26) return 'transparent'
    if (!OUTLINE_MODES.has(style.mode)) {
      const beneath = backdrop.under(object, x, y)
      if (beneath && sameColour(style.colour, beneath)) return 'white'
    }
    return backdrop.covered(object, x, y) ? 'covered' : null
  }
}

function readRaws(pdfium: Pdfium, text: number, at: Scratch): Raw[] {
  const count = Math.min(pdfium._FPDFText_CountChars(text), MOST_CHARACTERS)
  const raws: Raw[] = []
  let lastObject = 0
  let style: Style | null = null
  let angle = 0
  for (let index = 0; index < count; index++) {
    // Blanks and line ends that PDFium makes up: we measure the gaps ourselves.
    if (pdfium._FPDFText_IsGenerated(text, index) === 1) continue
    const code = pdfium._FPDFText_GetUnicode(text, index)
    const object = pdfium._FPDFText_GetTextObject(text, index)
    if (style === null || object !== lastObject || object === 0) {
      style = readStyle(pdfium, { text, index, object, at })
      // Rounded to 90 degrees where it is one of them, else to a whole degree.
      angle = Math.round((pdfium._FPDFText_GetCharAngle(text, index) * 180) / Math.PI) % 360
      if (angle < 0) angle += 360
      lastObject = object
    }
    if (!pdfium._FPDFText_GetLooseCharBox(text, index, at.at)) continue
    const box = {
      left: at.float(0),
      top: at.float(4),
      right: at.float(8),
      bottom: at.float(12),
    }
    if (!pdfium._FPDFText_GetCharOrigin(text, index, at.at, at.at + 8)) continue
    const origin = { x: at.double(0), y: at.double(8) }
    raws.push({ code, object, angle, box, origin, style })
  }
  return raws
}

interface CharacterIn {
  readonly text: number
  readonly index: number
  readonly object: number
  readonly at: Scratch
}

function readStyle(pdfium: Pdfium, { text, index, object, at }: CharacterIn): Style {
  const p = at.at
  const known = pdfium._FPDFText_GetFillColor(text, index, p, p + 4, p + 8, p + 12)
  const colour: Rgb = known ? [at.int(0), at.int(4), at.int(8)] : [0, 0, 0]
  const alpha = known ? at.int(12) : 255
  const mode = object === 0 ? 0 : pdfium._FPDFTextObj_GetTextRenderMode(object)
  return { mode, colour, alpha, bold: pdfium._FPDFText_GetFontWeight(text, index) >= BOLD_WEIGHT }
}

interface Paper {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function pageBox(pdfium: Pdfium, page: number, at: Scratch): Paper {
  if (!pdfium._FPDF_GetPageBoundingBox(page, at.at))
    return { left: -1e6, top: 1e6, right: 1e6, bottom: -1e6 }
  return { left: at.float(0), top: at.float(4), right: at.float(8), bottom: at.float(12) }
}

function mainAngle(raws: readonly Raw[]): number {
  const counts = new Map<number, number>()
  for (const { angle } of raws) counts.set(angle, (counts.get(angle) ?? 0) + 1)
  let best = 0
  for (const [angle, count] of counts)
    if (angle % 90 === 0 && count > (counts.get(best) ?? 0)) best = angle
  return best
}

function upright(raw: Raw, to: { letter: string; angle: number; paper: Paper }): Glyph {
  const { box, origin, style } = raw
  const { angle, paper } = to
  const turned = turn(box, origin, angle, paper)
  const size = Math.max(turned.height, 0.1)
  const { left, right, baseline } = turned
  return { text: to.letter, left, right, baseline, size, bold: style.bold, object: raw.object }
}

// PDF's y grows upwards and a turned page keeps its own axes: both are undone here.
function turn(box: Raw['box'], origin: Raw['origin'], angle: number, paper: Paper) {
  const height = Math.abs(box.top - box.bottom)
  const width = Math.abs(box.right - box.left)
  switch (angle) {
    case 90:
      return place(box.bottom - paper.bottom, height, origin.x - paper.left, width)
    case 180:
      return place(paper.right - box.right, width, origin.y - paper.bottom, height)
    case 270:
      return place(paper.top - box.top, height, paper.right - origin.x, width)
    default:
      return place(box.left - paper.left, width, paper.top - origin.y, height)
  }
}

const place = (left: number, width: number, baseline: number, height: number) => ({
  left,
  right: left + width,
  baseline,
  height,
})

const LIGATURES: Readonly<Record<number, string>> = {
  64256: 'ff',
  64257: 'fi',
  64258: 'fl',
  64259: 'ffi',
  64260: 'ffl',
  64261: 'st',
  64262: 'st',
}

/** Icons of private fonts and control characters say nothing; they part words as a blank does. */
function letterOf(code: number): string {
  const ligature = LIGATURES[code]
  if (ligature) return ligature
  if (code === 2 || code === 0xad || code === 0xfffe) return '\u00ad'
  if (code < 32 || code === 0xa0 || code === 0xffff || code > 0x10ffff) return ' '
  if (code >= 0xe000 && code <= 0xf8ff) return ' '
  if (code >= 0xd800 && code <= 0xdfff) return ' '
  return String.fromCodePoint(code)
}
