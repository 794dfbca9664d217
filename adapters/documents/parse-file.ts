import type { CountryCode } from 'libphonenumber-js'
import { findPhoneNumbersInText } from 'libphonenumber-js'
import type { ParsedDocument, ParsingWarning, Profile } from '../../core/domain/profile.ts'
import { extractProfile } from '../../core/extraction/extract-profile.ts'
import { fromJsonResume } from '../../core/extraction/json-resume.ts'
import { textOf } from '../../core/extraction/line.ts'
import { countryOf } from '../../core/extraction/places.ts'
import type { DocumentFile } from '../../core/ports/document-parser.ts'
import { extensionLies, type Kind, kindOf } from './kind.ts'
import { languageOf } from './language.ts'
import { readDocument } from './read-document.ts'
import { Refusal } from './refusal.ts'
import { PARSER_VERSION } from './version.ts'

const LONGEST_TEXT = 120_000
const LARGEST_FILE = 20 * 2 ** 20

/** Reads one file, here and now: who takes files from strangers calls it in a process of its own. Never throws. */
export async function parseFile(file: DocumentFile): Promise<ParsedDocument> {
  const { bytes, fileName } = file
  const kind = kindOf(bytes)
  const warnings: ParsingWarning[] = extensionLies(fileName, kind)
    ? [{ code: 'extension_mismatch', detail: `the file holds ${kind}` }]
    : []
  try {
    if (bytes.length > LARGEST_FILE)
      throw new Refusal('rejected', 'too large: files up to 20 MB are read; send a smaller one')
    return (
      (kind === 'json' && (await parseJson(file, warnings))) ||
      (await parseText(file, kind, warnings))
    )
  } catch (error) {
    const refusal = error instanceof Refusal ? error : null
    return {
      ...NOTHING,
      warnings,
      outcome: refusal?.outcome ?? 'failed',
      reason:
        refusal?.reason ??
        'unreadable: the file could not be read; save it again and send it as PDF or DOCX',
    }
  }
}

const NOTHING = {
  parserVersion: PARSER_VERSION,
  language: null,
  pages: 0,
  text: '',
  profile: null,
}

/** @returns null for what only begins like JSON: it is read as text */
async function parseJson(
  { bytes, asOf }: DocumentFile,
  warnings: readonly ParsingWarning[],
): Promise<ParsedDocument | null> {
  const value = jsonIn(bytes)
  if (value === undefined) return null
  const read = fromJsonResume(value, asOf)
  if (!read)
    throw new Refusal('rejected', 'unsupported: JSON that is no JSON Resume; send PDF or DOCX')
  const { text, profile } = read
  const language = await languageOf(text)
  return {
    ...NOTHING,
    outcome: 'parsed',
    reason: null,
    warnings,
    language,
    pages: 1,
    text,
    profile: { ...profile, contact: withPhones(profile.contact) },
  }
}

// As written they are no E.164; what is no number at all stays away.
function withPhones(contact: Profile['contact']): Profile['contact'] {
  const country = (contact.location && countryOf(contact.location)) || 'US'
  return { ...contact, phones: contact.phones.flatMap((phone) => findPhones(phone, country)) }
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

async function parseText(
  { bytes, asOf }: DocumentFile,
  kind: Kind,
  before: readonly ParsingWarning[],
): Promise<ParsedDocument> {
  const { lines, pages, warnings: read } = await readDocument(bytes, kind)
  const text = textOf(lines).slice(0, LONGEST_TEXT)
  const language = await languageOf(text)
  const profile = extractProfile(lines, { asOf, language, findPhones })
  const warnings = [...before, ...read]
  const { contact, experience, education, skills, fullName } = profile
  if (contact.emails.length + contact.phones.length === 0)
    warnings.push({ code: 'no_contact', detail: null })
  if (experience.length + education.length === 0)
    warnings.push({ code: 'no_sections', detail: null })
  const nothing = !fullName && experience.length + education.length + skills.length === 0
  return {
    parserVersion: PARSER_VERSION,
    outcome: nothing ? 'manual_review' : 'parsed',
    reason: nothing
      ? 'unrecognised: the text does not read like a résumé; a person will look at it'
      : null,
    warnings,
    language,
    pages,
    text,
    profile: nothing ? null : profile,
  }
}

function findPhones(text: string, country: string): string[] {
  const found = findPhoneNumbersInText(text, {
    defaultCountry: country as CountryCode,
    extended: true,
  })
  return found.map(({ number }) => number.number)
}
