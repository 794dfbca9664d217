import type { ReadDocument } from '../../core/extraction/line.ts'
import { readHtml } from './html/read-html.ts'
import type { Kind } from './kind.ts'
import { readDocx } from './office/read-docx.ts'
import { readOdt } from './office/read-odt.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { CORRUPTED, ENCRYPTED, NO_TEXT, Refusal } from './refusal.ts'
import { readRtf } from './rtf/read-rtf.ts'
import { readText } from './text/read-text.ts'

/** @throws Refusal for a file that is not read, with what the applicant can do */
export async function readDocument(bytes: Uint8Array, kind: Kind): Promise<ReadDocument> {
  switch (kind) {
    case 'pdf':
      return readPdf(bytes)
    case 'docx':
      return readDocx(bytes)
    case 'odt':
      return readOdt(bytes)
    case 'rtf':
      return readRtf(bytes)
    case 'html':
      return readHtml(bytes)
    case 'text':
    case 'json':
      return readText(bytes)
    case 'ole':
      throw oleRefusal(bytes)
    case 'empty':
      throw new Refusal('rejected', NO_TEXT)
    case 'torn':
      throw new Refusal('failed', CORRUPTED)
    case 'image':
      throw new Refusal(
        'manual_review',
        'image: the file is a picture and is read by a person; a PDF or DOCX is read at once',
      )
    case 'zip':
    case 'binary':
      throw new Refusal('rejected', 'unsupported: this kind of file is not read; send PDF or DOCX')
  }
}

// An encrypted DOCX is an OLE container with the package inside; its directory names are UTF-16.
function oleRefusal(bytes: Uint8Array): Refusal {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new Refusal('rejected', ENCRYPTED)
  return new Refusal('rejected', 'unsupported: the old DOC format is not read; send PDF or DOCX')
}
