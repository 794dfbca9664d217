import { equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { skillName, skillSimilarity } from './similarity.ts'
import { SAME_SKILL } from './skills.ts'

const likeness = (asked: string, have: string) => skillSimilarity(skillName(asked), skillName(have))

for (const [asked, have, because] of [
  ['PostgreSQL', 'postgresql', 'case'],
  ['PostgreSQL', 'Postgres', 'an alias'],
  ['Audio Visual', 'audio-visual', 'punctuation, though no taxonomy knows it'],
] as const) {
  test(`${have} is ${asked}: ${because}`, () => equal(likeness(asked, have), 1))
}

for (const [asked, have, because] of [
  ['JavaScript', 'TypeScript', 'implied'],
  ['Bookkeepping ledgers', 'Bookkeeping ledgers', 'a slip of the pen'],
  ['stakeholder negotiation', 'senior stakeholder negotiation', 'the same with a word more'],
] as const) {
  test(`${have} counts for ${asked}: ${because}`, () => {
    const got = likeness(asked, have)
    ok(got > SAME_SKILL && got < 1, String(got))
  })
}

for (const [asked, have, because] of [
  ['Java', 'JavaScript', 'known as different'],
  ['JavaScript', 'Java', 'known as different'],
  ['C', 'C++', 'known as different'],
  ['C#', 'C++', 'known as different'],
  ['React', 'JavaScript', 'implied only the other way'],
  ['Widget Server 2012', 'Widget Server 2016', 'numbers are no slips'],
  ['welding', 'wedding', 'a short word is easily another'],
] as const) {
  test(`${have} does not count for ${asked}: ${because}`, () => {
    ok(likeness(asked, have) <= SAME_SKILL)
  })
}

test('meaning counts only where the taxonomy does not know both', () => {
  const close = () => 0.9
  equal(skillSimilarity(skillName('Java'), skillName('JavaScript'), close), 0)
  equal(skillSimilarity(skillName('grape pruning'), skillName('vine care'), close), 0.9)
})
