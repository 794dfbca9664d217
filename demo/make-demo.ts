import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ApplicationSubmitted, InboxEvent } from '../core/events/events.generated.ts'
import { JOBS } from './ingredients/jobs.data.ts'
import { openRegister } from './make-person.ts'
import { makeResume } from './make-resume.ts'
import { type Planned, plan } from './plan.ts'
import { professionIn } from './professions.ts'
import type { Person } from './resume.ts'
import { FILES, writeDocument } from './writers/write-document.ts'

export interface DemoApplication extends Planned {
  readonly person: Person
  /** Name in the folder; null when the application has no document */
  readonly file: string | null
  readonly submitted: ApplicationSubmitted
}

export interface Demo {
  /** First the jobs, then the applications; the same at every run, so that sending them again changes nothing */
  readonly events: (tenantId: string) => InboxEvent[]
  readonly jobs: typeof JOBS
  readonly applications: readonly DemoApplication[]
}

const SOURCE = 'demo'
const MINUTE_MS = 60_000
const PUBLISHED_AT = Date.UTC(2026, 8, 1, 7)
const FIRST_APPLIED_AT = Date.UTC(2026, 8, 2, 6)
const BETWEEN_MS = 197 * MINUTE_MS
const CHANNELS = ['careers page', 'job board', 'referral', null]

/** Writes the demo's documents, all made up, into a folder and gives the events that bring them. */
export async function makeDemo({ folder }: { folder: string }): Promise<Demo> {
  await mkdir(folder, { recursive: true })
  const register = openRegister()
  const applications: DemoApplication[] = []
  let sameAgain: Person | null = null
  for (const planned of plan()) {
    const { written = 'her' } = professionIn(planned.profession, planned.language)
    const isAgain: boolean = planned.quirk === 'same_person' && sameAgain !== null
    const person: Person = isAgain ? sameAgain! : register(planned.language, written)
    if (planned.quirk === 'same_person') sameAgain = person
    applications.push(await apply(planned, { person, folder }))
  }
  return { events: (tenantId) => eventsFor(tenantId, applications), jobs: JOBS, applications }
}

async function apply(
  planned: Planned,
  { person, folder }: { person: Person; folder: string },
): Promise<DemoApplication> {
  const { number, kind, profession, quirk } = planned
  const externalId = `application-${String(number).padStart(3, '0')}`
  const bytes = await writeDocument(makeResume(planned, person), { kind, seed: externalId })
  const [extension, mediaType] = FILES[kind]
  const file = bytes === null ? null : `${externalId}-${profession}.${extension}`
  if (file !== null) await writeFile(join(folder, file), bytes!)
  const known = quirk === 'no_contact' ? { ...person, email: null, phone: null } : person
  const submitted: ApplicationSubmitted = {
    type: 'application_submitted',
    externalId,
    jobExternalId: `job-${profession}`,
    candidate: {
      externalId: `person-${String(number).padStart(3, '0')}`,
      name: known.name,
      email: known.email,
      phone: known.phone,
    },
    document:
      bytes === null ? null : { fileName: file, mediaType, content: bytes, blob: null, url: null },
    consent: { processing: true, aiScoring: true, textVersion: '2026-01' },
    appliedAt: FIRST_APPLIED_AT + number * BETWEEN_MS,
    channel: CHANNELS[number % CHANNELS.length]!,
  }
  return { ...planned, person: known, file, submitted }
}

function eventsFor(tenantId: string, applications: readonly DemoApplication[]): InboxEvent[] {
  const published = JOBS.map((payload, nth) => ({
    eventId: `demo-${payload.externalId}`,
    tenantId,
    source: SOURCE,
    occurredAt: PUBLISHED_AT + nth * MINUTE_MS,
    payload,
  }))
  const submitted = applications.map(({ submitted: payload }) => ({
    eventId: `demo-${payload.externalId}`,
    tenantId,
    source: SOURCE,
    occurredAt: payload.appliedAt!,
    payload,
  }))
  return [...published, ...submitted]
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { folder: { type: 'string', default: '.hirestream/demo' } },
  })
  const { jobs, applications } = await makeDemo(values)
  const counted = (title: string, keyOf: (one: DemoApplication) => string) => {
    const groups = [...Map.groupBy(applications, keyOf)].map(([key, all]) => `${key} ${all.length}`)
    return `${title}: ${groups.toSorted().join(', ')}\n`
  }
  process.stdout.write(
    `${jobs.length} jobs, ${applications.length} applications in ${values.folder}\n` +
      counted('kinds', ({ kind }) => kind) +
      counted('qualities', ({ quality }) => quality) +
      counted('languages', ({ language }) => language),
  )
}
