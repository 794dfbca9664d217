import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry'
import { Fault } from '../../core/fault.ts'
import type { Registry } from './schema-ids.ts'

export interface RegistrySettings {
  readonly url: string
  /** Development only: elsewhere a schema is registered by a release, and unknown is an error */
  readonly register: boolean
  readonly timeoutMs: number
}

/** A Confluent-compatible schema registry. Errors name subject and rule, never only "incompatible schema". */
export function confluentRegistry({ url, register, timeoutMs }: RegistrySettings): Registry {
  const client = new SchemaRegistry({
    host: url,
    retry: { maxRetryTimeInSecs: 2, initialRetryTimeInSecs: 0.1, retries: 2 },
  })
  const within = <T>(asked: Promise<T>, signal: AbortSignal) =>
    Promise.race([asked, aborted(AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]))])

  return {
    async idOf(subject, schema, signal) {
      const confluent = { type: SchemaType.AVRO, schema } as const
      try {
        if (!register) {
          const parsed = JSON.parse(schema)
          return await within(client.getRegistryIdBySchema(subject, parsed), signal)
        }
        const compatibility = COMPATIBILITY.BACKWARD_TRANSITIVE
        const { id } = await within(client.register(confluent, { subject, compatibility }), signal)
        return id
      } catch (cause) {
        throw faultOf(cause, subject)
      }
    },
    async schemaOf(id, signal) {
      // The client's own cache keeps parsed types; the text is what others can read too.
      const answer = await fetch(`${url}/schemas/ids/${id}`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      }).catch((cause) => {
        throw new Fault('registry.unavailable', `schema id ${id}`, { cause })
      })
      if (answer.status === 404) return null
      if (!answer.ok) throw new Fault('registry.unavailable', `schema id ${id}: ${answer.status}`)
      return ((await answer.json()) as { schema: string }).schema
    },
  }
}

function faultOf(cause: unknown, subject: string): Fault {
  const status = (cause as { status?: number }).status
  const incompatible = status === 409 || /compatib/i.test(String(cause))
  if (incompatible) {
    const detail = `${subject} must stay readable by all its versions (BACKWARD_TRANSITIVE)`
    return new Fault('registry.schema_incompatible', detail, { cause })
  }
  if (status === 404) {
    const detail = `${subject}: this version is not registered; run \`hirestream send --register\` or release it`
    return new Fault('registry.schema_unknown', detail, { cause })
  }
  return new Fault('registry.unavailable', subject, { cause })
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
