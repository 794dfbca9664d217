import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import type { AvroSchema } from '../../core/events/avro-json.ts'
import type { InboxEvent } from '../../core/events/events.generated.ts'
import { inboxEventFromJson, inboxKey } from '../../core/events/inbox.ts'
import { Fault } from '../../core/fault.ts'
import { applicationId, jobId } from '../../core/ids.ts'
import type { EventPublisher } from '../../core/ports/event-log.ts'
import { jsonSchemaOf } from '../openapi/avro-json-schema.ts'
import type { Scope } from '../plugins/access.ts'
import { ProblemError, Refusal } from '../problem.ts'
import { BATCH_LIMIT, MAX_EVENT_BYTES } from './limits.ts'

const Accepted = Type.Object(
  {
    eventId: Type.String(),
    applicationId: Type.Optional(Type.String({ format: 'uuid' })),
    jobId: Type.Optional(Type.String({ format: 'uuid' })),
  },
  { additionalProperties: false, description: 'Written to the log; ids are the same at a repeat' },
)
type Accepted = Static<typeof Accepted>

const ItemResult = Type.Object(
  {
    index: Type.Integer(),
    status: Type.Union([Type.Literal('accepted'), Type.Literal('refused')]),
    event: Type.Optional(Accepted),
    code: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(ProblemError)),
  },
  { additionalProperties: false },
)
type ItemResult = Static<typeof ItemResult>

export const BatchResult = Type.Object(
  { accepted: Type.Integer(), refused: Type.Integer(), results: Type.Array(ItemResult) },
  { additionalProperties: false },
)

export interface EventsDeps {
  readonly events: EventPublisher
  readonly inboxSchema: AvroSchema
}

/** Events by HTTP: JSON in, the same Avro on the inbox topic as an integration that speaks Kafka. */
export const events: FastifyPluginAsyncTypebox<EventsDeps> = async (app, deps) => {
  app.addSchema({ $id: 'InboxEvent', ...asSent(jsonSchemaOf(deps.inboxSchema)) })
  const event = { $ref: 'InboxEvent#' }
  const batch = { type: 'array', minItems: 1, maxItems: BATCH_LIMIT, items: event }
  app.route({
    method: 'POST',
    url: '/v1/events',
    config: { access: { anyOf: ['write:applications', 'write:jobs', 'write:candidates'] } },
    // The schema is for the docs: one bad event of a batch refuses itself alone, so events are read one by one.
    validatorCompiler: () => () => true,
    schema: {
      body: Type.Unsafe<unknown>({ anyOf: [event, batch] }),
      tags: ['events'],
      summary: 'Send one event, or up to 1,000 with a result for each',
      description:
        'Safe to repeat: the same eventId is one event, however often it is sent. An array answers 202 when all were ' +
        'accepted, 207 when some were, 422 when none was.',
      response: {
        202: Type.Union([Accepted, BatchResult]),
        207: BatchResult,
        422: BatchResult,
      },
    },
    handler: async (request, reply) => {
      const { body, tenantId, scopes, signal } = request
      const sender = { tenantId, scopes, inboxSchema: deps.inboxSchema }
      if (!Array.isArray(body)) {
        const read = readEvent(body, sender)
        await publish(deps.events, [read], signal)
        return reply.code(202).send(idsOf(read))
      }
      if (body.length === 0 || body.length > BATCH_LIMIT) {
        throw new Refusal('request.invalid', `an array holds 1 to ${BATCH_LIMIT} events`)
      }
      const { good, results } = readAll(body, sender)
      if (good.length > 0) await publish(deps.events, good, signal)
      const refused = results.length - good.length
      const status = refused === 0 ? 202 : good.length > 0 ? 207 : 422
      return reply.code(status).send({ accepted: good.length, refused, results })
    },
  })
}

interface Sender {
  readonly tenantId: string
  readonly scopes: ReadonlySet<string>
  readonly inboxSchema: AvroSchema
}

function readAll(items: readonly unknown[], sender: Sender) {
  const good: InboxEvent[] = []
  const results = items.map((item, index): ItemResult => {
    try {
      const event = readEvent(item, sender)
      good.push(event)
      return { index, status: 'accepted', event: idsOf(event) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const errors = error.errors.length > 0 ? error.errors : [{ detail: error.message }]
      return { index, status: 'refused', code: error.code, errors: [...errors] }
    }
  })
  return { good, results }
}

/** @throws Refusal with a pointer for everything that is wrong with one event */
function readEvent(json: unknown, { tenantId, scopes, inboxSchema }: Sender): InboxEvent {
  // The key says the tenant; an event may repeat it, for senders that use the same JSON on Kafka.
  const given = isObject(json) ? json.tenantId : undefined
  if (given !== undefined && given !== tenantId) {
    throw new Refusal('event.tenant', undefined, [
      { pointer: '/tenantId', detail: "not the key's" },
    ])
  }
  const { value, problems } = inboxEventFromJson(
    inboxSchema,
    isObject(json) ? { ...json, tenantId } : json,
  )
  if (problems) throw new Refusal('event.invalid', undefined, problems)
  const scope = scopeOf(value)
  if (!scopes.has(scope)) {
    throw new Refusal('key.scope', undefined, [
      { pointer: '/payload/type', detail: `needs ${scope}` },
    ])
  }
  const size = contentOf(value)?.length ?? 0
  if (size > MAX_EVENT_BYTES) {
    const detail = `${size} bytes: ${MAX_EVENT_BYTES} at most`
    throw new Refusal('event.too_large', undefined, [
      { pointer: '/payload/document/content', detail },
    ])
  }
  return value
}

async function publish(log: EventPublisher, all: readonly InboxEvent[], signal: AbortSignal) {
  const publications = all.map(
    (value) => ({ topic: 'inbox', key: inboxKey(value), value }) as const,
  )
  try {
    await log.publish(publications, signal)
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'event_log.too_large') throw error
    throw new Refusal('event.too_large')
  }
}

function idsOf({ tenantId, source, eventId, payload }: InboxEvent): Accepted {
  switch (payload.type) {
    case 'application_submitted': {
      const id = applicationId(tenantId, source, payload.externalId)
      return { eventId, applicationId: id, jobId: jobId(tenantId, source, payload.jobExternalId) }
    }
    case 'application_withdrawn':
    case 'stage_changed':
      return { eventId, applicationId: applicationId(tenantId, source, payload.externalId) }
    case 'job_published':
    case 'job_closed':
      return { eventId, jobId: jobId(tenantId, source, payload.externalId) }
    default:
      return { eventId }
  }
}

function scopeOf({ payload: { type } }: InboxEvent): Scope {
  if (type.startsWith('job_')) return 'write:jobs'
  if (type.startsWith('application_') || type === 'stage_changed') return 'write:applications'
  return 'write:candidates'
}

const contentOf = ({ payload }: InboxEvent) =>
  payload.type === 'application_submitted' ? payload.document?.content : null

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** The tenant comes from the key: senders leave it out. */
function asSent(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const required = (schema.required as string[]).filter((name) => name !== 'tenantId')
  return { ...schema, required }
}
