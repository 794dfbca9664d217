import { type Rgb, WHITE } from '../hidden-text.ts'
import type { Pdfium, Scratch } from './pdfium.ts'

const TEXT = 1
const PATH = 2
const IMAGE = 3
const SHADING = 4
// A page drawn from more pieces than this is no résumé; what lies beneath its text stays unknown.
const MOST_OBJECTS = 20_000
const SIDES_OF_A_RECTANGLE = 6
const OPAQUE = 250

interface Patch {
  readonly order: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
  /** null: a picture, of any colour */
  readonly colour: Rgb | null
  readonly hides: boolean
}

/** What is drawn under and over the text of one page. */
export interface Backdrop {
  /** @returns the colour under a point of a text object; null where a picture is */
  under(textObject: number, x: number, y: number): Rgb | null
  /** Is this point of a text object painted over by something drawn later? */
  covered(textObject: number, x: number, y: number): boolean
}

export function readBackdrop(pdfium: Pdfium, page: number, at: Scratch): Backdrop {
  const patches: Patch[] = []
  const orders = new Map<number, number>()
  const count = Math.min(pdfium._FPDFPage_CountObjects(page), MOST_OBJECTS)
  for (let order = 0; order < count; order++) {
    const object = pdfium._FPDFPage_GetObject(page, order)
    const type = pdfium._FPDFPageObj_GetType(object)
    if (type === TEXT) orders.set(object, order)
    else if (type === PATH || type === IMAGE || type === SHADING) {
      const patch = readPatch(pdfium, { object, type, order, at })
      if (patch) patches.push(patch)
    }
  }
  const holds = (patch: Patch, x: number, y: number) =>
    x >= patch.left && x <= patch.right && y >= patch.bottom && y <= patch.top
  return {
    under(textObject, x, y) {
      // Text inside a form has no order among the page's own objects: it counts as drawn last.
      const order = orders.get(textObject) ?? count
      const last = patches.findLast((patch) => patch.order < order && holds(patch, x, y))
      return last ? last.colour : WHITE
    },
    covered(textObject, x, y) {
      const order = orders.get(textObject)
      if (order === undefined) return false
      return patches.some((patch) => patch.order > order && patch.hides && holds(patch, x, y))
    },
  }
}

interface Piece {
  readonly object: number
  readonly type: number
  readonly order: number
  readonly at: Scratch
}

function readPatch(pdfium: Pdfium, { object, type, order, at }: Piece): Patch | null {
  const p = at.at
  if (!pdfium._FPDFPageObj_GetBounds(object, p, p + 4, p + 8, p + 12)) return null
  const bounds = { left: at.float(0), bottom: at.float(4), right: at.float(8), top: at.float(12) }
  // Rules and bullets are no backdrop.
  if (bounds.right - bounds.left < 4 || bounds.top - bounds.bottom < 4) return null
  if (type !== PATH) return { order, ...bounds, colour: null, hides: type === IMAGE }
  if (!pdfium._FPDFPath_GetDrawMode(object, p, p + 4) || at.int(0) === 0) return null
  if (!pdfium._FPDFPageObj_GetFillColor(object, p, p + 4, p + 8, p + 12)) return null
  const alpha = at.int(12)
  if (alpha < 64) return null
  const rectangle = pdfium._FPDFPath_CountSegments(object) <= SIDES_OF_A_RECTANGLE
  const colour: Rgb = [at.int(0), at.int(4), at.int(8)]
  return { order, ...bounds, colour, hides: rectangle && alpha >= OPAQUE }
}
