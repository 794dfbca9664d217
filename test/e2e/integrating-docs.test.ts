import { deepEqual, equal } from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, inject, test, vi } from 'vitest'
import { openWorld, type World } from '../world/open-world.ts'
import { anApiKeyOf, type Serving, startServing } from '../world/serving.ts'
import { startWorkers, type Workers } from '../world/workers.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
const WITHIN = { timeout: 60_000, interval: 500 }

/** The page's own commands, as a reader would copy them. */
const page = readFileSync(join(ROOT, 'docs/integrating.md'), 'utf8')
const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, kind, text = '']) => ({
  kind,
  text,
}))
const shell = blocks.flatMap(({ kind, text }) =>
  kind === 'sh' && text.includes('curl') ? [text] : [],
)
const script = blocks.find(({ kind }) => kind === 'js')?.text ?? ''

let world: World
let workers: Workers
let serving: Serving
let folder: string
let key: string
beforeAll(async () => {
  world = await openWorld({ settings: inject('settings') })
  workers = await startWorkers(world)
  serving = await startServing(world)
  key = await anApiKeyOf(world, world.tenantId)
  folder = await mkdtemp(join(tmpdir(), 'hirestream-docs-'))
})
afterAll(async () => {
  await serving?.[Symbol.asyncDispose]()
  await workers?.stop()
  await world?.close()
  await rm(folder, { recursive: true, force: true })
})

/** @returns each command's answer: curl prints JSON without a line break */
async function answersOf(block: string): Promise<Answer[]> {
  const env = { PATH: process.env.PATH, API: serving.url, KEY: key }
  const { stdout } = await run('sh', ['-euc', block], { cwd: folder, env })
  return JSON.parse(`[${stdout.replaceAll('}{', '},{')}]`) as Answer[]
}

interface Answer {
  readonly eventId?: string
  readonly disposition?: string | null
  readonly candidates?: readonly {
    readonly name: string | null
    readonly overall?: number | null
  }[]
}

test('the page has its blocks: a job, an application, three questions, one script', () => {
  deepEqual([shell.length, script.includes('registry.encode')], [3, true])
})

/** What the page's commands need beside a shell. */
const hasCurl = spawnSync('curl', ['--version']).status === 0

test.skipIf(!hasCurl)(
  'from nothing to a first score, by the page’s own commands (needs curl)',
  async () => {
    const [job = '', application = '', questions = ''] = shell
    equal((await answersOf(job))[0]?.eventId, 'job-42-v1')
    equal((await answersOf(application))[0]?.eventId, 'application-7-v1')
    const [where, list, found] = await vi.waitUntil(async () => {
      const answers = await answersOf(questions)
      const isRanked = typeof answers[1]?.candidates?.[0]?.overall === 'number'
      return isRanked && (answers[2]?.candidates?.length ?? 0) > 0 && answers
    }, WITHIN)
    equal(where?.disposition, 'active')
    equal(list?.candidates?.[0]?.name, 'Robin Made-Up')
    equal(found?.candidates?.[0]?.name, 'Robin Made-Up')
  },
)

test.skipIf(!hasCurl)('by Kafka, with the page’s own script (needs curl)', async () => {
  const { TOPIC_PREFIX = '' } = world.env
  const code = script
    .replaceAll("'hirestream.inbox-", `'${TOPIC_PREFIX}inbox-`)
    .replaceAll("'hirestream.inbox'", `'${TOPIC_PREFIX}inbox'`)
  const env = {
    ...process.env,
    ...world.env,
    TENANT_ID: world.tenantId,
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
  }
  await run(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, env })
  const [where] = await vi.waitUntil(async () => {
    const answers = await answersOf(shell[2] ?? '')
    return answers[0]?.disposition === 'withdrawn' && answers
  }, WITHIN)
  equal(where?.disposition, 'withdrawn')
})
