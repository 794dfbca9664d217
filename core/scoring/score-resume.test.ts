import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { anExperience, aProfile, aResume, aSkill } from '../../test/builders/a-resume.ts'
import type { Requirements } from '../events/events.generated.ts'
import { jobFacts, type ScoredJob } from './job-facts.ts'
import { resumeFacts } from './resume-facts.ts'
import { scoreResume } from './score-resume.ts'
import { FORMULA_WEIGHTS } from './weights.ts'

const asks = (name: string, given: Partial<Requirements['skills'][number]> = {}) => ({
  name,
  category: null,
  required: true,
  minYears: null,
  minProficiency: null,
  weight: 1,
  ...given,
})

const aJob = (requirements: Partial<Requirements>, given: Partial<ScoredJob> = {}) =>
  jobFacts({
    title: 'Welder',
    description: 'Joins steel.',
    requirements: { skills: [], education: null, experience: null, ...requirements },
    cultureAttributes: [],
    weights: FORMULA_WEIGHTS,
    ...given,
  })

const score = (job: ReturnType<typeof aJob>, resume = aResume()) =>
  scoreResume({
    job,
    resume: resumeFacts(resume.profile, resume.text),
    appliedYear: 2024,
    meaning: { cosine: 0.5 },
  })

const holding = (...skills: ReturnType<typeof aSkill>[]) =>
  aResume({ text: '', profile: aProfile({ skills }) })

for (const [asked, held, points, because] of [
  [asks('Kafka'), aSkill('Kafka', { proficiency: 'expert' }), 100, 'exact, deep, in use'],
  [asks('Kafka'), aSkill('Kafka'), 75, 'no level stated'],
  [
    asks('Kafka'),
    aSkill('Kafka', { proficiency: 'expert', lastUsed: 2021 }),
    70,
    'not for 3 years',
  ],
  [asks('Kafka', { minYears: 4 }), aSkill('Kafka', { years: 3 }), 75, 'three of four years'],
  [asks('Java'), aSkill('JavaScript', { proficiency: 'expert' }), 0, 'another skill'],
] as const) {
  test(`skills ${points}: ${because}`, () => {
    equal(score(aJob({ skills: [asked] }), holding(held)).components.skills, points)
  })
}

test('preferred skills do not count where some are required', () => {
  const skills = [asks('Kafka'), asks('Kubernetes', { required: false })]
  const held = aSkill('Kafka', { proficiency: 'expert' })
  equal(score(aJob({ skills }), holding(held)).components.skills, 100)
})

test('a skill that only the text names is a skill', () => {
  const resume = aResume({ text: 'Skills\nKafka, Welding', profile: aProfile() })
  equal(score(aJob({ skills: [asks('Kafka')] }), resume).components.skills, 75)
})

const worked = (industry: string, months: number) =>
  anExperience({ title: 'Senior Welder', start: '2015', months, industry })

for (const [experience, years, points, because] of [
  [[worked('energy', 60)], 5, 100, 'all years in the industry, the seniority'],
  [[worked('retail', 60)], 5, 66, 'another industry counts 0.7'],
  [[worked('energy', 12), worked('retail', 48)], 5, 80.8, 'each year by its own'],
  [[], null, null, 'no dates: null, never 0'],
] as const) {
  test(`experience ${points}: ${because}`, () => {
    const asked = { minYears: 5, seniority: 'senior', preferredIndustries: ['Energy'] }
    const profile = aProfile({ experience, yearsOfExperience: years })
    const { components } = score(aJob({ experience: asked }), aResume({ text: '', profile }))
    const got = components.experience
    equal(got === null ? null : Math.round(got * 10) / 10, points)
  })
}

test('what the job does not ask is null with its reason, and no lack', () => {
  const { missing, band } = score(aJob({}))
  deepEqual(
    missing.map(({ reason }) => reason),
    ['skills_not_asked', 'experience_not_asked', 'culture_not_asked'],
  )
  ok(band !== 'provisional')
})

test('culture that is asked and not judged makes the score provisional', () => {
  equal(score(aJob({}, { cultureAttributes: ['shares what it knows'] })).band, 'provisional')
})

test('a role is compared with positions held, and their years', () => {
  const role = asks('Senior Backend Engineer', { category: 'role', minYears: 6 })
  const [result] = score(aJob({ skills: [role] })).requirements
  deepEqual([result?.result, result?.years], ['partly', 4.5])
})

test('the summary has at most three sentences and no name', () => {
  const { summary } = score(aJob({ skills: [asks('Kafka'), asks('Kubernetes')] }))
  ok(summary.length > 0 && summary.length <= 3)
  ok(!/quillfeather|ada/i.test(summary.join(' ')))
})

test('every quote stands in the text, word for word', () => {
  const { text } = aResume()
  const { evidence } = score(aJob({ skills: [asks('Kafka'), asks('Postgres'), asks('Java')] }))
  equal(evidence.length, 3)
  for (const { quote, start, end } of evidence) equal(text.slice(start, end), quote)
})
