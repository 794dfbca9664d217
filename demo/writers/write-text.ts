import type { Block, Layout } from '../lay-out.ts'

export type Charset = 'utf-8' | 'windows-1252'

export function writeText({ side, main }: Layout, charset: Charset): Uint8Array {
  const newline = charset === 'utf-8' ? '\n' : '\r\n'
  const text = [...side, ...main].map(lineOf).join('\n').replaceAll('\n', newline) + newline
  return charset === 'utf-8' ? Buffer.from(text) : windows1252(text)
}

function lineOf(block: Block): string {
  switch (block.kind) {
    case 'name':
      return block.text
    case 'heading':
      return `\n${block.text}\n${'-'.repeat(block.text.length)}`
    case 'entry':
      return block.right === '' ? `\n${block.text}` : `\n${block.text}   ${block.right}`
    case 'bullet':
      return `• ${block.text}`
    case 'hidden':
      return ''
    case 'text':
      return block.text
  }
}

/** The signs of windows-1252 that stand elsewhere in Unicode, as far as the ingredients hold them */
const MOVED: Readonly<Record<string, number>> = {
  '€': 0x80,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
}

function windows1252(text: string): Uint8Array {
  const bytes = Array.from(text, (sign) => MOVED[sign] ?? sign.charCodeAt(0))
  if (bytes.some((byte) => byte > 0xff)) throw new Error('a sign that windows-1252 does not have')
  return Uint8Array.from(bytes)
}
