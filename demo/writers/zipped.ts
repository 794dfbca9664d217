import { strToU8, type Zippable, zipSync } from 'fflate'

// DOS time has no zone: this is read as local time, so the parts, not the moment, are the same everywhere.
const MADE = new Date(2026, 0, 15, 12)

/** A zip that is the same byte for byte at every run. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([name, text]) => [
    name,
    // An ODF file's type is read without unpacking: it stands first and as it is.
    [strToU8(text), { level: name === 'mimetype' ? 0 : 6, mtime: MADE }],
  ])
  return zipSync(Object.fromEntries(entries) as Zippable)
}
