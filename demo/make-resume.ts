import { HOMES, SCHOOLS } from './ingredients/names.data.ts'
import {
  BUZZWORD_DUTIES,
  BUZZWORDS,
  HIDDEN_TEXTS,
  INJECTION,
  OTHER_TRADES,
  type Trade,
} from './ingredients/other-trades.data.ts'
import { WORDING } from './ingredients/wording.data.ts'
import type { Planned, Quality } from './plan.ts'
import { professionIn } from './professions.ts'
import type { Held, Month, Person, Profession, Resume } from './resume.ts'
import { type Seeded, seeded } from './seeded.ts'

type Rank = keyof Profession['titles']

interface Shape {
  /** Ranks held, newest first */
  readonly ranks: readonly Rank[]
  /** Years in each position, from .. to */
  readonly years: readonly [number, number]
  readonly core: readonly [number, number]
  readonly beside: readonly [number, number]
  /** Shares of the skills that are listed */
  readonly coreSkills: number
  readonly besideSkills: number
}

const SOLID: Shape = {
  ranks: ['mid', 'mid', 'junior'],
  years: [2, 3],
  core: [2, 3],
  beside: [1, 2],
  coreSkills: 0.75,
  besideSkills: 0.4,
}

/** Qualities that are a career in the profession itself */
const SHAPES: Readonly<Partial<Record<Quality, Shape>>> = {
  strong: {
    ranks: ['lead', 'senior', 'mid', 'junior'],
    years: [2, 4],
    core: [3, 5],
    beside: [0, 1],
    coreSkills: 1,
    besideSkills: 0.2,
  },
  solid: SOLID,
  gaps: SOLID,
  overlapping: SOLID,
  partial: {
    ranks: ['mid', 'junior'],
    years: [1, 3],
    core: [0, 2],
    beside: [2, 4],
    coreSkills: 0.4,
    besideSkills: 0.7,
  },
  junior: {
    ranks: ['junior'],
    years: [0, 1],
    core: [0, 1],
    beside: [2, 3],
    coreSkills: 0.4,
    besideSkills: 0.6,
  },
}

const NEWEST: Month = 2026 * 12 + 7

/** One applicant's résumé, uneven as its quality says. */
export function makeResume(planned: Planned, person: Person): Resume {
  const random = seeded(`resume ${planned.number}`)
  const profession = professionIn(planned.profession, planned.language)
  const basis = { random, profession, planned }
  const career = careerOf(basis)
  const { language, quirk } = planned
  const oldest = career.held.at(-1)?.from ?? NEWEST
  const years = Math.max(1, Math.round((NEWEST - oldest) / 12))
  const summary = summaryOf(basis, years)
  const hidden = quirk === 'hidden_text' ? HIDDEN_TEXTS[planned.profession] : null
  return {
    language,
    person: quirk === 'no_contact' ? { ...person, email: null, phone: null } : person,
    headline: random.chance(0.5) ? (career.held[0]?.title ?? null) : null,
    ...career,
    summary: quirk === 'injection' ? `${summary ?? ''} ${INJECTION}`.trim() : summary,
    languages: random.chance(0.6) ? random.take(WORDING[language].spoken.slice(1), 2) : [],
    hidden,
  }
}

interface Basis {
  readonly random: Seeded
  readonly profession: Profession
  readonly planned: Planned
}

type Career = Pick<Resume, 'held' | 'studied' | 'skills' | 'certificates'>

function careerOf(basis: Basis): Career {
  const { quality } = basis.planned
  const shape = SHAPES[quality]
  if (shape) return inProfession(basis, shape)
  switch (quality) {
    case 'changer':
      return fromAnotherTrade(basis)
    case 'sparse':
      return sparse(basis)
    case 'buzzwords':
      return buzzwords(basis)
    default:
      return inTrade(basis.random, basis.random.pick(OTHER_TRADES))
  }
}

function inProfession({ random, profession, planned }: Basis, shape: Shape): Career {
  const { core, beside, coreSkills, besideSkills, degrees, certificates } = profession
  const ranks = shape.ranks.slice(0, Math.max(1, shape.ranks.length - random.int(0, 1)))
  const cores = random.take(core, core.length)
  const besides = random.take(beside, beside.length)
  const companies = random.take(profession.companies, ranks.length)
  const dates = datesOf(random, {
    count: ranks.length,
    years: shape.years,
    quality: planned.quality,
  })
  const held = ranks.map((rank, nth): Held => {
    const duties = [
      ...cores.splice(0, random.int(...shape.core)),
      ...besides.splice(0, random.int(...shape.beside)),
    ]
    return {
      title: random.pick(profession.titles[rank]),
      company: companies[nth % companies.length]!,
      place: placeIn(planned, random),
      ...dates[nth]!,
      duties: duties.map((duty) => withNumbers(duty, random)),
    }
  })
  const first = held.at(-1)!.from
  const school = {
    school: random.pick<string>(SCHOOLS[planned.language]),
    year: Math.floor(first / 12),
  }
  const share = (list: readonly string[], part: number) =>
    random.take(list, Math.max(2, Math.round(list.length * part)))
  return {
    held,
    studied: random.chance(0.9) ? [{ degree: random.pick(degrees), ...school }] : [],
    skills: [...share(coreSkills, shape.coreSkills), ...share(besideSkills, shape.besideSkills)],
    certificates: random.take(certificates, planned.quality === 'strong' ? 2 : random.int(0, 1)),
  }
}

