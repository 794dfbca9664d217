import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readPdf } from './read-pdf.ts'

interface Sheet {
  readonly page: PDFPage
  readonly font: PDFFont
}

async function pdf(draw: (sheet: Sheet, nth: number) => void, pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let nth = 0; nth < pages; nth++) draw({ page: document.addPage([595, 842]), font }, nth)
  return document.save()
}

const texts = async (bytes: Uint8Array) => (await readPdf(bytes)).lines.map(({ text }) => text)
const column = (lines: readonly string[], x: number, top = 740) =>
  lines.map((text, nth) => ({ text, x, y: top - nth * 16 }))

const LEFT = ['Contact', 'nora@example.com', 'Skills', 'Triage', 'Phlebotomy', 'Wound care', 'ECG']
const RIGHT = [
  'Experience',
  'Staff nurse at a ward of 24 beds and more',
  'Wrote care plans for every single patient',
  'Taught students how to take a history',
  'Education',
  'Nursing diploma at the school of Larkspur',
  'Further courses in the following years',
]

test('two columns are read one after the other, below what spans both', async () => {
  const bytes = await pdf(({ page, font }) => {
    page.drawText('Nora Fennimore', { x: 60, y: 790, size: 22, font })
    for (const line of [...column(LEFT, 60), ...column(RIGHT, 230, 737)])
      page.drawText(line.text, { ...line, size: 10, font })
  })
  expect(await texts(bytes)).toEqual(['Nora Fennimore', ...LEFT, ...RIGHT])
})

test('dates set flush right stay on their line, parted by a tab', async () => {
  const jobs = [
    'Staff Nurse',
    'Ward Sister',
    'Night Nurse',
    'Student Nurse',
    'Care Assistant',
    'Aide',
  ]
  const bytes = await pdf(({ page, font }) => {
    jobs.forEach((job, nth) => {
      const y = 780 - nth * 30
      page.drawText(job, { x: 60, y, size: 11, font })
      const years = `20${10 + nth} - 20${11 + nth}`
      page.drawText(years, { x: 530 - font.widthOfTextAtSize(years, 11), y, size: 11, font })
    })
  })
  expect(await texts(bytes)).toEqual(
    jobs.map((job, nth) => `${job}\t20${10 + nth} - 20${11 + nth}`),
  )
})

test('words that were placed one by one, in any order, are lines again', async () => {
  const words = 'Wound care on a ward of beds'.split(' ')
  const bytes = await pdf(({ page, font }) => {
    let x = 60
    const placed = words.map((text) => {
      const at = x
      x += font.widthOfTextAtSize(`${text} `, 11)
      return { text, x: at, y: 700 }
    })
    for (const word of placed.toReversed()) page.drawText(word.text, { ...word, size: 11, font })
  })
  expect(await texts(bytes)).toEqual(['Wound care on a ward of beds'])
})

for (const [how, look] of [
  ['white', { color: rgb(1, 1, 1) }],
  ['white', { color: rgb(0.97, 0.97, 0.96) }],
  ['tiny', { size: 1 }],
  ['off_page', { x: 700 }],
  ['off_page', { y: -40 }],
  ['transparent', { opacity: 0.02 }],
] as const) {
  test(`${how} text (${JSON.stringify(look)}) is left out and reported`, async () => {
    const bytes = await pdf(({ page, font }) => {
      page.drawText('What everybody sees', { x: 60, y: 700, size: 12, font })
      page.drawText('secret words', { x: 60, y: 650, size: 12, font, ...look })
    })
    const { lines, warnings } = await readPdf(bytes)
    expect(lines.map(({ text }) => text)).toEqual(['What everybody sees'])
    expect(warnings).toEqual([{ code: 'hidden_text', detail: `${how}: secret words` }])
  })
}

test('white on a dark bar is seen; the same under a box is not', async () => {
  const bytes = await pdf(({ page, font }) => {
    page.drawRectangle({ x: 0, y: 680, width: 595, height: 60, color: rgb(0.1, 0.2, 0.4) })
    page.drawText('Seen on the bar', { x: 60, y: 700, size: 12, font, color: rgb(1, 1, 1) })
    page.drawText('covered words', { x: 60, y: 600, size: 12, font })
    page.drawRectangle({ x: 50, y: 590, width: 300, height: 30, color: rgb(1, 1, 1) })
  })
  const { lines, warnings } = await readPdf(bytes)
  expect(lines.map(({ text }) => text)).toEqual(['Seen on the bar'])
  expect(warnings).toEqual([{ code: 'hidden_text', detail: 'covered: covered words' }])
})

test('ten pages are read, running lines are not; the rest is cut with a warning', async () => {
  const bytes = await pdf(({ page, font }, nth) => {
    page.drawText(`Page body number ${nth + 1}`, { x: 60, y: 700, size: 12, font })
    page.drawText(`Another line of ${nth + 1}`, { x: 60, y: 600, size: 12, font })
    page.drawText(['a', 'b', 'c', 'd'][nth % 4]!.repeat(12), { x: 60, y: 500, size: 12, font })
    page.drawText(`Résumé, page ${nth + 1}`, { x: 60, y: 40, size: 8, font })
  }, 12)
  const { lines, pages, warnings } = await readPdf(bytes)
  expect([pages, warnings]).toEqual([12, [{ code: 'pages_cut', detail: '12 pages, 10 read' }]])
  expect(lines.some(({ text }) => text.startsWith('Résumé, page'))).toBe(false)
})

test('no text, or no PDF after all: an outcome to act on', async () => {
  await expect(readPdf(await pdf(() => {}))).rejects.toMatchObject({ outcome: 'rejected' })
  const torn = Buffer.from('%PDF-1.7\n1 0 obj <<')
  await expect(readPdf(torn)).rejects.toMatchObject({ outcome: 'failed' })
})
