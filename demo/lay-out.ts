import { WORDING, type Wording } from './ingredients/wording.data.ts'
import type { Held, Month, Resume } from './resume.ts'
import { type Seeded, seeded } from './seeded.ts'

/** What a document is written from, whatever its kind. */
export type Block =
  | { readonly kind: 'name' | 'heading' | 'text' | 'bullet' | 'hidden'; readonly text: string }
  /** The head of a position: what is printed bold, and what stands at the right margin */
  | { readonly kind: 'entry'; readonly text: string; readonly right: string }

export interface Layout {
  readonly language: Resume['language']
  /** Contact, skills and the like: beside the rest where there are two columns, else '' has it all in main */
  readonly side: readonly Block[]
  readonly main: readonly Block[]
}

const DATE_FORMS = ['short', 'long', 'slashed', 'iso', 'years'] as const
type DateForm = (typeof DATE_FORMS)[number]

interface Look {
  readonly random: Seeded
  readonly wording: Wording
  readonly dates: DateForm
  readonly entry: 'title_company' | 'company_title' | 'bars'
  readonly capitals: boolean
  readonly skillsFirst: boolean
}

/** Each applicant has a hand of their own: form of dates, order of parts, heads of positions. */
export function layOut(
  resume: Resume,
  { seed, sidebar }: { seed: string; sidebar: boolean },
): Layout {
  const random = seeded(`layout ${seed}`)
  const look: Look = {
    random,
    wording: WORDING[resume.language],
    dates: random.pick(DATE_FORMS),
    entry: random.pick(['title_company', 'company_title', 'bars']),
    capitals: random.chance(0.35),
    skillsFirst: random.chance(0.4),
  }
  const { language } = resume
  const head: Block[] = [{ kind: 'name', text: resume.person.name }]
  if (resume.headline) head.push({ kind: 'text', text: resume.headline })
  const facts = [
    ...skills(resume, look),
    ...list(look, 'certificates', resume.certificates),
    ...list(look, 'languages', resume.languages),
  ]
  const hidden: Block[] = resume.hidden ? [{ kind: 'hidden', text: resume.hidden }] : []
  const story = [...experience(resume, look), ...education(resume, look)]
  if (sidebar)
    return {
      language,
      side: [...contact(resume, false), ...facts],
      main: [...head, ...summary(resume, look), ...story, ...hidden],
    }
  const body = look.skillsFirst ? [...facts, ...story] : [...story, ...facts]
  const top = [...head, ...contact(resume, random.chance(0.5)), ...summary(resume, look)]
  return { language, side: [], main: [...top, ...body, ...hidden] }
}

function contact({ person }: Resume, inOneLine: boolean): Block[] {
  const { place, phone, email } = person
  const items = [place, phone, email].filter((item) => item !== null)
  const lines = inOneLine ? [items.join(' | ')] : items
  return lines.map((text) => ({ kind: 'text', text }))
}

type Part = 'summary' | 'experience' | 'education' | 'skills' | 'certificates' | 'languages'

function heading({ wording, capitals }: Look, part: Part): Block {
  const text = wording[part]
  return { kind: 'heading', text: capitals ? text.toLocaleUpperCase('en') : text }
}

function summary({ summary: text }: Resume, look: Look): Block[] {
  return text === null ? [] : [heading(look, 'summary'), { kind: 'text', text }]
}

function skills({ skills: names }: Resume, look: Look): Block[] {
  if (names.length === 0) return []
  const inLine = look.random.chance(0.6)
  const blocks: Block[] = inLine
    ? [{ kind: 'text', text: names.join(', ') }]
    : names.map((text) => ({ kind: 'bullet', text }))
  return [heading(look, 'skills'), ...blocks]
}

function list(look: Look, part: Part, items: readonly string[]): Block[] {
  if (items.length === 0) return []
  return [heading(look, part), ...items.map((text) => ({ kind: 'bullet' as const, text }))]
}

function experience({ held }: Resume, look: Look): Block[] {
  if (held.length === 0) return []
  const blocks = held.flatMap((one) => [
    ...position(one, look),
    ...one.duties.map((text) => ({ kind: 'bullet' as const, text })),
  ])
  return [heading(look, 'experience'), ...blocks]
}

function position({ title, company, place, from, to }: Held, look: Look): Block[] {
  const right = range({ from, to }, look)
  if (look.entry === 'title_company')
    return [{ kind: 'entry', text: `${title}, ${company}`, right }]
  if (look.entry === 'company_title')
    return [
      { kind: 'entry', text: `${company}, ${place}`, right },
      { kind: 'text', text: title },
    ]
  return [
    { kind: 'entry', text: `${title} | ${company} | ${place}`, right: '' },
    { kind: 'text', text: right },
  ]
}

function education({ studied }: Resume, look: Look): Block[] {
  if (studied.length === 0) return []
  const blocks = studied.map(
    ({ degree, school, year }): Block => ({
      kind: 'entry',
      text: `${degree}, ${school}`,
      right: String(year),
    }),
  )
  return [heading(look, 'education'), ...blocks]
}

function range({ from, to }: Pick<Held, 'from' | 'to'>, look: Look): string {
  const end = to === null ? look.wording.present : monthText(to, look)
  const start = monthText(from, look)
  if (start === end) return start
  return look.dates === 'long' ? `${start} ${look.wording.until} ${end}` : `${start} – ${end}`
}

function monthText(month: Month, { dates, wording }: Look): string {
  const year = Math.floor(month / 12)
  const index = month % 12
  const digits = String(index + 1).padStart(2, '0')
  switch (dates) {
    case 'short':
      return `${wording.monthsShort[index]} ${year}`
    case 'long':
      return `${wording.months[index]} ${year}`
    case 'slashed':
      return `${digits}/${year}`
    case 'iso':
      return `${year}-${digits}`
    case 'years':
      return String(year)
  }
}
