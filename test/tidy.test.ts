// The house rules that a machine can hold (ARCHITECTURE.md, CONTRIBUTING.md). Bounds are ratchets: they only shrink.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT })
const FILES = [...new Set(String(listed).split('\n'))].filter(
  (file) => /\.(ts|mjs|mts)$/.test(file) && !file.endsWith('.d.mts'),
)
const exists = new Set(FILES)
const sources = new Map(FILES.flatMap((file) => read(file)))

function read(file: string): [string, string][] {
  try {
    return [[file, readFileSync(join(ROOT, file), 'utf8')]]
  } catch {
    return [] // deleted, not yet committed
  }
}

const isTest = (file: string) => file.startsWith('test/') || file.endsWith('.test.ts')
const isData = (file: string) => file.endsWith('.data.ts') || file.endsWith('.generated.ts')

interface Import {
  readonly from: string
  /** A file of ours, or a package's name */
  readonly to: string
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

const imports = [...sources].flatMap(([from, text]) =>
  [...text.matchAll(IMPORT)].map((match): Import => {
    const to = match[1] ?? match[2]!
    return { from, to: to.startsWith('.') ? relative('.', join(dirname(from), to)) : packageOf(to) }
  }),
)

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}

const part = (file: string, depth: number) => file.split('/').slice(0, depth).join('/')

/** Mains: where adapters are wired and the environment is read. */
const MAINS = ['cli/', 'pipelines/workers/', 'serving/main.ts', 'bench/', 'infra/local/', 'bin/']
const isMain = (file: string) => MAINS.some((main) => file.startsWith(main))

/** May `from` import `to`, both ours? Null when it may, else the rule that it breaks. */
function broken({ from, to }: Import): string | null {
  if (isTest(from) || part(from, 1) === part(to, 1)) return brokenWithin({ from, to })
  if (isMain(from) || to.startsWith('core/')) return null
  if (from.startsWith('pipelines/') || from.startsWith('replay/')) {
    const allowed = to.startsWith('processors/') || to.startsWith('pipelines/runtime/')
    return allowed ? null : 'pipelines and replay import core, processors and the runtime'
  }
  return `${part(from, 1)} imports only core of ours`
}

function brokenWithin({ from, to }: Import): string | null {
  if (isTest(from) || isMain(from)) return null
  const siblings = ['adapters', 'processors'].includes(part(from, 1))
  // The landings are one processor a store, under one roof.
  const depth = from.startsWith('processors/landing/') ? 3 : 2
  if (siblings && part(from, depth) !== part(to, depth)) return 'siblings never import siblings'
  return null
}

/** The only home of each vendor; elsewhere it does not exist. */
const HOMES: Record<string, readonly string[]> = {
  kafkajs: ['adapters/kafka/'],
  '@kafkajs/confluent-schema-registry': ['adapters/kafka/'],
  avsc: ['adapters/kafka/'],
  pg: ['adapters/postgres/'],
  'lru-cache': ['adapters/postgres/', 'processors/scoring/'],
  '@zilliz/milvus2-sdk-node': ['adapters/milvus/'],
  '@clickhouse/client': ['adapters/clickhouse/'],
  'onnxruntime-node': ['adapters/models/'],
  '@huggingface/tokenizers': ['adapters/models/'],
  '@hyzyla/pdfium': ['adapters/documents/'],
  htmlparser2: ['adapters/documents/'],
  'iconv-lite': ['adapters/documents/'],
  fflate: ['adapters/documents/'],
  'libphonenumber-js': ['adapters/documents/'],
  tinyld: ['adapters/documents/'],
  fastify: ['serving/'],
  '@fastify/swagger': ['serving/'],
  '@fastify/type-provider-typebox': ['serving/'],
  pino: ['adapters/telemetry/'],
  'prom-client': ['adapters/telemetry/'],
  commander: ['cli/'],
  typebox: ['core/config.ts', 'serving/'],
}

const offenders = (broken: Iterable<string>) => [...new Set(broken)].sort()

test('imports keep to the layout', () => {
  const found = imports
    .filter(({ to }) => exists.has(to))
    .flatMap((one) => {
      const rule = broken(one)
      return rule === null ? [] : [`${one.from} imports ${one.to}: ${rule}`]
    })
  expect(offenders(found)).toEqual([])
})

