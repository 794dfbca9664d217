import { PDFiumModule } from '@hyzyla/pdfium'

/** The functions of PDFium that we call, as it exports them (fpdfview.h, fpdf_text.h, fpdf_edit.h). */
export interface Pdfium {
  readonly HEAPU8: Uint8Array
  _malloc(bytes: number): number
  _free(pointer: number): void
  _FPDF_InitLibraryWithConfig(config: number): void
  _FPDF_LoadMemDocument(data: number, bytes: number, password: number): number
  _FPDF_CloseDocument(document: number): void
  _FPDF_GetLastError(): number
  _FPDF_GetPageCount(document: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageBoundingBox(page: number, rect: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(text: number): void
  _FPDFText_CountChars(text: number): number
  _FPDFText_GetUnicode(text: number, index: number): number
  _FPDFText_IsGenerated(text: number, index: number): number
  _FPDFText_GetTextObject(text: number, index: number): number
  _FPDFText_GetLooseCharBox(text: number, index: number, rect: number): number
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number
  _FPDFText_GetCharAngle(text: number, index: number): number
  _FPDFText_GetFontWeight(text: number, index: number): number
  _FPDFText_GetFillColor(
    text: number,
    index: number,
    r: number,
    g: number,
    b: number,
    a: number,
  ): number
  _FPDFTextObj_GetTextRenderMode(object: number): number
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, index: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_GetBounds(
    object: number,
    left: number,
    bottom: number,
    right: number,
    top: number,
  ): number
  _FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): number
  _FPDFPath_GetDrawMode(object: number, fill: number, stroke: number): number
  _FPDFPath_CountSegments(object: number): number
}

let loading: Promise<Pdfium> | undefined

/** One instance a process: it holds its memory for as long as the process lives. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= start()
  return loading
}

async function start(): Promise<Pdfium> {
  // The package types only what it uses itself.
  const pdfium = (await (PDFiumModule as unknown as () => Promise<unknown>)()) as Pdfium
  const config = pdfium._malloc(20)
  pdfium.HEAPU8.fill(0, config, config + 20)
  pdfium.HEAPU8[config] = 2 // version of the config struct
  pdfium._FPDF_InitLibraryWithConfig(config)
  return pdfium
}

/** Room in PDFium's memory for its answers, read back as numbers. */
export function scratch(pdfium: Pdfium, bytes: number) {
  const at = pdfium._malloc(bytes)
  // The memory may grow and move at any call: the view is made anew when it did.
  let view = new DataView(pdfium.HEAPU8.buffer)
  const current = () => {
    if (view.buffer !== pdfium.HEAPU8.buffer) view = new DataView(pdfium.HEAPU8.buffer)
    return view
  }
  return {
    at,
    float: (offset: number) => current().getFloat32(at + offset, true),
    double: (offset: number) => current().getFloat64(at + offset, true),
    int: (offset: number) => current().getInt32(at + offset, true),
    free: () => pdfium._free(at),
  }
}
export type Scratch = ReturnType<typeof scratch>
