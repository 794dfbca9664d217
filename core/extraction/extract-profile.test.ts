import { expect, test } from 'vitest'
import { extractProfile } from './extract-profile.ts'

const HEAD = 'Nora Fennimore\nStaff Nurse\nLeeds, UK | nora.fennimore@example.com | 0113 496 0999\n'

const lines = (text: string) => text.split('\n').map((line) => ({ text: line.trim(), page: 1 }))
const extract = (text: string, language = 'en') =>
  extractProfile(lines(text), {
    asOf: '2024-06-15',
    language,
    findPhones: (line) => line.match(/0113[\d ]+\d/g) ?? [],
  })
const jobs = (text: string) =>
  extract(text).experience.map((job) => [job.title, job.company, job.start, job.end])

test('name and contact data stand at the head', () => {
  const { fullName, contact } = extract(
    `${HEAD}\nExperience\nNurse, Oakfield Hospital, 2019 - 2020`,
  )
  expect(fullName).toBe('Nora Fennimore')
  expect(contact).toEqual({
    emails: ['nora.fennimore@example.com'],
    phones: ['0113 496 0999'],
    links: [],
    location: 'Leeds, UK',
  })
})

const TWO = [
  ['Ward Sister', 'Oakfield Hospital', '2021-03', 'present'],
  ['Staff Nurse', 'Larkspur Clinic', '2017-01', '2021-02'],
]
for (const [layout, text] of [
  [
    'title, employer and dates on one line',
    `Ward Sister, Oakfield Hospital\tMar 2021 – present
    • Led a ward
    Staff Nurse, Larkspur Clinic\tJan 2017 – Feb 2021
    • Cared for adults`,
  ],
  [
    'employer above, title and dates below',
    `Oakfield Hospital\tLeeds, UK
    Ward Sister\t03/2021 - current
    • Led a ward of 24 beds
    Larkspur Clinic\tYork, UK
    Staff Nurse\t01/2017 - 02/2021`,
  ],
  [
    'one below the other, the dates last',
    `Ward Sister
    Oakfield Hospital
    March 2021 – Present
    • Led a ward.
    Staff Nurse
    Larkspur Clinic
    January 2017 – February 2021`,
  ],
  [
    'dates first',
    `2021-03 – present\tWard Sister
    Oakfield Hospital, Leeds, UK
    • Led a ward
    2017-01 – 2021-02\tStaff Nurse
    Larkspur Clinic, York, UK`,
  ],
  [
    'a numbered list, dates in parentheses',
    `1. Ward Sister at Oakfield Hospital (Mar 2021 - present)
    2. Staff Nurse at Larkspur Clinic (Jan 2017 - Feb 2021)`,
  ],
  [
    'bars between',
    `Ward Sister | Oakfield Hospital | Leeds, UK | Mar 2021 – now
    Staff Nurse | Larkspur Clinic | York, UK | Jan 2017 – Feb 2021`,
  ],
] as const) {
  test(`jobs are found with ${layout}`, () => {
    expect(
      jobs(`${HEAD}\nWork Experience\n${text}\n\nEducation\nBSc Nursing, University of York, 2016`),
    ).toEqual(TWO)
  })
}

test('skills under each job do not end the jobs', () => {
  const text = `${HEAD}
  EXPERIENCE
  Ward Sister, Oakfield Hospital  Mar 2021 - present
  Skills: Triage, Wound care
  Staff Nurse, Larkspur Clinic  Jan 2017 - Feb 2021
  Skills: Phlebotomy`
  expect(jobs(text)).toEqual(TWO)
})

test('what a job shows counts as long as the job; overlaps count once', () => {
  const { skills, yearsOfExperience } = extract(`Experience
  Nurse, Oakfield Hospital, Jan 2020 - Dec 2021
  • Wound care and triage
  Nurse, Larkspur Clinic, Jan 2021 - Dec 2022
  • Wound care`)
  const woundCare = skills.find(({ name }) => name === 'Wound Care')
  expect([woundCare?.years, woundCare?.lastUsed, yearsOfExperience]).toEqual([3, 2022, 3])
})

test('listed skills: known ones by their name, others as written, levels and years noted', () => {
  const { skills } = extract(`Skills
  Languages: Postgres (expert), K8s – 5 years, Underwater basketry`)
  expect(skills.filter(({ inferred }) => !inferred)).toMatchObject([
    { name: 'PostgreSQL', matched: true, proficiency: 'expert' },
    { name: 'Kubernetes', matched: true, years: 5 },
    { name: 'Underwater basketry', matched: false },
  ])
  expect(skills.find(({ name }) => name === 'Docker')?.inferredFrom).toBe('Kubernetes')
})

test('education: degree, level, field, school and year', () => {
  const { education } = extract(`Education
  Master of Science in Computer Science\t2016 - 2018
  University of Larkspur
  B.A. History, Elmwater College, 2014`)
  expect(education).toEqual([
    {
      institution: 'University of Larkspur',
      degree: 'Master of Science in Computer Science',
      level: 'master',
      field: 'Computer Science',
      year: 2018,
    },
    {
      institution: 'Elmwater College',
      degree: 'B.A. History',
      level: 'bachelor',
      field: 'History',
      year: 2014,
    },
  ])
})

test('German headings, dates and titles', () => {
  const profile = extract(
    `Jörg Vossebrecht
    jv@example.org
    Berufserfahrung
    Krankenpfleger, Klinikum Auental\tMärz 2019 bis heute
    • Leitung der Station
    Ausbildung
    Ausbildung zum Krankenpfleger, Berufsschule Erlenpark, 2018
    Sprachen
    Deutsch (Muttersprache), Englisch (B2)`,
    'de',
  )
  expect(profile.experience[0]).toMatchObject({
    title: 'Krankenpfleger',
    company: 'Klinikum Auental',
    start: '2019-03',
    end: 'present',
  })
  expect(profile.languages).toEqual([
    { name: 'German', level: 'Muttersprache' },
    { name: 'English', level: 'B2' },
  ])
})

test('nobody is invented: text that is no résumé has no person in it', () => {
  const { fullName, experience, education } = extract('Quarterly Report\nSales rose in March 2020.')
  expect([fullName, experience, education]).toEqual([null, [], []])
})
