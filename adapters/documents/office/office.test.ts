import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx } from './read-docx.ts'
import { readOdt } from './read-odt.ts'

const docx = (body: string, more: Record<string, string> = {}) =>
  zipSync({
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  })
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const texts = (read: { lines: readonly { text: string }[] }) => read.lines.map(({ text }) => text)

test('DOCX: words split over runs are whole, tabs part, breaks end a line', () => {
  const read = readDocx(
    docx(
      paragraph(run('Staff Nu'), run('rse'), '<w:r><w:tab/></w:r>', run('2019 – 2021')) +
        paragraph(run('Larkspur'), '<w:r><w:br/></w:r>', run('Hospital')),
    ),
  )
  expect(texts(read)).toEqual(['Staff Nurse\t2019 – 2021', 'Larkspur', 'Hospital'])
})

test('DOCX: rows of a table are lines; cells of many lines are columns', () => {
  const cell = (...lines: string[]) =>
    `<w:tc>${lines.map((l) => paragraph(run(l))).join('')}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const body = `<w:tbl>${row(cell('2019'), cell('Nurse'))}${row(cell('Skills', 'ECG'), cell('Jobs', 'Nurse'))}</w:tbl>`
  expect(texts(readDocx(docx(body)))).toEqual(['2019\tNurse', 'Skills', 'ECG', 'Jobs', 'Nurse'])
})

for (const [how, properties] of [
  ['hidden', '<w:vanish/>'],
  ['white', '<w:color w:val="FFFFFF"/>'],
  ['white', '<w:color w:val="FDFDFD"/>'],
  ['tiny', '<w:sz w:val="2"/>'],
  ['hidden', '<w:rStyle w:val="Ghost"/>'],
] as const) {
  test(`DOCX: ${properties} is left out and reported as ${how}`, () => {
    const styles =
      '<w:styles><w:style w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    const body = paragraph(run('Seen '), run('secret', properties))
    const { lines, warnings } = readDocx(docx(body, { 'word/styles.xml': styles }))
    expect(lines.map(({ text }) => text)).toEqual(['Seen'])
    expect(warnings).toEqual([{ code: 'hidden_text', detail: `${how}: secret` }])
  })
}

test('DOCX: white on a dark cell is seen, removed text and macros are not', () => {
  const shaded = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="203040"/></w:tcPr>${paragraph(run('Seen', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`
  const removed = `<w:p><w:del>${run('gone')}</w:del>${run('kept')}</w:p>`
  const read = readDocx(docx(shaded + removed, { 'word/vbaProject.bin': 'x' }))
  expect(texts(read)).toEqual(['Seen', 'kept'])
  expect(read.warnings).toEqual([{ code: 'macros_ignored', detail: null }])
})

test('DOCX: a letterhead comes first, headings are known by their style', () => {
  const styles =
    '<w:styles><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>'
  const header = `<w:hdr>${paragraph(run('nora@example.com'))}</w:hdr>`
  const body = `<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>${run('My path')}</w:p>`
  const { lines } = readDocx(docx(body, { 'word/styles.xml': styles, 'word/header1.xml': header }))
  expect(lines.map(({ text, heading }) => [text, heading])).toEqual([
    ['nora@example.com', undefined],
    ['My path', true],
  ])
})

test('entities are not expanded, bombs and empty files are refused', () => {
  const bomb = docx(paragraph(run('a'.repeat(3_000_000))))
  expect(() => readDocx(bomb)).toThrow(/bomb/)
  expect(() => readDocx(docx(''))).toThrow(/empty/)
  expect(() => readDocx(docx(paragraph(run('x'))).slice(0, 40))).toThrow(/corrupted/)
  const entity = '<!DOCTYPE d [<!ENTITY a "aaaa">]>'
  const read = readDocx(docx(`${entity}${paragraph(run('&a;&amp;'))}`))
  expect(texts(read)).toEqual(['&a;&'])
})

test('ODT: paragraphs, tabs and styles; hidden text reported; encrypted refused', () => {
  const content = `<office:document-content><office:automatic-styles>
    <style:style style:name="T1"><style:text-properties fo:color="#ffffff"/></style:style>
    <style:style style:name="T2"><style:text-properties text:display="none"/></style:style>
    </office:automatic-styles><office:body><office:text>
    <text:h>Experience</text:h>
    <text:p>Nurse<text:tab/>2019<text:span text:style-name="T1">white</text:span></text:p>
    <text:p><text:span text:style-name="T2">gone</text:span>Larkspur</text:p>
    </office:text></office:body></office:document-content>`
  const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'
  const files = { 'content.xml': strToU8(content) }
  const { lines, warnings } = readOdt(zipSync(files))
  expect(lines.map(({ text }) => text)).toEqual(['Experience', 'Nurse\t2019', 'Larkspur'])
  expect(warnings.map(({ detail }) => detail)).toEqual(['white: white', 'hidden: gone'])
  const locked = zipSync({ ...files, 'META-INF/manifest.xml': strToU8(manifest) })
  expect(() => readOdt(locked)).toThrow(/encrypted/)
})
