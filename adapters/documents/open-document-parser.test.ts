import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDocumentParser } from './open-document-parser.ts'

const SLOW = 60_000
const { signal } = new AbortController()
const parser = openDocumentParser()
afterAll(() => parser[Symbol.asyncDispose]())

const RESUME =
  'Nora Fennimore\nnora@example.com\n\nExperience\nNurse, Larkspur Hospital, 2019 - 2021'
const aFile = (content: string | Uint8Array, fileName = 'cv.txt') => ({
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  fileName,
  mediaType: null,
  asOf: '2026-01-31',
})
const read = (content: string | Uint8Array, fileName?: string) =>
  parser.parse(aFile(content, fileName), signal)
/** A reason exactly where there is no profile. */
const isWhole = (document: { outcome: string; reason: string | null }) =>
  (document.outcome === 'parsed') === (document.reason === null)

test('many at once, each into its own profile', { timeout: SLOW }, async () => {
  const names = [...'ABCDEFGHIJKLMNOPQRST'].map((letter) => `Nora ${letter}ennimore`)
  const documents = await Promise.all(names.map((name) => read(RESUME.replace(/^.*/, name))))
  expect(documents.map(({ profile }) => profile?.fullName)).toEqual(names)
})

test('the same bytes give the same document', { timeout: SLOW }, async () => {
  const [a, b] = await Promise.all([read(RESUME), read(RESUME)])
  expect(JSON.stringify(a)).toBe(JSON.stringify(b))
})

for (const [limits, reason] of [
  [{ timeoutMs: 1 }, /^too slow:/],
  [{ memoryMb: 1 }, /^too big:/],
] as const) {
  test(
    `${JSON.stringify(limits)}: the file fails, its process is replaced`,
    async () => {
      await using own = openDocumentParser({ concurrency: 1, ...limits })
      const heavy = `<html><body>${'<p>Nora <b>Fennimore</b> cares</p>'.repeat(20_000)}`
      for (const _ of [1, 2]) {
        const document = await own.parse(aFile(heavy, 'cv.html'), signal)
        expect(document).toMatchObject({ outcome: 'failed', reason: expect.stringMatching(reason) })
      }
    },
    SLOW,
  )
}

test('a parser that is closed refuses', async () => {
  const own = openDocumentParser()
  await own[Symbol.asyncDispose]()
  await expect(own.parse(aFile(RESUME), signal)).rejects.toThrow(/closed/)
})

// Real files of others, beside the clone where there are any.
const ODD = join(import.meta.dirname, '../../../shared/data/documents-odd')
const odd = existsSync(ODD)
  ? readdirSync(ODD, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  : []

test.skipIf(odd.length === 0)(
  'odd documents end in one outcome each',
  { timeout: SLOW },
  async () => {
    const documents = await Promise.all(
      odd.map(async (path) => ({ path, ...(await read(readFileSync(path), path)) })),
    )
    const broken = documents.filter(
      (one) => !isWhole(one) || /^(too slow|too big|unreadable)/.test(one.reason ?? ''),
    )
    expect(broken.map(({ path, reason }) => [path, reason])).toEqual([])
  },
)

/** Seeded: the same at every run. */
function* numbers(seed: number) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state >>> 8
  }
}

test('torn and flipped bytes end in outcomes', { timeout: SLOW }, async () => {
  const seeds = [RESUME, `{\\rtf1 ${RESUME}}`, `<p>${RESUME}</p>`, '%PDF-1.4\n1 0 obj\n<<>>']
  const random = numbers(7)
  const below = (limit: number) => random.next().value! % limit
  const files = Array.from({ length: 200 }, (_, nth) => {
    const bytes = Buffer.from(seeds[nth % seeds.length]!)
    for (let flip = 0; flip < 8; flip++) bytes[below(bytes.length)] = below(256)
    return bytes.subarray(0, 1 + below(bytes.length))
  })
  const documents = await Promise.all(files.map((bytes) => read(bytes)))
  expect(documents.every(isWhole)).toBe(true)
})
