/** What a file is, by its first bytes. */
export type Kind =
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'zip'
  /** A zip of an office program that ends too early */
  | 'torn'
  | 'ole'
  | 'rtf'
  | 'html'
  | 'image'
  | 'json'
  | 'text'
  | 'empty'
  | 'binary'

const IMAGES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
  [0x42, 0x4d],
]
// Programs, packed files, sound and film: nothing to read in them.
const BINARIES: readonly (readonly number[])[] = [
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0xca, 0xfe, 0xba, 0xbe],
]

export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty'
  const starts = (magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)
  if (starts([0x50, 0x4b, 3, 4]) || starts([0x50, 0x4b, 5, 6])) return zipKind(bytes)
  if (starts([0xd0, 0xcf, 0x11, 0xe0])) return 'ole'
  if (IMAGES.some((magic) => starts(magic) && (magic.length > 2 || isBitmap(bytes)))) return 'image'
  if (BINARIES.some(starts)) return 'binary'
  const head = asciiHead(bytes)
  // Readers of PDF find the mark within the first kilobyte.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  const start = head.replace(/^[\s\ufeff]+/, '')
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (
    /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta)\b/i.test(start)
  )
    return 'html'
  if (
    /<(html|body|div|table|p|h1)\b[^>]*>/i.test(head) &&
    /<\/(html|body|div|table|p|h1)>/i.test(head)
  )
    return 'html'
  return /^[{[]/.test(start) ? 'json' : 'text'
}

const isBitmap = (bytes: Uint8Array) => bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0

const HEAD = 16 * 1024

// UTF-16 shows as ASCII with zeros between.
const asciiHead = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, HEAD))
    .toString('latin1')
    .replaceAll('\u0000', '')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')

function zipKind(bytes: Uint8Array): Kind {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // An ODF file says what it is in its first entry, unpacked.
  if (all.subarray(0, 200).includes('application/vnd.oasis.opendocument.text')) return 'odt'
  if (all.includes('word/document')) return 'docx'
  if (all.includes('content.xml') && all.includes('META-INF/manifest.xml')) return 'odt'
  return all.includes('[Content_Types].xml') && !all.includes('PK\u0005\u0006') ? 'torn' : 'zip'
}

const EXTENSIONS: Readonly<Partial<Record<Kind, RegExp>>> = {
  pdf: /^pdf$/,
  docx: /^(docx|docm|dotx|dotm)$/,
  odt: /^(odt|ott|fodt)$/,
  ole: /^(doc|dot|docx|docm|xls|ppt|msg)$/,
  rtf: /^(rtf|doc)$/,
  html: /^(html?|xhtml|mht)$/,
  image: /^(png|jpe?g|gif|tiff?|bmp)$/,
  json: /^(json|txt|text|md)$/,
  text: /^(txt|text|md|markdown|csv|log|asc)$/,
}

/** Does the name promise another kind than the bytes hold? */
export function extensionLies(fileName: string | null, kind: Kind): boolean {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName ?? '')?.[1]?.toLowerCase()
  const honest = EXTENSIONS[kind]
  return extension !== undefined && honest !== undefined && !honest.test(extension)
}
