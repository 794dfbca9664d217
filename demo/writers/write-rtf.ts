import type { Block, Layout } from '../lay-out.ts'

const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}' +
  '{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}\\f0\\fs21\n'

export function writeRtf({ side, main }: Layout): Uint8Array {
  const body = [...side, ...main].map(paragraph).join('\n')
  return Buffer.from(`${HEAD}${body}\n}`, 'latin1')
}

function paragraph(block: Block): string {
  const text = escaped(block.text)
  switch (block.kind) {
    case 'name':
      return `{\\pard\\b\\fs36 ${text}\\par}`
    case 'heading':
      return `{\\pard\\sb160\\b\\fs26 ${text}\\par}`
    case 'entry': {
      const right = block.right === '' ? '' : `\\tab ${escaped(block.right)}`
      return `{\\pard\\sb80\\tqr\\tx9600{\\b ${text}}${right}\\par}`
    }
    case 'bullet':
      return `{\\pard\\fi-200\\li360\\bullet  ${text}\\par}`
    case 'hidden':
      return `{\\pard\\cf2 ${text}\\par}`
    case 'text':
      return `{\\pard ${text}\\par}`
  }
}

/** Latin letters by their byte, all else by its number with a question mark for old readers. */
function escaped(text: string): string {
  return text.replaceAll(/[\\{}]/g, '\\$&').replaceAll(/[^\x20-\x7e]/g, (sign) => {
    const code = sign.charCodeAt(0)
    return code >= 0xa0 && code <= 0xff ? `\\'${code.toString(16)}` : `\\u${code}?`
  })
}