const placeIn = ({ language }: Planned, random: Seeded): string =>
  random.pick<{ place: string }>(HOMES[language]).place

interface Dates {
  readonly count: number
  readonly years: readonly [number, number]
  readonly quality: Quality
}

/** Newest first, one after the other; with a hole or with two at once where the quality says so. */
function datesOf(random: Seeded, { count, years, quality }: Dates): Pick<Held, 'from' | 'to'>[] {
  let end: Month | null = random.chance(0.75) ? null : NEWEST - random.int(1, 5)
  return Array.from({ length: count }, (_, nth) => {
    const to = end
    const months = Math.max(5, random.int(years[0] * 12, years[1] * 12 + 11))
    const from = (to ?? NEWEST) - months
    end = from - random.int(0, 3)
    if (quality === 'gaps' && nth === 0) end = from - random.int(22, 46)
    if (quality === 'overlapping' && nth === 0) end = from + random.int(6, Math.min(14, months - 1))
    return { from, to }
  })
}

const EXAMS: Readonly<Record<Planned['profession'], string>> = {
  engineer: 'Certificate in Software Development (evening course)',
  nurse: 'Accelerated BSc Nursing',
  accountant: 'AAT Level 3 Diploma in Accounting',
  warehouse: 'Certificate in Warehousing and Storage',
}

function fromAnotherTrade(basis: Basis): Career {
  const { random, profession, planned } = basis
  const before = inTrade(random, random.pick(OTHER_TRADES))
  const start = NEWEST - random.int(9, 22)
  const shift = Math.max(0, (before.held[0]!.to ?? NEWEST) - start + random.int(3, 12))
  const moved = before.held.map((held) => ({
    ...held,
    from: held.from - shift,
    to: (held.to ?? NEWEST) - shift,
  }))
  const duties = [...random.take(profession.core, 2), ...random.take(profession.beside, 1)]
  const now: Held = {
    title: profession.titles.junior[0]!,
    company: random.pick(profession.companies),
    place: placeIn(planned, random),
    from: start,
    to: null,
    duties: duties.map((duty) => withNumbers(duty, random)),
  }
  const exam = {
    degree: EXAMS[planned.profession],
    school: random.pick<string>(SCHOOLS.en),
    year: Math.floor(start / 12),
  }
  return {
    held: [now, ...moved],
    studied: [exam, ...before.studied],
    skills: [...random.take(profession.coreSkills, 4), ...before.skills.slice(0, 3)],
    certificates: random.take(profession.certificates, 1),
  }
}

function inTrade(random: Seeded, trade: Trade): Career {
  const dates = datesOf(random, { count: 2, years: [2, 5], quality: 'wrong_trade' })
  const duties = random.take(trade.duties, trade.duties.length)
  const half = Math.ceil(duties.length / 2)
  const held = dates.map(
    (when, nth): Held => ({
      title: random.pick(trade.titles),
      company: trade.companies[nth % trade.companies.length]!,
      place: random.pick<{ place: string }>(HOMES.en).place,
      ...when,
      duties: duties.slice(nth * half, (nth + 1) * half).map((duty) => withNumbers(duty, random)),
    }),
  )
  const year = Math.floor(held.at(-1)!.from / 12)
  const school = random.pick<string>(SCHOOLS.en)
  return {
    held,
    studied: [{ degree: trade.degree, school, year }],
    skills: trade.skills,
    certificates: [],
  }
}

function sparse(basis: Basis): Career {
  const { held, skills } = inProfession(basis, SOLID)
  const [last] = held
  return {
    held: last ? [{ ...last, duties: [] }] : [],
    studied: [],
    skills: skills.slice(0, basis.random.int(0, 3)),
    certificates: [],
  }
}

function buzzwords({ random, profession, planned }: Basis): Career {
  const dates = datesOf(random, { count: 2, years: [1, 2], quality: planned.quality })
  const held = dates.map(
    (when, nth): Held => ({
      title: ['Strategy Consultant', 'Innovation Manager'][nth]!,
      company: ['Zenith Mindset Partners', 'Blue Summit Consulting'][nth]!,
      place: random.pick<{ place: string }>(HOMES.en).place,
      ...when,
      duties: random.take(BUZZWORD_DUTIES, 2),
    }),
  )
  // Lists all that the job asks for; no position shows any of it.
  const skills = [...profession.coreSkills, 'Leadership', 'Strategic Planning']
  return { held, studied: [], skills, certificates: [] }
}

function summaryOf({ random, profession, planned }: Basis, years: number): string | null {
  switch (planned.quality) {
    case 'buzzwords':
      return random.take(BUZZWORDS, 2).join(' ')
    case 'sparse':
      return null
    case 'changer':
      return 'After years in another trade I have retrained and now look for a place to grow.'
    case 'wrong_trade':
      return random.chance(0.5)
        ? 'I am reliable, learn fast and would like to try something new.'
        : null
    default: {
      const text = random.pick(profession.summaries).replace('{years}', String(years))
      // "1 years" is written by nobody
      return random.chance(0.75) && years > 1 ? text : null
    }
  }
}

/** `{2-9}` becomes a number from 2 to 9. */
const withNumbers = (text: string, random: Seeded): string =>
  text.replaceAll(/\{(\d+)-(\d+)\}/g, (_, from, to) => {
    const number = random.int(Number(from), Number(to))
    // Large figures are remembered round
    return String(number >= 200 ? Math.round(number / 10) * 10 : number)
  })
