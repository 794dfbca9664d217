import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { parse } from 'yaml'
import { STEP_NAMES } from '../../pipelines/topology.ts'

interface Service {
  readonly image?: string
  readonly build?: {
    readonly context: string
    readonly dockerfile: string
    readonly target: string
  }
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, unknown>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean }
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
}

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const file = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}
const services = Object.entries(file.services)
const ours = services.filter(([, { build }]) => build)
const dockerfile = read('Dockerfile')

/** Names in the settings' schemas, each beside its component, and those of the local engines. */
const knownSettings = new Set(
  globSync('{adapters,processors,pipelines,serving,infra/local}/**/*.ts', { cwd: root })
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .flatMap((text) => [...text.matchAll(/^ +([A-Z][A-Z0-9_]+): Type\.|setting: '([A-Z_]+)'/gm)])
    .map(([, inSchema, ofEngine]) => inSchema ?? ofEngine),
)

test('the servers and the product are there', () => {
  deepEqual(Object.keys(file.services).sort(), [
    ...['clickhouse', 'compute', 'kafka', 'landing', 'milvus', 'postgres', 'prepare'],
    ...['registry', 'serving', 'valkey'],
  ])
})

for (const [name, service] of services) {
  test(`${name}: its image is pinned`, () => {
    const tag = service.image?.split(':')[1]
    ok(tag && /\d/.test(tag) && !tag.includes('latest'), service.image)
  })

  test(`${name}: every port is on loopback`, () => {
    for (const port of service.ports ?? []) ok(/^127\.0\.0\.1:\d+:\d+$/.test(port), port)
  })

  test(`${name}: others can wait until it is ready, and it waits for what it needs`, () => {
    const runsOnce = service.healthcheck?.disable === true
    ok(runsOnce || (service.healthcheck?.test ?? []).length > 1)
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      const dependency = file.services[needed]
      ok(dependency, `${needed} is no service`)
      const once = dependency.healthcheck?.disable === true
      equal(condition, once ? 'service_completed_successfully' : 'service_healthy')
    }
  })

  test(`${name}: its volumes are declared, its files are there`, () => {
    for (const [from = ''] of (service.volumes ?? []).map((volume) => volume.split(/:(?=\/)/))) {
      if (from.startsWith('./')) ok(existsSync(join(import.meta.dirname, from)), from)
      else if (!from.startsWith('$')) ok(from in file.volumes, from)
    }
  })
}

for (const [name, service] of ours) {
  test(`${name}: its target, its command and its settings are known`, () => {
    const { target, dockerfile: path, context } = service.build!
    ok(dockerfile.includes(` AS ${target}\n`), target)
    ok(existsSync(join(import.meta.dirname, context, path)))
    const command = service.command ?? commandOf(target)
    const script = command.find((word) => word.endsWith('.ts')) ?? ''
    ok(existsSync(join(root, script)), script)
    const unknown = Object.keys(service.environment ?? {}).filter((key) => !knownSettings.has(key))
    deepEqual(unknown, [])
  })
}

test('every step of the topology runs in exactly one service', () => {
  const run = ours.flatMap(([, { command = [] }]) => {
    const at = command.indexOf('--run')
    return at < 0 ? [] : (command[at + 1] ?? '').split(',')
  })
  deepEqual(run.sort(), [...STEP_NAMES].sort())
})

/** What the image runs when the service says nothing. */
function commandOf(target: string): readonly string[] {
  const [, lines = ''] = dockerfile.split(` AS ${target}\n`)
  return JSON.parse(/CMD (\[.*\])/.exec(lines)?.[1] ?? '[]') as string[]
}

test('images run as nobody special, and install no script of a dependency', () => {
  ok(/^USER node$/m.test(dockerfile))
  ok(dockerfile.includes('npm ci --omit=dev') && dockerfile.includes('.npmrc'))
  for (const [, from = ''] of dockerfile.matchAll(/^FROM (\S+)/gm)) {
    ok(/^(node:24-slim|base)$/.test(from), from)
  }
})

test('what is copied into an image is let into its context', () => {
  const allowed = read('Dockerfile.dockerignore').split('\n')
  for (const [, paths = ''] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
    for (const path of paths.split(' ')) {
      ok(existsSync(join(root, path)), path)
      ok(allowed.includes(`!${path}`), path)
    }
  }
})

test('the roles are made by a script that may be run', () => {
  ok(statSync(join(import.meta.dirname, 'postgres-roles.sh')).mode & 0o100)
  for (const role of ['hirestream_owner', 'hirestream_app', 'hirestream_landing', 'registry']) {
    ok(read('postgres-roles.sh').includes(`CREATE ROLE ${role} `), role)
  }
})
