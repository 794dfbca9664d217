import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { InboxEvent } from '../../core/events/events.generated.ts'
import { inboxEventFromJson } from '../../core/events/inbox.ts'
import { type Call, type Command, EXIT, UsageError } from '../command.ts'
import { rootOf } from './dev.ts'

interface Refused {
  readonly line: number
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[]
}

export const send: Command = {
  name: 'send',
  summary: 'Send events from a file of JSON lines to the inbox, as Avro on Kafka',
  examples: [
    'hirestream send events.jsonl',
    'hirestream send --check events.jsonl',
    'cat events.jsonl | hirestream send -',
  ],
  arguments: [
    { name: '<file>', description: 'one event a line (docs/integrating.md); - for stdin' },
  ],
  options: [
    { flags: '--check', description: 'only say which lines are events' },
    {
      flags: '--root <folder>',
      description: 'whose running engines take them',
      default: '.hirestream',
    },
  ],

  async run(call) {
    const [file] = call.args
    if (file === undefined) throw new UsageError('no file')
    const { events, refused } = await readEvents(file, call)
    for (const { line, errors } of refused) {
      for (const { pointer, detail } of errors)
        call.out.say(`line ${line}: ${pointer || '/'} ${detail}`)
    }
    const sent = call.options.check ? 0 : await publish(events, call)
    call.out.result(
      { events: events.length, sent, refused },
      () => `${events.length} events, ${sent} sent, ${refused.length} lines refused`,
    )
    return refused.length === 0 ? EXIT.done : EXIT.needsALook
  },
}

async function readEvents(file: string, { root }: Call) {
  const { inboxSchema } = await import('../inbox-publisher.ts')
  const schema = await inboxSchema(root)
  const input = file === '-' ? process.stdin : createReadStream(file)
  const events: InboxEvent[] = []
  const refused: Refused[] = []
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (text.trim() === '') continue
    const { value, problems } = inboxEventFromJson(schema, parsed(text))
    if (problems === null) events.push(value)
    else refused.push({ line, errors: problems })
  }
  return { events, refused }
}

/** What is no JSON is no event either: the schema says so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function publish(events: readonly InboxEvent[], call: Call): Promise<number> {
  if (events.length === 0) return 0
  const { openInboxPublisher } = await import('../inbox-publisher.ts')
  const publisher = await openInboxPublisher(await settingsOf(call), call.out.say)
  const step = call.progress.step(`sending ${events.length} events`)
  try {
    await publisher.send(events)
    step.done()
    return events.length
  } finally {
    await publisher.close()
  }
}

/** Settings of the environment, else of what runs here. */
async function settingsOf(call: Call) {
  if (call.env.KAFKA_BROKERS) return call.env
  const file = join(rootOf(call), 'run', 'settings')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) {
    throw new UsageError(
      'nothing runs here: start `hirestream dev`, or set KAFKA_BROKERS and SCHEMA_REGISTRY_URL',
    )
  }
  return { ...call.env, ...(JSON.parse(text) as Record<string, string>) }
}
