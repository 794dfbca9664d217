import { findSkill, skillsIn } from '../taxonomy/skills.ts'
import { BULLET } from './entry-parts.ts'
import type { Line } from './line.ts'

export interface ListedSkill {
  readonly name: string
  readonly matched: boolean
  readonly category: string | null
  readonly proficiency: 'beginner' | 'intermediate' | 'advanced' | 'expert' | null
  readonly years: number | null
}

const MOST_SKILLS = 150
const LONGEST_ITEM = 48

/** What a skills section lists: names of the taxonomy where it knows them, else as written. */
export function skillsListed(lines: readonly Line[]): readonly ListedSkill[] {
  const found = new Map<string, ListedSkill>()
  const add = (skill: ListedSkill) => {
    if (found.size < MOST_SKILLS && !found.has(skill.name)) found.set(skill.name, skill)
  }
  for (const item of itemsOf(lines)) for (const skill of readItem(item)) add(skill)
  return [...found.values()]
}

function itemsOf(lines: readonly Line[]): string[] {
  // A list broken for the page's width goes on in the next line.
  const joined: string[] = []
  for (const { text } of lines) {
    const last = joined.at(-1)
    if (last !== undefined && /,\s*$/.test(last))
      joined[joined.length - 1] = `${last} ${text.trim()}`
    else joined.push(text.trim())
  }
  return joined.flatMap((text) => {
    const bare = text.replace(BULLET, '').replace(LABEL, '')
    return splitOutsideParentheses(bare)
  })
}

// "Programming languages: Java, C" and its like: the label is no skill.
const LABEL = /^[\p{L}][\p{L}\p{N} &/+-]{2,40}[:：]\s+(?=\S)/u

function splitOutsideParentheses(text: string): string[] {
  const items: string[] = []
  let depth = 0
  let item = ''
  for (const sign of text) {
    if (sign === '(') depth++
    if (sign === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && /[,;|•·●▪■◦\t]/.test(sign)) {
      items.push(item)
      item = ''
    } else item += sign
  }
  return [...items, item]
    .map((one) =>
      one
        .trim()
        .replace(/^(?:and|und|et|y|e|&)\s+/i, '')
        .replace(/[.:]+$/, ''),
    )
    .filter((one) => one.length > 0)
}

const LEVELS: readonly (readonly [ListedSkill['proficiency'], RegExp])[] = [
  [
    'expert',
    /\b(expert|master|guru|experte|exzellent|excellent|proficient|experto)\b|★★★★★|●●●●●/i,
  ],
  [
    'advanced',
    /\b(advanced|strong|very good|sehr gut|avancé|avanzado|avançado|fortgeschritten|fluent|gevorderd|avanzato)\b|★★★★|●●●●/i,
  ],
  [
    'intermediate',
    /\b(intermediate|good|gut|intermédiaire|intermedio|intermediário|working knowledge|gemiddeld)\b|★★★|●●●/i,
  ],
  [
    'beginner',
    /\b(beginner|basic|basics|grundkenntnisse|familiar|débutant|notions|básico|base|basis|elementary|novice)\b|★|●/i,
  ],
]
const YEARS = /(\d{1,2})\+?\s*(?:years?|yrs?|jahre?n?|ans?|años?|anos|jaar|anni)\b/i

function readItem(item: string): ListedSkill[] {
  const note = /[(–—-]\s*([^()]*)\)?\s*$/.exec(item)?.[1] ?? ''
  const proficiency = LEVELS.find(([, pattern]) => pattern.test(note))?.[0] ?? null
  const years = YEARS.exec(item)?.[1]
  const facts = { proficiency, years: years ? Number(years) : null }
  const bare = item
    .replaceAll(/\s*\([^()]*\)/g, '')
    .replace(YEARS, '')
    .replace(/[★☆●○]+/g, '')
    .replace(/\s+[–—-]\s+.*$/, '')
    .trim()
  const whole = findSkill(item) ?? findSkill(bare)
  const inside = (text: string) => skillsIn(text).map(({ skill }) => skill)
  const skills = whole ? [whole, ...inside(noteList(item))] : inside(item)
  if (skills.length > 0)
    return skills.map(({ name, category }) => ({ name, matched: true, category, ...facts }))
  const words = bare.split(/\s+/).length
  if (bare.length < 2 || bare.length > LONGEST_ITEM || words > 5 || !/\p{L}/u.test(bare)) return []
  return [{ name: bare, matched: false, category: null, ...facts }]
}

// "Python (pandas, NumPy)": what stands in the parentheses is listed too.
const noteList = (item: string) => /\(([^()]*)\)/.exec(item)?.[1] ?? ''
