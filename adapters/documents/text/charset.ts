import iconv from 'iconv-lite'

/** @returns the text, and the character set that it was read by; null when the bytes are no text */
export function decodeText(bytes: Uint8Array): { text: string; charset: string } | null {
  const charset = charsetOf(bytes)
  if (charset === null) return null
  return { charset, text: iconv.decode(Buffer.from(bytes), charset) }
}

/** @param name  as a document declares it; @returns null for one that we do not know */
export function decodeAs(bytes: Uint8Array, name: string): string | null {
  return iconv.encodingExists(name) ? iconv.decode(Buffer.from(bytes), name) : null
}

const SAMPLE = 64 * 1024

function charsetOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  const wide = wideCharset(sample)
  if (wide) return wide
  if (controlShare(sample) > 0.02 || isEbcdic(sample)) return null
  if (isUtf8(sample)) return 'utf-8'
  return eightBitCharset(sample)
}

function wideCharset(bytes: Uint8Array): string | null {
  if (bytes.length < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const half = bytes.length / 2
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.6 && odd < half * 0.05 ? 'utf-16be' : null
}

function controlShare(bytes: Uint8Array): number {
  let controls = 0
  for (const byte of bytes)
    if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls++
  return bytes.length === 0 ? 0 : controls / bytes.length
}

// Its blank is our "@", its letters lie above 0x80.
function isEbcdic(bytes: Uint8Array): boolean {
  let blanks = 0
  let high = 0
  for (const byte of bytes) {
    if (byte === 0x40) blanks++
    else if (byte > 0x80) high++
  }
  return blanks > bytes.length * 0.08 && high > bytes.length * 0.4
}

function isUtf8(bytes: Uint8Array): boolean {
  // The sample may end inside a character: three bytes of grace.
  for (let cut = 0; cut < 4; cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut))
      return true
    } catch {}
  }
  return false
}

const CYRILLIC = ['windows-1251', 'koi8-r', 'cp866']
const EAST_ASIAN = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr']

// Western text is mostly ASCII with a letter here and there; in others the high bytes are the text.
function eightBitCharset(bytes: Uint8Array): string {
  const high = bytes.filter((byte) => byte >= 0x80).length / bytes.length
  if (high < 0.2) return central(bytes) ? 'windows-1250' : 'windows-1252'
  const scored = [...CYRILLIC, ...EAST_ASIAN].map((charset) => ({
    charset,
    score: plausibility(iconv.decode(Buffer.from(bytes), charset)),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0.3 ? best.charset : 'windows-1252'
}

// Bytes that windows-1252 leaves free and windows-1250 gives to ś, ť, ž or ź.
const central = (bytes: Uint8Array) => {
  let only1250 = 0
  for (const byte of bytes) if (byte === 0x9c || byte === 0x9d || byte === 0x9f) only1250++
  return only1250 > 2
}

/** Share of the letters beyond ASCII that common text of some language is made of. */
function plausibility(text: string): number {
  const letters = text.match(/[^\p{ASCII}]/gu) ?? []
  if (letters.length === 0) return 0
  const likely = letters.filter((letter) =>
    /[оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ]|[ぁ-ヿ一-龥가-힣、。]/.test(letter),
  )
  const broken = letters.filter((letter) => letter === '\ufffd').length
  return (likely.length - broken * 2) / letters.length
}
