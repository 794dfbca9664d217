import { BULLET } from './entry-parts.ts'
import type { Line } from './line.ts'

/** Lines as paragraphs: what was broken for the page's width is one line again, a bullet begins a new one. */
export function joinLines(lines: readonly Line[]): string {
  const paragraphs: string[] = []
  let broken = false
  for (const { text } of lines) {
    const plain = text.trim()
    if (plain === '') {
      broken = true
      continue
    }
    const last = paragraphs.at(-1)
    const goesOn = last !== undefined && !broken && !BULLET.test(plain) && continues(last, plain)
    if (goesOn) paragraphs[paragraphs.length - 1] = joined(last, plain)
    else paragraphs.push(plain.replace(BULLET, ''))
    broken = false
  }
  return paragraphs.join('\n')
}

const continues = (last: string, next: string) =>
  /^[\p{Ll}\p{N}(&]/u.test(next) ||
  /[,;&-]$/.test(last) ||
  (last.length > 60 && !/[.!?:]$/.test(last))

// "develop-" and "ment": a hyphen before a small letter was the typesetter's, unless it parts what people part.
const joined = (last: string, next: string) =>
  /\p{Ll}{2,}-$/u.test(last) &&
  /^\p{Ll}{2,}/u.test(next) &&
  !/\b(?:full|self|cross|high|low|long|short|multi|well|real|end|on|in|non|co)-$/i.test(last)
    ? last.slice(0, -1) + next
    : last.endsWith('-')
      ? last + next
      : `${last} ${next}`
