import type { Language, ProfessionKey } from './resume.ts'
import { seeded } from './seeded.ts'

export type Quality =
  | 'strong'
  | 'solid'
  | 'partial'
  | 'junior'
  | 'changer'
  | 'wrong_trade'
  | 'sparse'
  | 'gaps'
  | 'overlapping'
  | 'buzzwords'

export type DocumentKind =
  | 'pdf'
  | 'pdf_sidebar'
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'html'
  | 'txt'
  | 'txt_1252'
  | 'scan'
  | 'torn'
  | 'encrypted'
  | 'none'

/** What an applicant does that is not in the quality of the résumé. */
export type Quirk = 'hidden_text' | 'injection' | 'no_contact' | 'same_person'

export interface Planned {
  /** 1..200, in order of arrival */
  readonly number: number
  readonly profession: ProfessionKey
  readonly quality: Quality
  readonly kind: DocumentKind
  readonly language: Language
  readonly quirk: Quirk | null
}

export const PROFESSIONS: readonly ProfessionKey[] = [
  'engineer',
  'nurse',
  'accountant',
  'warehouse',
]

/** Of the 50 applications for each job */
const QUALITIES: Readonly<Record<Quality, number>> = {
  strong: 9,
  solid: 10,
  partial: 11,
  junior: 5,
  changer: 4,
  wrong_trade: 4,
  sparse: 2,
  gaps: 2,
  overlapping: 1,
  buzzwords: 2,
}

/** Of all 200; four places are given to files that cannot be read and to the one that is missing */
const KINDS: Readonly<Record<DocumentKind, number>> = {
  pdf: 58,
  pdf_sidebar: 34,
  docx: 42,
  odt: 16,
  rtf: 14,
  html: 18,
  txt: 10,
  txt_1252: 8,
  scan: 0,
  torn: 0,
  encrypted: 0,
  none: 0,
}

/** Each six: three of one language, then three of the other or none */
const FOREIGN: Readonly<Record<ProfessionKey, readonly Language[]>> = {
  engineer: ['de', 'de', 'de', 'es', 'es', 'es'],
  nurse: ['de', 'de', 'de', 'fr', 'fr', 'fr'],
  accountant: ['de', 'de', 'de', 'fr', 'fr', 'fr'],
  warehouse: ['de', 'de', 'de', 'es', 'es', 'es'],
}
const WRITTEN_ABROAD: readonly Quality[] = ['strong', 'solid', 'partial']

interface Oddity {
  readonly job: ProfessionKey
  readonly quality: Quality
  readonly kind?: DocumentKind
  readonly quirk?: Quirk
}

const ODDITIES: readonly Oddity[] = [
  { job: 'engineer', quality: 'partial', kind: 'docx', quirk: 'injection' },
  { job: 'engineer', quality: 'wrong_trade', kind: 'pdf', quirk: 'hidden_text' },
  { job: 'accountant', quality: 'junior', kind: 'pdf', quirk: 'hidden_text' },
  { job: 'warehouse', quality: 'solid', quirk: 'no_contact' },
  { job: 'nurse', quality: 'solid', kind: 'scan' },
  { job: 'accountant', quality: 'partial', kind: 'torn' },
  { job: 'engineer', quality: 'solid', kind: 'encrypted' },
  { job: 'warehouse', quality: 'partial', kind: 'none' },
  // The warehouse worker who has just passed an accounting exam tries both jobs.
  { job: 'warehouse', quality: 'changer', quirk: 'same_person' },
  { job: 'accountant', quality: 'changer', quirk: 'same_person' },
]

/** Who applies for what, in which form: 200 applications, the same at every run. */
export function plan(): readonly Planned[] {
  const random = seeded('plan')
  const kinds = random.take(bagOf(KINDS), 200)
  const qualities = new Map(PROFESSIONS.map((key) => [key, random.take(bagOf(QUALITIES), 50)]))
  const all = kinds.map((kind, at): Planned => {
    const profession = PROFESSIONS[at % PROFESSIONS.length]!
    const quality = qualities.get(profession)![Math.floor(at / PROFESSIONS.length)]!
    return { number: at + 1, profession, quality, kind, language: 'en', quirk: null }
  })
  const taken = new Set<number>()
  const change = (which: (one: Planned) => boolean, changes: Partial<Planned>) => {
    const found = all.findIndex((one) => !taken.has(one.number) && which(one))
    const one = all[found]!
    taken.add(one.number)
    all[found] = { ...one, ...changes }
  }
  for (const { job, quality, kind, quirk = null } of ODDITIES)
    change((one) => one.profession === job && one.quality === quality, {
      quirk,
      ...(kind === undefined ? {} : { kind }),
    })
  for (const job of PROFESSIONS)
    FOREIGN[job].forEach((language, nth) => {
      const quality = WRITTEN_ABROAD[nth % WRITTEN_ABROAD.length]
      change((one) => one.profession === job && one.quality === quality, { language })
    })
  return all
}

const bagOf = <Key extends string>(counts: Readonly<Record<Key, number>>): Key[] =>
  (Object.entries(counts) as [Key, number][]).flatMap(([key, count]) => Array<Key>(count).fill(key))
