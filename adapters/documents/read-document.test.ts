import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { extensionLies, kindOf } from './kind.ts'
import { readDocument } from './read-document.ts'

async function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const { lines, warnings } = await readDocument(bytes, kindOf(bytes))
  return { texts: lines.map(({ text }) => text), warnings }
}

for (const [content, kind] of [
  ['%PDF-1.4', 'pdf'],
  ['\n\n%PDF-1.4', 'pdf'],
  ['{\\rtf1 x}', 'rtf'],
  ['<!DOCTYPE html><p>x</p>', 'html'],
  ['\ufeff  <html>', 'html'],
  ['{"basics": {}}', 'json'],
  ['Nora', 'text'],
  ['', 'empty'],
  [Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'image'],
  [Uint8Array.of(0x4d, 0x5a, 0, 0), 'binary'],
] as const) {
  test(`${JSON.stringify(String(content)).slice(0, 24)} is ${kind}, whatever its name`, () => {
    expect(kindOf(typeof content === 'string' ? Buffer.from(content) : content)).toBe(kind)
  })
}

test('a name that promises another kind lies', () => {
  expect(extensionLies('cv.pdf', 'text')).toBe(true)
  expect(extensionLies('cv.md', 'text')).toBe(false)
  expect(extensionLies(null, 'pdf')).toBe(false)
})

for (const charset of ['utf-8', 'utf-16le', 'windows-1252']) {
  test(`plain text in ${charset}`, async () => {
    const { texts } = await read(iconv.encode('José Müller, Zürich – café', charset))
    expect(texts).toEqual(['José Müller, Zürich – café'])
  })
}

test('plain text in windows-1251', async () => {
  const { texts } = await read(iconv.encode('Медицинская сестра в больнице', 'windows-1251'))
  expect(texts).toEqual(['Медицинская сестра в больнице'])
})

test('HTML as it is seen: blocks, rows, no scripts; hidden text reported', async () => {
  const { texts, warnings } = await read(`<html><head><style>.x{display:none} .dark{background:#123}
    </style><title>no</title></head><body><h1>Nora</h1><script>no()</script>
    <div>Nurse at<b> Larkspur</b></div><ul><li>ECG<li>Triage</ul>
    <table><tr><td>2019</td><td>Ward</td></tr></table>
    <p class="x">one</p><p style="color:#fff">two</p><p style="font-size:1px">three</p>
    <div class="dark"><span style="color:white">Seen</span></div></body></html>`)
  expect(texts).toEqual(['Nora', 'Nurse at Larkspur', 'ECG', 'Triage', '2019\tWard', 'Seen'])
  expect(warnings.map(({ detail }) => detail)).toEqual(['hidden: one', 'white: two', 'tiny: three'])
})

test('RTF: escapes, code pages, rows; hidden text reported', async () => {
  const { texts, warnings } = await read(
    '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red255\\green255\\blue255;}' +
      "{\\*\\generator x}Jos\\'e9 \\u8211- {\\b Nurse}\\tab 2019\\par " +
      '{\\v one}{\\cf1 two}{\\fs2 three}seen\\par\\trowd a\\cell b\\cell\\row}',
  )
  expect(texts).toEqual(['José – Nurse\t2019', 'seen', 'a\tb'])
  expect(warnings.map(({ detail }) => detail)).toEqual(['hidden: one', 'white: two', 'tiny: three'])
})

test('what is not read says what to do', async () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])
  await expect(read(ole)).rejects.toThrow(/send PDF or DOCX/)
  await expect(read(Buffer.from([0x89, 0x50, 0x4e, 0x47]))).rejects.toMatchObject({
    outcome: 'manual_review',
  })
  await expect(read('')).rejects.toThrow(/empty/)
})
