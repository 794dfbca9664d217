import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLocalCodec } from '../adapters/kafka/own-schemas.ts'
import { inboxEventFromJson } from '../core/events/inbox.ts'
import { normalisedEmail } from '../core/ids.ts'
import { type Demo, makeDemo } from './make-demo.ts'

const TENANT = '9e8e4e5b-1dc2-5f56-8e55-4847ce9ef1b4'
const LARGEST_EVENT = 900 * 1024
const LARGEST_DOCUMENT = 60 * 1024

const folders: string[] = []
let demo: Demo

async function made(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'hirestream-demo-'))
  folders.push(folder)
  return makeDemo({ folder })
}

beforeAll(async () => {
  demo = await made()
}, 60_000)
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const documentsOf = ({ applications }: Demo) =>
  applications.flatMap(({ file, submitted }) =>
    file === null ? [] : [{ file, bytes: submitted.document!.content! }],
  )

test('4 jobs, then 50 applications for each', () => {
  const events = demo.events(TENANT)
  expect(events.slice(0, 4).map(({ payload }) => payload.type)).toEqual(
    Array(4).fill('job_published'),
  )
  const asked = Map.groupBy(demo.applications, ({ submitted }) => submitted.jobExternalId)
  expect(demo.jobs.map(({ externalId }) => asked.get(externalId)?.length)).toEqual([50, 50, 50, 50])
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(204)
})

test('every kind of document, and every oddity', () => {
  expect(new Set(demo.applications.map(({ kind }) => kind))).toEqual(
    new Set('pdf pdf_sidebar docx odt rtf html txt txt_1252 scan torn encrypted none'.split(' ')),
  )
  const quirks = demo.applications.flatMap(({ quirk }) => quirk ?? [])
  expect(quirks.toSorted()).toEqual([
    'hidden_text',
    'hidden_text',
    'injection',
    'no_contact',
    'same_person',
    'same_person',
  ])
})

test('a second making gives the same bytes and the same events', async () => {
  const again = await made()
  const digests = (one: Demo) =>
    documentsOf(one).map(({ file, bytes }) => [
      file,
      createHash('sha256').update(bytes).digest('hex'),
    ])
  expect(digests(again)).toEqual(digests(demo))
  expect(again.events(TENANT)).toEqual(demo.events(TENANT))
}, 60_000)

test('every event keeps the rules of the inbox and fits a message', async () => {
  const schema = JSON.parse(
    await readFile(join(import.meta.dirname, '../schemas/avro/inbox.avsc'), 'utf8'),
  )
  const codec = await openLocalCodec()
  for (const event of demo.events(TENANT)) {
    const json = JSON.parse(JSON.stringify(event, base64))
    expect(inboxEventFromJson(schema, json).problems, event.eventId).toBeNull()
    expect(codec.encode('inbox', event).length).toBeLessThan(LARGEST_EVENT)
  }
})

// A Buffer has made itself plain before the replacer sees it; a plain Uint8Array has not.
const base64 = (_: string, value: unknown) => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (typeof value !== 'object' || value === null || !('type' in value)) return value
  return value.type === 'Buffer' && 'data' in value
    ? Buffer.from(value.data as number[]).toString('base64')
    : value
}

test('documents are small, and the folder holds what the events carry', async () => {
  const [folder] = folders
  for (const { file, bytes } of documentsOf(demo)) {
    expect(bytes.length, file).toBeLessThan(LARGEST_DOCUMENT)
    expect(Buffer.compare(await readFile(join(folder!, file)), bytes), file).toBe(0)
  }
})

test('nobody is reached by it: addresses and numbers are nobody’s', () => {
  for (const { person } of demo.applications) {
    if (person.email !== null) {
      expect(normalisedEmail(person.email)).toMatch(/^[a-z.]+@example\.(com|org|net)$/)
    }
  }
  const emails = demo.applications.map(({ person }) => person.email).filter((one) => one !== null)
  // One of 199 applies twice.
  expect(emails.length - new Set(emails).size).toBe(1)
})
