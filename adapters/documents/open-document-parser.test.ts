import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDocumentParser } from './open-document-parser.ts'

const { signal } = new AbortController()
const aFile = (content: string | Uint8Array, fileName = 'cv.txt') => ({
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
  fileName,
  mediaType: null,
  asOf: '2026-01-31',
})
const RESUME =
  'Nora Fennimore\nnora@example.com\n\nExperience\nNurse, Larkspur Hospital, 2019 - 2021'
const SLOW = 60_000

test(
  'documents are read in processes of their own, many at once, each into its own profile',
  async () => {
    await using parser = openDocumentParser()
    const names = Array.from(
      { length: 20 },
      (_, nth) => `Nora ${'ABCDEFGHIJKLMNOPQRST'[nth]}ennimore`,
    )
    const read = await Promise.all(
      names.map((name) => parser.parse(aFile(RESUME.replace('Nora Fennimore', name)), signal)),
    )
    expect(read.map(({ profile }) => profile?.fullName)).toEqual(names)
  },
  SLOW,
)

test(
  'the same bytes give the same document',
  async () => {
    await using parser = openDocumentParser()
    const [a, b] = await Promise.all([1, 2].map(() => parser.parse(aFile(RESUME), signal)))
    expect(JSON.stringify(a)).toBe(JSON.stringify(b))
  },
  SLOW,
)

test(
  'a file that takes too long or too much memory fails; the next is read',
  async () => {
    await using slow = openDocumentParser({ concurrency: 1, timeoutMs: 1 })
    expect(await slow.parse(aFile(RESUME), signal)).toMatchObject({ outcome: 'failed' })
    const heavy = `<html><body>${'<p>Nora <b>Fennimore</b> cares</p>'.repeat(60_000)}`
    await using small = openDocumentParser({ concurrency: 1, memoryMb: 150 })
    expect(await small.parse(aFile(heavy, 'cv.html'), signal)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/too big|too slow|breaks/),
    })
    expect(await small.parse(aFile(RESUME), signal)).toMatchObject({ outcome: 'parsed' })
  },
  SLOW,
)

test(
  'a process that is closed ends, and asks are refused',
  async () => {
    const parser = openDocumentParser()
    await parser.parse(aFile(RESUME), signal)
    await parser[Symbol.asyncDispose]()
    await expect(parser.parse(aFile(RESUME), signal)).rejects.toThrow(/closed/)
  },
  SLOW,
)

// Real files of others, beside the clone where there are any.
const ODD = join(import.meta.dirname, '../../../shared/data/documents-odd')
const oddFiles = existsSync(ODD)
  ? readdirSync(ODD, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  : []

test.skipIf(oddFiles.length === 0)(
  'odd documents: each ends in one outcome, in time',
  async () => {
    await using parser = openDocumentParser()
    const read = await Promise.all(
      oddFiles.map(async (path) => {
        const from = performance.now()
        const document = await parser.parse(aFile(readFileSync(path), path), signal)
        return { path, document, ms: performance.now() - from }
      }),
    )
    const wrong = read.filter(
      ({ document: { outcome, reason } }) => (outcome === 'parsed') !== (reason === null),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
    const broken = read.filter(({ document }) =>
      /too slow|too big|breaks|unreadable/.test(document.reason ?? ''),
    )
    expect(broken.map(({ path }) => path)).toEqual([])
  },
  SLOW,
)

/** Seeded: the same flips at every run. */
function* flips(seed: number) {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state
  }
}

test(
  'torn and flipped bytes end in outcomes',
  async () => {
    await using parser = openDocumentParser()
    const seeds = [
      RESUME,
      `{\\rtf1 ${RESUME}}`,
      `<html><p>${RESUME}</p></html>`,
      '%PDF-1.4\n1 0 obj\n<<>>',
    ]
    const random = flips(7)
    const next = () => random.next().value!
    const files = Array.from({ length: 200 }, (_, nth) => {
      const bytes = Buffer.from(seeds[nth % seeds.length]!)
      for (let flip = 0; flip < 8; flip++) bytes[next() % bytes.length] = next() & 0xff
      return bytes.subarray(0, 1 + (next() % bytes.length))
    })
    const read = await Promise.all(files.map((bytes) => parser.parse(aFile(bytes), signal)))
    expect(read.every(({ outcome, reason }) => (outcome === 'parsed') === (reason === null))).toBe(
      true,
    )
  },
  SLOW,
)
