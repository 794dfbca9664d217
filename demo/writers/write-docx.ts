import type { Block, Layout } from '../lay-out.ts'
import { XML_HEAD, xmlText } from './xml-text.ts'
import { zipped } from './zipped.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const TYPES = `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/></Types>`

const relations = (type: string, target: string) =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`

const style = (id: string, name: string, run: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`

const STYLES = `${XML_HEAD}<w:styles xmlns:w="${MAIN}">${[
  style('Normal', 'Normal', '<w:sz w:val="21"/>'),
  style('Title', 'Title', '<w:b/><w:sz w:val="36"/>'),
  style('Heading1', 'heading 1', '<w:b/><w:color w:val="1F3864"/><w:sz w:val="26"/>'),
].join('')}</w:styles>`

export function writeDocx({ side, main }: Layout): Uint8Array {
  const side2 = side.map(paragraph).join('')
  const main2 = main.map(paragraph).join('')
  const body = side.length === 0 ? main2 : table(side2, main2)
  return zipped({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relations('styles', 'styles.xml'),
    'word/document.xml': `${XML_HEAD}<w:document xmlns:w="${MAIN}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': STYLES,
  })
}

const table = (left: string, right: string) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6600"/></w:tblGrid><w:tr><w:tc>${left}</w:tc><w:tc>${right}</w:tc></w:tr></w:tbl>`

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`

const inParagraph = (runs: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`

function paragraph(block: Block): string {
  switch (block.kind) {
    case 'name':
      return inParagraph(run(block.text), '<w:pStyle w:val="Title"/>')
    case 'heading':
      return inParagraph(run(block.text), '<w:pStyle w:val="Heading1"/>')
    case 'entry': {
      const right = block.right === '' ? '' : `<w:r><w:tab/></w:r>${run(block.right)}`
      const tabs = '<w:tabs><w:tab w:val="right" w:pos="9600"/></w:tabs>'
      return inParagraph(run(block.text, '<w:b/>') + right, tabs)
    }
    case 'bullet':
      return inParagraph(run(`• ${block.text}`), '<w:ind w:left="360" w:hanging="200"/>')
    case 'hidden':
      return inParagraph(run(block.text, '<w:color w:val="FFFFFF"/>'))
    case 'text':
      return inParagraph(run(block.text))
  }
}
