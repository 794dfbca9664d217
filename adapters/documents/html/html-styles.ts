import { hexColour, type Rgb, SMALLEST_READABLE_PT } from '../hidden-text.ts'

/** What a page says of how an element looks; undefined is as around it. */
export interface Look {
  hidden?: string | undefined
  colour?: Rgb | null
  shade?: Rgb | null
  size?: number
  bold?: boolean
  clipped?: boolean
  overflow?: boolean
}

const NAMED: Readonly<Record<string, string>> = {
  white: 'ffffff',
  snow: 'fffafa',
  ivory: 'fffff0',
  ghostwhite: 'f8f8ff',
  whitesmoke: 'f5f5f5',
  black: '000000',
}

export function cssColour(text: string): Rgb | null {
  const value = text.trim().toLowerCase()
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(value)
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])]
  return hexColour(NAMED[value] ?? value)
}

/** Reads declarations, those of a style attribute or of one rule. */
export function readDeclarations(css: string): Look {
  const look: Look = {}
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim()
      .toLowerCase()
    take(look, name, value)
  }
  return look
}

function take(look: Look, name: string, value: string): void {
  if (name === 'display' && value === 'none') look.hidden = 'hidden'
  else if (name === 'visibility' && /hidden|collapse/.test(value)) look.hidden = 'hidden'
  else if (name === 'opacity' && Number.parseFloat(value) < 0.1) look.hidden = 'transparent'
  else if (name === 'color') {
    if (value === 'transparent' || /rgba\(.*,\s*0(\.0+)?\s*\)/.test(value))
      look.hidden = 'transparent'
    else look.colour = cssColour(value)
  } else if (name === 'background' || name === 'background-color') look.shade = shadeOf(value)
  else if (name === 'font-size') {
    const size = points(value)
    if (size !== null) look.size = size
    if (size !== null && size < SMALLEST_READABLE_PT) look.hidden = 'tiny'
  } else if (name === 'font-weight')
    look.bold = value === 'bold' || value === 'bolder' || Number(value) >= 600
  else if (/^(left|top|right|text-indent|margin-left|margin-top)$/.test(name)) {
    if (Number.parseFloat(value) < -500) look.hidden = 'off_page'
  } else if (name === 'clip' && /rect\(\s*0/.test(value)) look.hidden = 'hidden'
  else if ((name === 'height' || name === 'width') && /^0(px)?$/.test(value)) look.clipped = true
  else if (name === 'overflow' && value === 'hidden') look.overflow = true
  if (look.clipped && look.overflow) look.hidden = 'hidden'
}

// A picture or a gradient may be of any colour: nothing is said about letters on it.
const shadeOf = (value: string): Rgb | null => {
  if (/url\(|gradient/.test(value)) return [128, 128, 128]
  if (value === 'none' || value === 'transparent' || value === 'inherit') return null
  return cssColour(value.split(/\s+(?![^(]*\))/)[0] ?? '') ?? null
}

function points(value: string): number | null {
  const match = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(value)
  if (!match) return null
  const number = Number(match[1])
  if (!Number.isFinite(number)) return null
  switch (match[2]) {
    case 'pt':
      return number
    case 'em':
    case 'rem':
      return number * 12
    case '%':
      return (number * 12) / 100
    default:
      return number * 0.75
  }
}

/** Rules by their last simple selector: enough for `.note`, `#id`, `p` and `.a .b`; a rule for screens other than this is passed over. */
export function readStyleSheet(css: string): ReadonlyMap<string, Look> {
  const rules = new Map<string, Look>()
  const plain = css.slice(0, 200_000).replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
  for (const [, selectors, body] of plain.matchAll(/([^{}@]{1,500})\{([^{}]{0,5000})\}/g)) {
    const look = readDeclarations(body!)
    for (const selector of selectors!.split(',')) {
      const last =
        selector
          .trim()
          .split(/[\s>+~]+/)
          .at(-1) ?? ''
      if (/^([.#]?[\w-]+)$/.test(last)) rules.set(last, { ...rules.get(last), ...look })
    }
  }
  return rules
}
