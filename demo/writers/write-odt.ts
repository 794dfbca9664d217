import type { Block, Layout } from '../lay-out.ts'
import { XML_HEAD, xmlText } from './xml-text.ts'
import { zipped } from './zipped.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
const NAMESPACES = ['office', 'text', 'style', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'

const style = (name: string, family: string, properties: string) =>
  `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`

const STYLES = [
  style('Name', 'paragraph', 'fo:font-size="18pt" fo:font-weight="bold"'),
  style('Part', 'paragraph', 'fo:font-size="13pt" fo:font-weight="bold"'),
  style('Strong', 'text', 'fo:font-weight="bold"'),
  style('White', 'text', 'fo:color="#ffffff"'),
].join('')

const MANIFEST = `${XML_HEAD}<manifest:manifest ${NAMESPACES} manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MEDIA_TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`

export function writeOdt({ side, main }: Layout): Uint8Array {
  const body = [...side, ...main].map(paragraph).join('')
  return zipped({
    mimetype: MEDIA_TYPE,
    'content.xml': `${XML_HEAD}<office:document-content ${NAMESPACES} ${FO} office:version="1.2"><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': MANIFEST,
  })
}

const span = (name: string, text: string) =>
  `<text:span text:style-name="${name}">${xmlText(text)}</text:span>`

function paragraph(block: Block): string {
  const text = xmlText(block.text)
  switch (block.kind) {
    case 'name':
      return `<text:p text:style-name="Name">${text}</text:p>`
    case 'heading':
      return `<text:h text:style-name="Part" text:outline-level="1">${text}</text:h>`
    case 'entry': {
      const right = block.right === '' ? '' : `<text:tab/>${xmlText(block.right)}`
      return `<text:p>${span('Strong', block.text)}${right}</text:p>`
    }
    case 'bullet':
      return `<text:list><text:list-item><text:p>${text}</text:p></text:list-item></text:list>`
    case 'hidden':
      return `<text:p>${span('White', block.text)}</text:p>`
    case 'text':
      return `<text:p>${text}</text:p>`
  }
}
