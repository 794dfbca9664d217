import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { parseFile } from '../../adapters/documents/parse-file.ts'
import { PARSER_VERSION } from '../../adapters/documents/version.ts'
import { memoryBlobStore } from '../../adapters/memory/memory-blob-store.ts'
import { memoryKeyStore } from '../../adapters/memory/memory-key-store.ts'
import type { SealedProfile } from '../../core/domain/profile.ts'
import type { ApplicationEvent } from '../../core/events/events.generated.ts'
import type { DocumentParser } from '../../core/ports/document-parser.ts'
import { candidateOwner, seal, sealJson, unsealJson } from '../../core/security/sealing.ts'
import { TENANT } from '../../test/builders/a-job-event.ts'
import {
  APPLICANT,
  anApplicationEvent,
  anApplicationReceived,
} from '../../test/builders/an-application.ts'
import { publishedBy } from '../../test/builders/an-embedded.ts'
import { parsing } from './gather.ts'

const { signal } = new AbortController()
const OWNER = candidateOwner(TENANT, APPLICANT)
const RESUME = `Nora Fennimore
nora@example.com

Experience
Staff Nurse, Larkspur Hospital
Jan 2024 - present
- Wound care and phlebotomy on a ward of 24 beds
`
const keys = memoryKeyStore()
const key = (await keys.candidateKeys(TENANT, [APPLICANT], signal)).get(APPLICANT)!
const parser: DocumentParser = { version: PARSER_VERSION, parse: parseFile }

async function parse(event: ApplicationEvent, content: string | null = RESUME, store = keys) {
  const blobs = memoryBlobStore()
  if (content !== null) await blobs.put('blob-1', seal(key, OWNER, Buffer.from(content)), signal)
  const processor = parsing({ keys: store, blobs, parser, generation: 1 })
  const [context] = await processor.gather([event], signal)
  return processor.decide(event, context!)
}

async function parsed(event = anApplicationEvent(), content?: string) {
  const [publication] = publishedBy(await parse(event, content))
  ok(publication?.topic === 'profiles')
  return publication.value
}

test('a document becomes a profile, sealed, its skills and years in clear', async () => {
  const { outcome, skills, yearsOfExperience, sealedProfile } = await parsed()
  deepEqual([outcome, yearsOfExperience], ['parsed', 2.5])
  ok(skills.includes('Wound Care'))
  const { profile, text } = unsealJson<SealedProfile>(key, OWNER, sealedProfile!)
  equal(profile.fullName, 'Nora Fennimore')
  equal(text.includes('phlebotomy'), true)
})

test('"present" is the day of the application, not today', async () => {
  const appliedAt = Date.UTC(2024, 11, 1)
  equal(
    (await parsed(anApplicationEvent(anApplicationReceived({ appliedAt })))).yearsOfExperience,
    1,
  )
})

test('what the source says of the person wins', async () => {
  const person = { externalId: null, name: 'Nora F.', email: 'n@example.org', phone: null }
  const sealed = sealJson(key, OWNER, person)
  const { sealedProfile } = await parsed(anApplicationEvent(anApplicationReceived({ sealed })))
  const { profile } = unsealJson<SealedProfile>(key, OWNER, sealedProfile!)
  deepEqual(
    [profile.fullName, profile.contact.emails],
    ['Nora F.', ['n@example.org', 'nora@example.com']],
  )
})

test('the same application is parsed into the same event', async () => {
  deepEqual(await parse(anApplicationEvent()), await parse(anApplicationEvent()))
})

test('no document, or one that is not read: an outcome with its reason, and no profile', async () => {
  const without = await parsed(anApplicationEvent(anApplicationReceived({ document: null })))
  deepEqual([without.outcome, without.sealedProfile], ['rejected', null])
  const torn = await parsed(anApplicationEvent(), '%PDF-1.7 and nothing')
  deepEqual([torn.outcome, torn.reason?.split(':')[0]], ['failed', 'corrupted'])
})

test('hidden words are counted in the event, not told', async () => {
  const html = `<html><body><h1>Nora Fennimore</h1><p style="display:none">secret</p></body></html>`
  const { warnings } = await parsed(anApplicationEvent(), html)
  deepEqual(
    warnings.find(({ code }) => code === 'hidden_text'),
    { code: 'hidden_text', detail: 'hidden, 6 characters' },
  )
})

test('a document that is not there is parked', async () => {
  deepEqual(await parse(anApplicationEvent(), null), {
    kind: 'parked',
    reason: 'document_missing',
    detail: 'blob-1',
  })
})

test('withdrawals, no consent and erased people are skipped', async () => {
  const withdrawal = anApplicationEvent({ type: 'application_withdrawal', reason: null })
  deepEqual(await parse(withdrawal), { kind: 'skipped', reason: 'nothing_to_do' })
  const consent = { processing: false, aiScoring: false, textVersion: null }
  const refused = anApplicationEvent(anApplicationReceived({ consent }))
  deepEqual(await parse(refused), { kind: 'skipped', reason: 'consent_withdrawn' })
  const store = memoryKeyStore()
  await store.destroyCandidateKey(TENANT, APPLICANT, signal)
  deepEqual(await parse(anApplicationEvent(), RESUME, store), { kind: 'skipped', reason: 'erased' })
})
