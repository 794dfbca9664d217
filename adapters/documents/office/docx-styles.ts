import { hexColour, type Rgb } from '../hidden-text.ts'
import { type Attributes, walkXml } from '../xml.ts'

/** How letters look; what is undefined is as around it. */
export interface RunStyle {
  bold?: boolean
  /** Points */
  size?: number
  hidden?: boolean
  colour?: Rgb | null
  /** Colour behind the letters; null: none of its own */
  shade?: Rgb | null
}

export interface ParagraphStyle extends RunStyle {
  heading?: boolean
}

const isOn = (value: string | undefined) => !/^(0|false|off|none)$/i.test(value ?? '')

/** Takes in one property of `w:rPr`. */
export function takeRunProperty(style: RunStyle, name: string, attributes: Attributes): void {
  const value = attributes['w:val']
  if (name === 'w:b') style.bold = isOn(value)
  else if (name === 'w:sz' && value) style.size = Number(value) / 2
  else if (name === 'w:vanish' || name === 'w:webHidden') style.hidden = isOn(value)
  else if (name === 'w:color' && value) style.colour = hexColour(value)
  else if (name === 'w:shd') style.shade = hexColour(attributes['w:fill'] ?? '')
  else if (name === 'w:highlight') style.shade = value === 'white' ? null : [128, 128, 0]
}

const HEADING = /^(heading|title|titre|titolo|título|kop|überschrift|titel)/i

/** Styles by id, each with what it is based on taken in. */
export function readStyles(xml: string | null): ReadonlyMap<string, ParagraphStyle> {
  const own = new Map<string, { style: ParagraphStyle; basedOn: string | null }>()
  let current: { style: ParagraphStyle; basedOn: string | null } | null = null
  if (xml)
    walkXml(xml, {
      open(name, attributes) {
        if (name === 'w:style') {
          current = { style: {}, basedOn: null }
          own.set(attributes['w:styleId'] ?? '', current)
        } else if (current && name === 'w:name')
          current.style.heading = HEADING.test(attributes['w:val'] ?? '')
        else if (current && name === 'w:basedOn') current.basedOn = attributes['w:val'] ?? null
        else if (current) takeRunProperty(current.style, name, attributes)
      },
      text() {},
      close(name) {
        if (name === 'w:style') current = null
      },
    })
  return new Map([...own.keys()].map((id) => [id, resolve(own, id)]))
}

function resolve(
  own: ReadonlyMap<string, { style: ParagraphStyle; basedOn: string | null }>,
  id: string,
): ParagraphStyle {
  let style: ParagraphStyle = {}
  let next: string | null = id
  for (let depth = 0; next !== null && depth < 10; depth++) {
    const found = own.get(next)
    if (!found) break
    style = { ...found.style, ...style }
    next = found.basedOn
  }
  return style
}
