import { createHash } from 'node:crypto'
import { normalisedEmail } from '../ids.ts'
import { type AvroSchema, type FromJson, fromJson, type JsonProblem } from './avro-json.ts'
import type { InboxEvent, Person, Weights } from './events.generated.ts'

const SOURCE = /^[a-z0-9][a-z0-9._-]{0,63}$/
const MAX_ID = 200

/**
 * An integration's event from JSON, by the Avro schema and the rules that a schema can't say.
 * @param schema  schemas/avro/inbox.avsc
 */
export function inboxEventFromJson(schema: AvroSchema, json: unknown): FromJson<InboxEvent> {
  const read = fromJson<InboxEvent>(schema, json)
  if (read.problems) return read
  const problems = broken(read.value)
  return problems.length === 0 ? read : { value: null, problems }
}

function broken({ eventId, source, payload }: InboxEvent): JsonProblem[] {
  const problems: JsonProblem[] = []
  const must = (holds: boolean, pointer: string, detail: string) => {
    if (!holds) problems.push({ pointer, detail })
  }
  const id = (text: string, pointer: string) =>
    must(
      text.trim() !== '' && text.length <= MAX_ID,
      pointer,
      `must have 1 to ${MAX_ID} characters`,
    )
  id(eventId, '/eventId')
  must(SOURCE.test(source), '/source', 'must be lower-case letters, digits, . _ - (64 at most)')
  if ('externalId' in payload) id(payload.externalId, '/payload/externalId')
  if ('jobExternalId' in payload) id(payload.jobExternalId, '/payload/jobExternalId')
  for (const [name, person] of peopleOf(payload)) {
    must(isSomeone(person), `/payload/${name}`, 'needs an email or an externalId')
  }
  if (payload.type === 'job_published') {
    must(payload.title.trim() !== '', '/payload/title', 'must not be empty')
    must(sumsToOne(payload.weights), '/payload/weights', 'must sum to 1')
  }
  return problems
}

const isSomeone = (person: Person) =>
  Boolean(person.externalId?.trim()) || normalisedEmail(person.email ?? '') !== ''

const sumsToOne = (weights: Weights | null) => {
  if (weights === null) return true
  const { skills, experience, culture, trajectory, relevance } = weights
  return Math.abs(skills + experience + culture + trajectory + relevance - 1) < 1e-6
}

function peopleOf(payload: InboxEvent['payload']): readonly (readonly [string, Person])[] {
  if ('kept' in payload)
    return [
      ['kept', payload.kept],
      ['merged', payload.merged],
    ] as const
  return 'candidate' in payload ? [['candidate', payload.candidate]] : []
}

/**
 * The record key of an integration's event: its own id of the application, job or candidate, so that order holds for one thing.
 * A person without an id is keyed by a digest: no address in a key.
 */
export function inboxKey({ payload }: InboxEvent): string {
  if ('externalId' in payload) return payload.externalId
  const person = 'kept' in payload ? payload.kept : payload.candidate
  if (person.externalId) return person.externalId
  return createHash('sha256')
    .update(normalisedEmail(person.email ?? ''))
    .digest('hex')
}
