import { layOut } from '../lay-out.ts'
import type { DocumentKind } from '../plan.ts'
import type { Resume } from '../resume.ts'
import { writeDocx } from './write-docx.ts'
import { writeHtml } from './write-html.ts'
import { writeOdt } from './write-odt.ts'
import { writePdf } from './write-pdf.ts'
import { writeRtf } from './write-rtf.ts'
import { writeText } from './write-text.ts'
import { torn, writeEncrypted, writeScan } from './write-unreadable.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Extension and media type of each kind */
export const FILES: Readonly<
  Record<DocumentKind, readonly [extension: string, mediaType: string]>
> = {
  pdf: ['pdf', 'application/pdf'],
  pdf_sidebar: ['pdf', 'application/pdf'],
  scan: ['pdf', 'application/pdf'],
  docx: ['docx', DOCX],
  torn: ['docx', DOCX],
  encrypted: ['docx', DOCX],
  odt: ['odt', 'application/vnd.oasis.opendocument.text'],
  rtf: ['rtf', 'application/rtf'],
  html: ['html', 'text/html'],
  txt: ['txt', 'text/plain'],
  txt_1252: ['txt', 'text/plain'],
  none: ['', ''],
}

interface Wanted {
  readonly kind: DocumentKind
  /** Decides the look */
  readonly seed: string
}

/** @returns the file, as the Buffer that an Avro encoder asks for; null for an application without one */
export async function writeDocument(resume: Resume, wanted: Wanted): Promise<Buffer | null> {
  const bytes = await written(resume, wanted)
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

async function written(resume: Resume, { kind, seed }: Wanted): Promise<Uint8Array | null> {
  const layout = layOut(resume, { seed, sidebar: kind === 'pdf_sidebar' })
  switch (kind) {
    case 'pdf':
    case 'pdf_sidebar':
      return writePdf(layout)
    case 'docx':
      return writeDocx(layout)
    case 'odt':
      return writeOdt(layout)
    case 'rtf':
      return writeRtf(layout)
    case 'html':
      return writeHtml(layout)
    case 'txt':
      return writeText(layout, 'utf-8')
    case 'txt_1252':
      return writeText(layout, 'windows-1252')
    case 'scan':
      return writeScan()
    case 'torn':
      return torn(writeDocx(layout))
    case 'encrypted':
      return writeEncrypted()
    case 'none':
      return null
  }
}
