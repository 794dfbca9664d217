export type RtfToken =
  | { readonly kind: 'open' | 'close' | 'star' }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }

const BACKSLASH = 0x5c
const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39

/** RTF's own parts, one after the other; never throws, whatever the bytes are. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    if (byte === 0x7b) yield { kind: 'open' }
    else if (byte === 0x7d) yield { kind: 'close' }
    else if (byte === BACKSLASH) {
      const { token, next } = controlAt(bytes, at + 1)
      if (token) yield token
      at = next
      continue
    } else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { kind: 'byte', byte }
    at++
  }
}

interface Control {
  readonly token: RtfToken | null
  readonly next: number
}

function controlAt(bytes: Uint8Array, at: number): Control {
  const byte = bytes[at]
  if (byte === undefined) return { token: null, next: at }
  if (isLetter(byte)) return wordAt(bytes, at)
  if (byte === 0x27) {
    const hex = String.fromCharCode(bytes[at + 1] ?? 0x30, bytes[at + 2] ?? 0x30)
    const value = Number.parseInt(hex, 16)
    return { token: Number.isNaN(value) ? null : { kind: 'byte', byte: value }, next: at + 3 }
  }
  if (byte === 0x2a) return { token: { kind: 'star' }, next: at + 1 }
  if (byte === BACKSLASH || byte === 0x7b || byte === 0x7d)
    return { token: { kind: 'byte', byte }, next: at + 1 }
  if (byte === 0x0a || byte === 0x0d)
    return { token: { kind: 'word', word: 'par', value: null }, next: at + 1 }
  const word = String.fromCharCode(byte)
  return { token: { kind: 'word', word, value: null }, next: at + 1 }
}

const LONGEST_WORD = 40

function wordAt(bytes: Uint8Array, from: number): Control {
  let at = from
  while (at < bytes.length && at - from < LONGEST_WORD && isLetter(bytes[at]!)) at++
  const word = Buffer.from(bytes.subarray(from, at)).toString('latin1')
  const numberFrom = at
  if (bytes[at] === 0x2d) at++
  while (at < bytes.length && at - numberFrom < 11 && isDigit(bytes[at]!)) at++
  const digits = Buffer.from(bytes.subarray(numberFrom, at)).toString('latin1')
  const value = digits === '' || digits === '-' ? null : Number(digits)
  if (bytes[at] === 0x20) at++
  // What follows \bin is not RTF.
  if (word === 'bin' && value !== null && value > 0) at += value
  return { token: { kind: 'word', word, value }, next: at }
}
