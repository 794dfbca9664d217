import type { ParsingWarning } from '../../../core/domain/profile.ts'
import type { Line, ReadDocument } from '../../../core/extraction/line.ts'
import { HiddenText } from '../hidden-text.ts'
import { CORRUPTED, ENCRYPTED, NO_TEXT, Refusal, SCANNED } from '../refusal.ts'
import { readGlyphs } from './glyphs.ts'
import { loadPdfium, type Pdfium, type Scratch, scratch } from './pdfium.ts'
import { linesInOrder } from './reading-order.ts'
import { withoutRunningLines } from './running-lines.ts'
import { segmentsOf } from './segments.ts'

export const MOST_PAGES = 10
const LETTERS_OF_A_TEXT_PAGE = 10
const NEEDS_PASSWORD = 4

/** @throws Refusal encrypted, corrupted, scanned or empty */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const pdfium = await loadPdfium()
  const data = pdfium._malloc(Math.max(bytes.length, 1))
  const at = scratch(pdfium, 64)
  pdfium.HEAPU8.set(bytes, data)
  const document = pdfium._FPDF_LoadMemDocument(data, bytes.length, 0)
  try {
    if (document === 0) {
      const encrypted = pdfium._FPDF_GetLastError() === NEEDS_PASSWORD
      throw encrypted ? new Refusal('rejected', ENCRYPTED) : new Refusal('failed', CORRUPTED)
    }
    return readPages(pdfium, document, at)
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document)
    at.free()
    pdfium._free(data)
  }
}

function readPages(pdfium: Pdfium, document: number, at: Scratch): ReadDocument {
  const pages = pdfium._FPDF_GetPageCount(document)
  if (pages === 0) throw new Refusal('failed', CORRUPTED)
  const read = Math.min(pages, MOST_PAGES)
  const hidden = new HiddenText()
  const lines: Line[] = []
  let rotated = 0
  let characters = 0
  let broken = 0
  for (let index = 0; index < read; index++) {
    const page = readPage(pdfium, { document, index, at, hidden })
    if (!page) broken++
    else {
      lines.push(...page.lines)
      rotated += page.rotated
      characters += page.characters
    }
  }
  if (broken === read) throw new Refusal('failed', CORRUPTED)
  const visible = lines.reduce((sum, line) => sum + line.text.trim().length, 0)
  if (visible === 0 && rotated === 0 && characters === 0 && !hasPictures(pdfium, document))
    throw new Refusal('rejected', NO_TEXT)
  if (visible < LETTERS_OF_A_TEXT_PAGE * read) throw new Refusal('manual_review', SCANNED)
  const warnings: ParsingWarning[] = hidden.warnings()
  if (pages > MOST_PAGES)
    warnings.push({ code: 'pages_cut', detail: `${pages} pages, ${MOST_PAGES} read` })
  if (rotated > 0) warnings.push({ code: 'rotated_text', detail: `${rotated} characters` })
  if (broken > 0) warnings.push({ code: 'pages_broken', detail: `${broken} pages` })
  return { lines: withoutRunningLines(lines, read).map(undoSoftHyphens), pages, warnings }
}

interface PageOf {
  readonly document: number
  readonly index: number
  readonly at: Scratch
  readonly hidden: HiddenText
}

function readPage(pdfium: Pdfium, { document, index, at, hidden }: PageOf) {
  const page = pdfium._FPDF_LoadPage(document, index)
  if (page === 0) return null
  const text = pdfium._FPDFText_LoadPage(page)
  try {
    if (text === 0) return null
    const { glyphs, rotated, characters } = readGlyphs(pdfium, { page, text, at, hidden })
    return { lines: linesInOrder(segmentsOf(glyphs), index + 1), rotated, characters }
  } finally {
    if (text !== 0) pdfium._FPDFText_ClosePage(text)
    pdfium._FPDF_ClosePage(page)
  }
}

const IMAGE = 3

function hasPictures(pdfium: Pdfium, document: number): boolean {
  const page = pdfium._FPDF_LoadPage(document, 0)
  if (page === 0) return false
  try {
    const count = Math.min(pdfium._FPDFPage_CountObjects(page), 1_000)
    for (let index = 0; index < count; index++)
      if (pdfium._FPDFPageObj_GetType(pdfium._FPDFPage_GetObject(page, index)) === IMAGE)
        return true
    return false
  } finally {
    pdfium._FPDF_ClosePage(page)
  }
}

// Some fonts name their hyphen so, and it is drawn as one.
const undoSoftHyphens = (line: Line): Line =>
  line.text.includes('\u00ad') ? { ...line, text: line.text.replaceAll('\u00ad', '-') } : line
