import { Unzip, UnzipInflate } from 'fflate'
import { CORRUPTED, Refusal } from './refusal.ts'

const MOST_ENTRIES = 2_000
const MOST_BYTES = 40 * 2 ** 20
// Text packs at 10 to 20 times; what unfolds more than this was made to.
const MOST_RATIO = 200
const FREE_OF_RATIO = 2 ** 20

/** A zip's entries of which `wanted` says yes, unpacked with an eye on how much comes out. */
export interface Archive {
  readonly names: readonly string[]
  text(name: string): string | null
}

/** @throws Refusal corrupted, or a bomb */
export function openArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Archive {
  const names: string[] = []
  const files = new Map<string, Uint8Array[]>()
  let unpacked = 0
  let refused: Refusal | null = null
  const unzip = new Unzip((file) => {
    names.push(file.name)
    if (names.length > MOST_ENTRIES) throw bomb(`${names.length} entries`)
    if (!wanted(file.name) || files.has(file.name)) return
    const parts: Uint8Array[] = []
    files.set(file.name, parts)
    file.ondata = (error, data) => {
      if (error) refused ??= new Refusal('failed', CORRUPTED)
      if (error || refused) return
      unpacked += data.length
      if (unpacked > MOST_BYTES || unpacked > FREE_OF_RATIO + bytes.length * MOST_RATIO)
        refused = bomb('too much inside')
      else parts.push(data)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    feed(unzip, bytes, () => refused !== null)
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('failed', CORRUPTED)
  }
  if (refused) throw refused
  const decoder = new TextDecoder()
  const text = (name: string) => {
    const parts = files.get(name)
    return parts ? decodeXml(Buffer.concat(parts), decoder) : null
  }
  return { names, text }
}

const CHUNK = 64 * 1024

// In pieces, so that a bomb is seen before it has unfolded.
function feed(unzip: Unzip, bytes: Uint8Array, stop: () => boolean): void {
  for (let at = 0; at < bytes.length && !stop(); at += CHUNK) {
    const end = Math.min(at + CHUNK, bytes.length)
    unzip.push(bytes.subarray(at, end), end === bytes.length)
  }
}

const bomb = (how: string) =>
  new Refusal('rejected', `bomb: the archive unfolds beyond measure (${how}); send a plain PDF`)

function decodeXml(bytes: Buffer, utf8: { decode(bytes: Uint8Array): string }): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return utf8.decode(bytes)
}
