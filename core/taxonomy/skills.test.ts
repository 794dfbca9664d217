import { expect, test } from 'vitest'
import { findSkill, impliedBy, SKILLS, skillsIn } from './skills.ts'

const named = (text: string) => skillsIn(text).map(({ skill }) => skill.name)

test('the table is worth having: 900 names, each implied skill exists, no name twice', () => {
  const names = new Set(SKILLS.map((skill) => skill.name))
  expect(SKILLS.length).toBeGreaterThanOrEqual(900)
  expect(names.size).toBe(SKILLS.length)
  const unknown = SKILLS.flatMap((skill) => skill.implies.filter((name) => !names.has(name)))
  expect(unknown).toEqual([])
})

test('every name finds itself', () => {
  expect(SKILLS.filter(({ name }) => findSkill(name)?.name !== name).map((s) => s.name)).toEqual([])
})

for (const [text, name, because] of [
  ['Postgres', 'PostgreSQL', 'an alias'],
  ['JAVASCRIPT', 'JavaScript', 'case aside'],
  ['Java', 'Java', 'never JavaScript'],
  ['node js', 'Node.js', 'punctuation aside'],
  ['REST APIs', 'REST', 'a plural'],
  ['C', 'C', 'alone it is meant'],
  ['c++', 'C++', 'the plus signs count'],
  ['.NET Core', '.NET', 'the dot counts'],
  ['Krankenpflege', 'Nursing', 'another language'],
  ['juggling', null, 'not in the table'],
  ['', null, 'nothing'],
] as const) {
  test(`findSkill ${JSON.stringify(text)}: ${because}`, () => {
    expect(findSkill(text)?.name ?? null).toBe(name)
  })
}

for (const [text, names, because] of [
  ['Python, Go, R and C/C++', ['Python', 'Go', 'R', 'C', 'C++'], 'a list of short names'],
  ['I go above and beyond. Go team!', [], 'prose is no programming language'],
  ['Hepatitis C screening in section R', [], 'letters are no languages'],
  ['Led R&D and C-level talks', [], 'R&D is not R'],
  ['I excel at work and have access to word of mouth', [], 'verbs are no programs'],
  ['Skills: Excel, Word, Access', ['Excel', 'Word', 'Access'], 'in a list they are'],
  ['Used Spring Boot with Java', ['Spring Boot', 'Java'], 'the longest name wins'],
  ['JavaScript only', ['JavaScript'], 'never Java inside'],
  ['Foo.js and Express.js', ['Express.js'], 'an ending is no skill'],
  ['machine,learning', [], 'a name does not run over a comma'],
] as const) {
  test(`skillsIn ${JSON.stringify(text)}: ${because}`, () => {
    expect(named(text)).toEqual(names)
  })
}

test('mentions say where they stand', () => {
  const text = 'Five years of amazon web services.'
  const [mention] = skillsIn(text)
  expect(text.slice(mention!.start, mention!.end)).toBe('amazon web services')
})

test('implied skills are followed through', () => {
  expect([...impliedBy('Next.js')].sort()).toEqual(['JavaScript', 'React'])
  expect(impliedBy('no such skill')).toEqual([])
})
