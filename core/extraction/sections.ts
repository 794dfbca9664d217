import { titleLikeness } from '../taxonomy/titles.ts'
import { wordsOf } from '../taxonomy/words.ts'
import { dateRanges } from './dates.ts'
import { withoutDates } from './entry-parts.ts'
import { HEADINGS, type SectionKind } from './headings.data.ts'
import type { Line } from './line.ts'
import { spokenLanguagesOf } from './spoken-languages.ts'

export type { SectionKind } from './headings.data.ts'

export interface Section {
  /** 'head' is what stands before the first heading */
  readonly kind: SectionKind | 'head'
  readonly lines: readonly Line[]
}

const KINDS = new Map<string, SectionKind>(
  Object.entries(HEADINGS).flatMap(([kind, names]) =>
    names.split(';').map((name) => [keyOf(name), kind as SectionKind] as const),
  ),
)
const LONGEST_HEADING = 50

/** Cuts a document at its headings. Lines before the first are the 'head'. */
export function sectionsOf(lines: readonly Line[]): readonly Section[] {
  const sections: { kind: Section['kind']; lines: Line[] }[] = [{ kind: 'head', lines: [] }]
  const usual = usualSize(lines)
  for (const [at, line] of lines.entries()) {
    const found = headingOf(line, { usual, isFirst: at === 0 })
    // Within a job "Skills: …" tells of that job.
    const ofAJob = found?.rest != null && sections.at(-1)!.kind === 'experience'
    const heading = ofAJob ? null : found
    if (heading) {
      sections.push({ kind: heading.kind, lines: [] })
      if (heading.rest) sections.at(-1)!.lines.push({ ...line, text: heading.rest })
    } else sections.at(-1)!.lines.push(line)
  }
  return backToJobs(sections).filter(
    ({ kind, lines: own }, at) => own.length > 0 || (kind === 'head' && at === 0),
  )
}

/** "Skills" under each job: where the next job begins among them, the jobs go on. */
function backToJobs(sections: readonly Section[]): Section[] {
  const whole: Section[] = []
  for (const section of sections) {
    const afterJobs = whole.some(({ kind }) => kind === 'experience')
    const at =
      afterJobs && section.kind === 'skills'
        ? section.lines.findIndex((line) => opensJob(line))
        : -1
    if (at < 0) whole.push(section)
    else {
      whole.push({ ...section, lines: section.lines.slice(0, at) })
      whole.push({ kind: 'experience', lines: section.lines.slice(at) })
    }
  }
  return whole
}

const opensJob = ({ text }: Line): boolean =>
  text.length < 120 && dateRanges(text).length > 0 && titleLikeness(withoutDates(text)) >= 0.7

interface Heading {
  readonly kind: SectionKind
  /** What stands on the heading's own line: "Skills: Java, SQL" */
  readonly rest: string | null
}

interface Around {
  /** Of most letters, in points; 0 when the kind knows no sizes */
  readonly usual: number
  readonly isFirst: boolean
}

export function headingOf(line: Line, { usual, isFirst }: Around): Heading | null {
  const text = line.text.trim()
  if (text.length < 3 || /^[•●▪*◦‣]/.test(text)) return null
  if (text.length <= LONGEST_HEADING && !text.includes('\t') && !/[.!?]$/.test(text)) {
    const key = keyOf(text)
    const kind = KINDS.get(key) ?? KINDS.get(withoutFiller(key))
    // "Education" inside a sentence is none; a heading has its line for itself and begins with a capital.
    if (kind && /^[^\p{L}]*\p{Lu}/u.test(text)) return { kind, rest: null }
    const looks = line.heading || (usual > 0 && (line.size ?? 0) > usual * 1.15 && line.bold)
    if (looks && !isFirst && !/[|,\d]/.test(text)) {
      const partial = partialKind(key)
      if (partial) return { kind: partial, rest: null }
    }
  }
  return labelled(text)
}

/** "Skills: Java, SQL": a heading with its content beside it. */
function labelled(text: string): Heading | null {
  const match = /^([\p{Lu}][\p{L}&/ ]{2,30})\s*(?::|\t| [–—-] )\s*(\S.*)$/u.exec(text)
  if (!match) return null
  const kind = KINDS.get(keyOf(match[1]!))
  if (!kind || !LABELLED.has(kind)) return null
  // "Languages: Java, Python" is about another kind of language.
  if (kind === 'languages' && spokenLanguagesOf([{ text: match[2]!, page: 1 }]).length === 0)
    return null
  return { kind, rest: match[2]! }
}

const LABELLED = new Set<SectionKind>(['skills', 'languages', 'certifications', 'education'])

// "Work Experience and Internships", "My skills": a heading by its look, a kind by one of its words.
function partialKind(key: string): SectionKind | null {
  const words = key.split(' ')
  if (words.length > 6) return null
  const fewest = Math.ceil(words.length / 2)
  for (let count = words.length - 1; count >= fewest; count--)
    for (let from = 0; from + count <= words.length; from++) {
      const kind = KINDS.get(words.slice(from, from + count).join(' '))
      if (kind && kind !== 'contact') return kind
    }
  return null
}

const withoutFiller = (key: string) =>
  key.replaceAll(/\b(my|and|et|und|y|e|en|the|of)\b ?/g, '').trim()

/** Words only: spread letters ("E D U C A T I O N") joined, numbering and marks gone. */
function keyOf(text: string): string {
  const spread = /^(?:\p{Lu} ){3,}\p{Lu}$/u.test(text.trim())
  const plain = spread ? text.replaceAll(' ', '') : text.replaceAll('&', ' and ')
  return wordsOf(plain)
    .map((word) => word.key)
    .join(' ')
    .replace(/^(?:\d+|[ivx]+) (?=\p{L}{3})/u, '')
}

function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines)
    if (size !== undefined) letters.set(size, (letters.get(size) ?? 0) + text.length)
  let usual = 0
  let most = 0
  for (const [size, count] of letters)
    if (count > most) {
      usual = size
      most = count
    }
  return usual
}
