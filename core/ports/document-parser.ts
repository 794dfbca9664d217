import type { ParsedDocument } from '../domain/profile.ts'

export interface DocumentFile {
  readonly bytes: Uint8Array
  /** A hint only: magic bytes decide */
  readonly fileName: string | null
  readonly mediaType: string | null
  /** 'YYYY-MM-DD': what "present" means in it, such as the day of the application */
  readonly asOf: string
}

/** Documents to profiles. Hostile bytes end in an outcome, never in a throw. */
export interface DocumentParser {
  readonly version: string
  /** @throws Fault reader.unavailable when no reading process can be had at all */
  parse(file: DocumentFile, signal: AbortSignal): Promise<ParsedDocument>
}
