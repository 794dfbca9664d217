import type {
  EducationRequirement,
  ExperienceRequirement,
  Requirements,
  SkillRequirement,
} from '../events/events.generated.ts'
import { skillsIn } from '../taxonomy/skills.ts'
import { seniorityOf } from '../taxonomy/titles.ts'
import { degreesIn } from './degrees.ts'
import { type JobLine, linesOfJob } from './job-lines.ts'
import { type AskedYears, yearsIn } from './years-asked.ts'

/** A skill that the title names is what the job is about. */
const TITLE_WEIGHT = 2
/** A skill that is only mentioned among the duties. */
const MENTION_WEIGHT = 0.5
/** More than this many words say a duty, not a skill's name. */
const LONGEST_NAME = 6

/** What a role requirement's category says: it is compared with positions held, not with skills. */
export const ROLE = 'role'

/** What a job asks, read from its own words. A thing that it does not say is null or an empty list. */
export function requirementsFromText(title: string, description: string): Requirements {
  const lines = linesOfJob(description)
  const years = lines.map((line) => yearsIn(line.text))
  const skills = new Map<string, SkillRequirement>()
  for (const { skill } of skillsIn(title)) {
    add(skills, { ...plain(skill.name), category: skill.category, weight: TITLE_WEIGHT })
  }
  lines.forEach((line, nth) => {
    for (const found of skillsOfLine(line, years[nth]!)) add(skills, found)
  })
  return {
    skills: [...skills.values()],
    education: education(lines),
    experience: experience(title, years.flat()),
  }
}

const plain = (name: string): SkillRequirement => ({
  name,
  category: null,
  required: true,
  minYears: null,
  minProficiency: null,
  weight: 1,
})

function skillsOfLine(line: JobLine, years: readonly AskedYears[]): SkillRequirement[] {
  const required = line.kind !== 'preferred'
  const weight = line.kind === 'context' ? MENTION_WEIGHT : 1
  const roles = years.flatMap(({ role, years: minYears }) =>
    role === null ? [] : [{ ...plain(role), category: ROLE, required, minYears, weight }],
  )
  const mentions = skillsIn(line.text)
  const known = mentions.map(({ skill, start }) => {
    const minYears = years.find((asked) => asked.covers(start))?.years ?? null
    return { ...plain(skill.name), category: skill.category, required, minYears, weight }
  })
  const isName = line.item && line.kind !== 'context' && mentions.length === 0
  const name = isName && years.length === 0 ? nameOf(line.text) : null
  return [...roles, ...known, ...(name === null ? [] : [{ ...plain(name), required }])]
}

const PRAISE =
  'strong|excellent|good|solid|proven|basic|advanced|substantial|effective|demonstrated|deep|some'
const NOUNS =
  'proficient|proficiency|knowledge|experience|ability|skills?|expertise|familiarity|familiar|competent|competence|' +
  'competency|understanding|capacity|background|skilled|experienced'
const LEAD = new RegExp(
  `^(?:(?:${PRAISE})\\s+)*(?:(?:${NOUNS})\\s+(?:in|of|with|to|at|on)\\s+)?(?:(?:the|an?|use of|using)\\s+)?`,
  'i',
)

/** "Networking: TCP/IP and LAN" asks for "Networking". @returns null when the line is no name but a sentence */
function nameOf(line: string): string | null {
  const head = line.split(/:|\s[–—-]\s|\(/)[0]!
  const name = head
    .replace(LEAD, '')
    .replace(/\bskills?\s*$/i, '')
    .replace(/[.;,\s*]+$/, '')
    .trim()
  const words = name.split(/\s+/).length
  return name.length > 1 && words <= LONGEST_NAME && !DEGREE_OR_YEARS.test(name) ? name : null
}

const DEGREE_OR_YEARS = /\byears?\b|\bdegree\b|\bdiploma\b|\bbachelor|\bmaster['’]?s\b/i

/** A skill asked twice is asked once, in its strictest form. */
function add(skills: Map<string, SkillRequirement>, found: SkillRequirement): void {
  const key = found.name.toLowerCase()
  const before = skills.get(key)
  if (before === undefined) {
    skills.set(key, found)
    return
  }
  const years = [before.minYears, found.minYears].filter((each) => each !== null)
  skills.set(key, {
    ...before,
    required: before.required || found.required,
    minYears: years.length === 0 ? null : Math.max(...years),
    weight: Math.max(before.weight, found.weight),
  })
}

function education(lines: readonly JobLine[]): EducationRequirement | null {
  const found = lines
    .filter(({ kind }) => kind !== 'preferred')
    .flatMap((line) => degreesIn(line.text))
  if (found.length === 0) return null
  const lowest = found.toSorted((one, other) => one.rank - other.rank)[0]!
  return {
    minDegree: lowest.level,
    preferredFields: [...new Set(found.flatMap(({ fields }) => fields))],
  }
}

function experience(title: string, years: readonly AskedYears[]): ExperienceRequirement | null {
  const overall = years.filter(({ specific }) => !specific).map((asked) => asked.years)
  const minYears = overall.length === 0 ? null : Math.max(...overall)
  // "Developer" is mid for lack of a better word: that asks for nothing.
  const seniority = seniorityOf(title)
  const asked = seniority === 'mid' ? null : seniority
  if (minYears === null && asked === null) return null
  return { minYears, seniority: asked, preferredIndustries: [] }
}
