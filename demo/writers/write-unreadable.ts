import { zlibSync } from 'fflate'
import { seeded } from '../seeded.ts'
import { openPdf } from './write-pdf.ts'

const WIDTH = 496
const HEIGHT = 702

/** A PDF that is a picture: grey bars where a scanner saw words. */
export async function writeScan(): Promise<Uint8Array> {
  const pdf = await openPdf()
  const picture = await pdf.embedPng(greyPng(scannedPage()))
  pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
  return pdf.save()
}

function scannedPage(): Uint8Array {
  const random = seeded('scan')
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(250)
  for (let top = 40; top < HEIGHT - 60; top += random.pick([9, 9, 9, 16])) {
    const end = WIDTH - random.int(40, 260)
    for (let left = 40; left < end; left += 4) {
      const right = Math.min(end, left + random.int(6, 34))
      for (let y = top; y < top + 4; y++) pixels.fill(90, y * WIDTH + left, y * WIDTH + right)
      left = right
    }
  }
  return pixels
}

function greyPng(pixels: Uint8Array): Uint8Array {
  // Each row begins with its filter: none
  const rows = new Uint8Array(HEIGHT * (WIDTH + 1))
  for (let y = 0; y < HEIGHT; y++)
    rows.set(pixels.subarray(y * WIDTH, (y + 1) * WIDTH), y * (WIDTH + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header[8] = 8 // bits; colour type 0 is grey
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  return Buffer.concat([signature, ...parts])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}

// Of node:zlib only from Node 22.2 on
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A file whose upload broke off. */
export const torn = (bytes: Uint8Array): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * 0.6))

const SECTOR = 512
const FREE = 0xffffffff
const END = 0xfffffffe
const IS_TABLE = 0xfffffffd

/** An office file with a password: a compound file (MS-CFB) with the package encrypted inside, as Word writes it. */
export function writeEncrypted(): Uint8Array {
  const random = seeded('encrypted')
  // Under 4,096 bytes a stream would stand in the small stream; this one does not.
  const secret = Uint8Array.from({ length: 12 * SECTOR }, () => random.int(0, 255))
  const sectors = secret.length / SECTOR
  const header = Buffer.alloc(SECTOR)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    header.writeUInt16LE(value, at)
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, END],
    [68, END],
  ] as const)
    header.writeUInt32LE(value, at)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76) // the table of sectors is sector 0
  const table = Buffer.alloc(SECTOR, 0xff)
  const chain = Array.from({ length: sectors }, (_, nth) => (nth === sectors - 1 ? END : nth + 3))
  for (const [nth, next] of [IS_TABLE, END, ...chain].entries()) table.writeUInt32LE(next, nth * 4)
  const folder = Buffer.concat([
    entry('Root Entry', { type: 5, child: 1, start: END, size: 0 }),
    entry('EncryptedPackage', { type: 2, child: FREE, start: 2, size: secret.length }),
    Buffer.alloc(SECTOR - 256),
  ])
  return Buffer.concat([header, table, folder, secret])
}

interface Entry {
  readonly type: number
  readonly child: number
  readonly start: number
  readonly size: number
}

function entry(name: string, { type, child, start, size }: Entry): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes[66] = type
  bytes[67] = 1
  for (const [at, value] of [
    [68, FREE],
    [72, FREE],
    [76, child],
    [116, start],
    [120, size],
  ] as const)
    bytes.writeUInt32LE(value, at)
  return bytes
}
