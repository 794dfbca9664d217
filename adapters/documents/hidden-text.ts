import type { ParsingWarning } from '../../core/domain/profile.ts'

const LONGEST_DETAIL = 500

/** Gathers what a reader of the page cannot see, to report it and keep it out of everything else. */
export class HiddenText {
  private readonly parts = new Map<string, string[]>()

  /** @param how  one word: white, tiny, off_page, invisible, hidden, covered, transparent */
  add(how: string, text: string): void {
    const parts = this.parts.get(how)
    if (parts) parts.push(text)
    else if (text.trim() !== '') this.parts.set(how, [text])
  }

  /** One warning a way of hiding, with the words hidden in it */
  warnings(): ParsingWarning[] {
    return [...this.parts].map(([how, parts]) => {
      const words = parts.join('').replaceAll(/\s+/g, ' ').trim()
      return { code: 'hidden_text', detail: `${how}: ${words.slice(0, LONGEST_DETAIL)}` }
    })
  }
}

export type Rgb = readonly [red: number, green: number, blue: number]
export const WHITE: Rgb = [255, 255, 255]
// Below this difference in every channel no eye tells the letters from the paper.
const TELLABLE = 24
export const SMALLEST_READABLE_PT = 2.5

export const sameColour = (a: Rgb, b: Rgb): boolean =>
  a.every((channel, at) => Math.abs(channel - b[at]!) < TELLABLE)

/** @param text  'FFFFFF', '#fff' or 'ffffff'; null when it is no such colour */
export function hexColour(text: string): Rgb | null {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]
  if (!hex) return null
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  const channel = (at: number) => Number.parseInt(full.slice(at, at + 2), 16)
  return [channel(0), channel(2), channel(4)]
}