test('core knows no vendor and no engine', () => {
  const pure = new Set(['node:crypto', 'node:assert', 'node:assert/strict', 'typebox'])
  const found = imports
    .filter(({ from, to }) => from.startsWith('core/') && !isTest(from) && !exists.has(to))
    .filter(({ to }) => !pure.has(to))
    .map(({ from, to }) => `${from} imports ${to}`)
  expect(offenders(found)).toEqual([])
})

test('a vendor has one home', () => {
  const outside = ['bench/', 'demo/', 'infra/', 'bin/']
  const found = imports
    .filter(({ from, to }) => !isTest(from) && !exists.has(to) && !to.startsWith('node:'))
    .filter(({ to }) => to !== 'vitest')
    .filter(({ from }) => !outside.some((place) => from.startsWith(place)))
    .filter(({ from, to }) => !HOMES[to]?.some((home) => from.startsWith(home)))
    .map(({ from, to }) => `${from} imports ${to}`)
  expect(offenders(found)).toEqual([])
})

/** What only a main may do, since a replay and a test must be able to say what it is. */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [/\bprocess\.env\b/, 'process.env'],
  [/\bDate\.now\b|\bnew Date\(\)/, 'the clock'],
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, 'randomness'],
  [/\bconsole\.\w+\(/, 'console'],
]

test('the environment, the clock, randomness and the console stay in mains', () => {
  const found = [...sources]
    .filter(([file]) => !isTest(file) && !isMain(file) && !/^(demo|schemas)\//.test(file))
    .flatMap(([file, text]) =>
      BANNED.filter(([pattern]) => pattern.test(code(text))).map(([, what]) => `${file}: ${what}`),
    )
  expect(offenders(found)).toEqual([])
})

const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')

test('files stay small and lines short', () => {
  const found = [...sources].flatMap(([file, text]) => {
    if (isData(file)) return []
    const lines = text.split('\n')
    const long = lines.findIndex(
      (line) => line.length > MOST_COLUMNS && !/https?:|['"`]/.test(line),
    )
    return [
      ...(lines.length > MOST_LINES + 1 ? [`${file}: ${lines.length} lines`] : []),
      ...(long >= 0 ? [`${file}:${long + 1}: ${lines[long]!.length} columns`] : []),
    ]
  })
  expect(offenders(found)).toEqual([])
})
const MOST_LINES = 300
const MOST_COLUMNS = 130

test('no file is dead: each is reached from a main or a test of its own kind', () => {
  const roots = FILES.filter(
    (file) =>
      isTest(file) ||
      isMain(file) ||
      /^(demo|schemas|bench)\//.test(file) ||
      /config\.ts$/.test(file),
  ).filter((file) => !file.startsWith('test/') || file.endsWith('.test.ts'))
  const reached = new Set<string>()
  const graph = Map.groupBy(imports, ({ from }) => from)
  const visit = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    for (const { to } of graph.get(file) ?? []) if (exists.has(to)) visit(to)
    for (const to of named(file)) visit(to)
  }
  for (const root of roots) visit(root)
  expect(offenders(FILES.filter((file) => !reached.has(file)))).toEqual([])
})

/** Files that are started, not imported: a worker thread, a child process. */
function named(file: string): string[] {
  const names = (sources.get(file) ?? '').matchAll(/'([\w./-]+\.(?:ts|mjs))'/g)
  return [...names]
    .flatMap(([, name]) => [relative('.', join(dirname(file), name!)), name!])
    .filter((to) => exists.has(to))
}

test('generated files are fresh', () => {
  const args = ['schemas/generate.ts', '--check']
  expect(() => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' })).not.toThrow()
})

test('no default exports, no barrels, no utils, and our words', () => {
  const found = [...sources]
    .filter(([file]) => !isTest(file))
    .flatMap(([file, text]) => [
      ...(/(^|\/)(utils?|helpers|common|index)\.ts$/.test(file)
        ? [`${file}: a name that says nothing`]
        : []),
      ...(/\bexport default\b/.test(text) && !file.endsWith('.config.ts')
        ? [`${file}: default`]
        : []),
      ...(/^export \* from/m.test(text) ? [`${file}: a barrel`] : []),
      ...(/\bdlq\b|dead.?letter/i.test(code(text)) ? [`${file}: say parked`] : []),
    ])
  expect(offenders(found)).toEqual([])
})
