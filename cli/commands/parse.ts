import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openDocumentParser } from '../../adapters/documents/open-document-parser.ts'
import type { ParsedDocument } from '../../core/domain/profile.ts'
import type { DocumentParser } from '../../core/ports/document-parser.ts'
import { type Call, type Command, EXIT, UsageError } from '../command.ts'

interface ParsedFile extends Pick<ParsedDocument, 'outcome' | 'reason' | 'warnings' | 'profile'> {
  readonly file: string
  /** From the first byte read to the profile, waiting for a free process included */
  readonly ms: number
  readonly text?: string
}

const AT_ONCE = 2

export const parse: Command = {
  name: 'parse',
  summary: 'Read documents into profiles',
  examples: [
    'hirestream parse résumé.pdf',
    'hirestream parse folder-of-résumés -o json > profiles.jsonl',
    'hirestream parse --text résumé.docx',
  ],
  arguments: [
    { name: '<file...>', description: 'PDF, DOCX, ODT, RTF, HTML, text, JSON Resume; folders' },
  ],
  options: [
    { flags: '--text', description: 'also print what a reader can see' },
    { flags: '--as-of <date>', description: 'what "present" means, YYYY-MM-DD; today when absent' },
  ],

  async run({ args, options, out, signal }) {
    const files = (await Promise.all(args.map(filesIn))).flat()
    if (files.length === 0) throw new UsageError('there is no file to read')
    const asOf = String(options.asOf ?? new Date().toISOString().slice(0, 10))
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new UsageError(`--as-of is "${asOf}": YYYY-MM-DD`)
    await using parser = openDocumentParser({ concurrency: AT_ONCE })
    let unread = 0
    for await (const parsed of inOrder(files, (file) => read(parser, { file, asOf, signal }))) {
      const { text, ...shown } = parsed
      if (parsed.outcome !== 'parsed') unread++
      out.result(options.text ? parsed : shown, (one) => describe(one, out))
    }
    if (files.length > 1) out.say(`${files.length} files, ${files.length - unread} parsed`)
    return unread > 0 ? EXIT.needsALook : EXIT.done
  },
}

async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new UsageError(`there is no ${path}`)
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  const paths = entries
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => ({ entry, path: join(path, entry.name) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const nested = await Promise.all(
    paths.map((one) => (one.entry.isDirectory() ? filesIn(one.path) : [one.path])),
  )
  return nested.flat()
}

/** A few at once, answers in the order of the files. */
async function* inOrder<T>(files: readonly string[], work: (file: string) => Promise<T>) {
  const running: Promise<T>[] = []
  for (const file of files) {
    running.push(work(file))
    if (running.length >= AT_ONCE * 2) yield await running.shift()!
  }
  for (const one of running) yield await one
}

interface Reading {
  readonly file: string
  readonly asOf: string
  readonly signal: AbortSignal
}

async function read(parser: DocumentParser, { file, asOf, signal }: Reading): Promise<ParsedFile> {
  const from = performance.now()
  const bytes = await readFile(file)
  const named = { bytes, fileName: basename(file), mediaType: null, asOf }
  const { outcome, reason, warnings, profile, text } = await parser.parse(named, signal)
  const ms = Math.round((performance.now() - from) * 10) / 10
  return { file, outcome, reason, ms, warnings, profile, text }
}

function describe(
  { file, outcome, reason, ms, warnings, profile, text }: ParsedFile,
  out: Call['out'],
): string {
  const lines = [
    `${out.bold(file)}  ${outcome}${reason ? `: ${reason}` : ''}  ${out.dim(`${ms} ms`)}`,
  ]
  const row = (label: string, value: string) => {
    if (value !== '') lines.push(`  ${label.padEnd(14)}${value}`)
  }
  if (profile) {
    const { contact } = profile
    row('name', profile.fullName ?? '')
    row(
      'contact',
      [...contact.emails, ...contact.phones, ...contact.links, contact.location]
        .filter(Boolean)
        .join(', '),
    )
    for (const job of profile.experience)
      row(
        'experience',
        `${job.start ?? '?'} – ${job.end ?? '?'}  ${[job.title, job.company].filter(Boolean).join(', ')}`,
      )
    for (const one of profile.education)
      row('education', [one.degree, one.institution, one.year].filter(Boolean).join(', '))
    row(
      'skills',
      profile.skills
        .filter((skill) => !skill.inferred)
        .map((skill) => skill.name)
        .join(', '),
    )
    row('certificates', profile.certifications.join('; '))
    row(
      'languages',
      profile.languages.map(({ name, level }) => (level ? `${name} (${level})` : name)).join(', '),
    )
    row('years', profile.yearsOfExperience === null ? '' : String(profile.yearsOfExperience))
    row('confidence', `${Math.round(profile.confidence * 100)} %`)
  }
  for (const { code, detail } of warnings) row('warning', detail ? `${code}: ${detail}` : code)
  if (text !== undefined) lines.push('', text, '')
  return lines.join('\n')
}
