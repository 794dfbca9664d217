import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TOPICS, type Topic } from '../../core/events/topics.ts'
import type { EventCodec } from '../../core/ports/event-codec.ts'
import { avroCodec } from './avro-codec.ts'
import { SchemaIds } from './schema-ids.ts'

const FOLDER = join(import.meta.dirname, '../../schemas/avro')
const NAMES = Object.keys(TOPICS) as Topic[]

/** Text of a topic's schema: without line breaks, so that one schema has one text. */
async function schemaText(topic: Topic): Promise<string> {
  return JSON.stringify(JSON.parse(await readFile(join(FOLDER, `${topic}.avsc`), 'utf8')))
}

/** TopicNameStrategy, explicit: `doctor` prints it. */
export const subjectOf = (prefix: string, topic: Topic): string => `${prefix}${topic}-value`

/**
 * The codec of this build: today's schemas under the ids that the registry gives them.
 * @throws Fault registry.* when an id is neither at the registry nor remembered on disk
 */
export async function openCodec(
  ids: SchemaIds,
  prefix: string,
  signal: AbortSignal,
): Promise<EventCodec> {
  const own = await Promise.all(
    NAMES.map(async (topic) => {
      const text = await schemaText(topic)
      const id = await ids.idOf(subjectOf(prefix, topic), text, signal)
      return [topic, { id, schema: JSON.parse(text) }] as const
    }),
  )
  return avroCodec(Object.fromEntries(own) as Parameters<typeof avroCodec>[0], ids)
}

/** The same codec with ids of its own, for what never leaves the process: tests, dry runs, `rank`. */
export async function openLocalCodec(): Promise<EventCodec> {
  const texts = await Promise.all(NAMES.map(schemaText))
  const ids = SchemaIds.fixed(new Map(texts.map((text, i) => [i + 1, text])))
  const own = NAMES.map((topic, i) => [topic, { id: i + 1, schema: JSON.parse(texts[i]!) }])
  return avroCodec(Object.fromEntries(own), ids)
}
