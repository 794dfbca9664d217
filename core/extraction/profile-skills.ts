import { monthsCovered, spanOf, toYears, yearOf } from '../domain/months.ts'
import type { Experience, ProfileSkill } from '../domain/profile.ts'
import { findSkill, impliedBy, skillsIn } from '../taxonomy/skills.ts'
import type { Line } from './line.ts'
import { textOf } from './line.ts'
import type { ListedSkill } from './skill-list.ts'

interface SkillsIn {
  readonly listed: readonly ListedSkill[]
  readonly experience: readonly Experience[]
  /** Other lines that may name skills: the summary, projects */
  readonly told: readonly Line[]
  readonly asOf: string
}

/** All skills of a person: listed, shown in a job, told, and those that others imply; each once, in that order. */
export function profileSkills({
  listed,
  experience,
  told,
  asOf,
}: SkillsIn): readonly ProfileSkill[] {
  const skills = new Map<string, ProfileSkill>()
  const use = useOf(experience, asOf)
  const add = (skill: ListedSkill) => {
    if (skills.has(skill.name)) return
    const shown = use.get(skill.name)
    skills.set(skill.name, {
      ...skill,
      years: skill.years ?? shown?.years ?? null,
      lastUsed: shown?.lastUsed ?? null,
      inferred: false,
      inferredFrom: null,
    })
  }
  for (const skill of listed) add(skill)
  for (const one of experience) for (const name of one.skills) add(plain(name))
  for (const { skill } of skillsIn(textOf(told))) add(plain(skill.name))
  for (const from of [...skills.values()]) {
    if (!from.matched) continue
    for (const name of impliedBy(from.name)) {
      if (skills.has(name)) continue
      const { years, lastUsed } = from
      skills.set(name, { ...plain(name), years, lastUsed, inferred: true, inferredFrom: from.name })
    }
  }
  return [...skills.values()]
}

const plain = (name: string) => {
  const skill = findSkill(name)
  return {
    name,
    matched: skill !== null,
    category: skill?.category ?? null,
    proficiency: null,
    years: null,
  }
}

/** How long and until when each skill shows in dated jobs. */
function useOf(experience: readonly Experience[], asOf: string) {
  const names = new Set(experience.flatMap((one) => one.skills))
  const use = new Map<string, { years: number; lastUsed: number }>()
  for (const name of names) {
    const spans = experience
      .filter((one) => one.skills.includes(name))
      .flatMap((one) => spanOf(one, asOf) ?? [])
    if (spans.length === 0) continue
    const lastUsed = yearOf(Math.max(...spans.map((span) => span.to)))
    use.set(name, { years: toYears(monthsCovered(spans)), lastUsed })
  }
  return use
}
