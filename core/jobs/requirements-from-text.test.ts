import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'vitest'
import { ROLE, requirementsFromText } from './requirements-from-text.ts'

const JOB = `We build ledgers for banks. Our office has a gym.

Responsibilities:
- Run the on-call rota
- Build services in Java

Requirements:
- 5+ years of experience with PostgreSQL
- Kafka
- Excellent skills in Beekeeping: hives and swarms
- At least 3 years as a Site Reliability Engineer
- 7 years of professional experience
- Bachelor's degree in Computer Science or Mathematics

Nice to have:
- Kubernetes
`
const read = requirementsFromText('Senior TypeScript Engineer', JOB)
const named = (name: string) => read.skills.find((skill) => skill.name === name)

test('what stands under requirements is required, under nice to have it is not', () => {
  deepEqual([named('Kafka')?.required, named('Kubernetes')?.required], [true, false])
})

test('the title names what the job is about; duties only mention', () => {
  deepEqual([named('TypeScript')?.weight, named('Java')?.weight], [2, 0.5])
})

test('years go with the skill that follows them, the role, or work as a whole', () => {
  equal(named('PostgreSQL')?.minYears, 5)
  const role = named('Site Reliability Engineer')
  deepEqual([role?.category, role?.minYears], [ROLE, 3])
  deepEqual(read.experience, { minYears: 7, seniority: 'senior', preferredIndustries: [] })
})

test('a listed skill that no taxonomy knows is asked as it is written', () => {
  equal(named('Beekeeping')?.required, true)
})

test('the lowest degree that is enough, and the fields', () => {
  deepEqual(read.education, {
    minDegree: 'bachelor',
    preferredFields: ['Computer Science', 'Mathematics'],
  })
})

test('wording inside a sentence makes a plus', () => {
  const { skills } = requirementsFromText(
    'Nurse',
    'You know Python. Experience with Kotlin is a plus.',
  )
  deepEqual(
    skills.map(({ name, required }) => [name, required]),
    [
      ['Python', true],
      ['Kotlin', false],
    ],
  )
})

test('a job that asks nothing asks nothing', () => {
  deepEqual(requirementsFromText('', 'Come as you are.'), {
    skills: [],
    education: null,
    experience: null,
  })
})
