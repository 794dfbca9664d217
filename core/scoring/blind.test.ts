import { deepEqual, equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { aProfile, aResume } from '../../test/builders/a-resume.ts'
import type { SealedProfile } from '../domain/profile.ts'
import { blindText } from './blind.ts'
import { embeddingTexts } from './embedding-text.ts'
import { jobFacts } from './job-facts.ts'
import { resumeFacts } from './resume-facts.ts'
import { scoreResume } from './score-resume.ts'
import { DEFAULT_WEIGHTS } from './weights.ts'

const { profile, text } = aResume()
const blind = blindText(profile, text)

for (const gone of [
  'Ada',
  'Quillfeather',
  'example.com',
  '7946',
  'Harbour',
  'Leith',
  'linkedin',
  'Quayside',
]) {
  test(`${gone} is blanked`, () => ok(!blind.includes(gone)))
}

for (const kept of [
  'Backend engineer',
  'PostgreSQL',
  'card payments',
  'Computer Science',
  '2019',
]) {
  test(`${kept} stays`, () => ok(blind.includes(kept)))
}

test('places stay what they were', () => {
  equal(blind.length, text.length)
  const at = text.indexOf('TypeScript')
  equal(blind.slice(at, at + 10), 'TypeScript')
})

for (const [line, because] of [
  ['Date of birth: 4 May 1971', 'age'],
  ['Gender: female', 'gender'],
  ['Nationality: Danish', 'nationality'],
  ['Adresse: Hauptstraße 5, Bonn', 'address'],
  ['Marital status: married', 'family'],
] as const) {
  test(`a line of ${because} is blanked`, () => {
    equal(blindText(null, `Experience\nWelder\n${line}`).trim(), 'Experience\nWelder')
  })
}

for (const [line, because] of [
  ['Welder, 01/2017 - 12/2019', 'dates'],
  ['Welder (2015-2017)', 'dates'],
  ['Welder, 2017-01 - 2019-12', 'dates'],
] as const) {
  test(`${line} stays: ${because} are no telephone`, () => {
    equal(blindText(null, `${line}\nExperience\n${line}`), `${line}\nExperience\n${line}`)
  })
}

for (const number of ['01793 555 123', '(212) 555-0187', '+49 30 1234567', '020 7946 0958']) {
  test(`${number} is blanked`, () => {
    equal(blindText(null, `Experience\ncall ${number}`).trim(), 'Experience\ncall')
  })
}

test('a name that is a word of work stays where it is one', () => {
  const baker = aProfile({ fullName: 'Ruby Baker' })
  const words = blindText(baker, 'Ruby Baker\nExperience\nBaker, wrote Ruby')
  equal(words.trim(), 'Experience\nBaker, wrote Ruby')
})

test('without a profile the first line of names goes, a title stays', () => {
  equal(blindText(null, 'Ada Quillfeather\nRegistered Nurse').trim(), 'Registered Nurse')
})

const NAMES = [
  'Ada Quillfeather',
  'Nguyễn Văn An',
  'María-José de la Cruz',
  'Oluwaseun Adébáyọ̀',
  'Jürgen Müller',
  "Siobhán O'Brien",
  'Mohammed Al-Farsi',
  'Li Wei',
  'Grant Rose',
  'Jean-Luc Lefèvre',
  'Björk Guðmundsdóttir',
  'Zoë Kravchenko',
  'Ruby Baker',
  'Julia Cook',
  'May Page',
]
const job = jobFacts({
  title: 'Senior Backend Engineer',
  description:
    'Payment systems with PostgreSQL, Kafka and TypeScript in Leith. Ada is our language.',
  requirements: { skills: [], education: null, experience: null },
  cultureAttributes: [],
  weights: DEFAULT_WEIGHTS,
})

/** The same person under another name and address. */
function renamed(name: string, place: string, mail: string) {
  const parts = name.split(' ')
  const swap = (from: string) =>
    from
      .replaceAll('Ada Quillfeather', name)
      .replaceAll('Quillfeather', parts.at(-1)!)
      .replaceAll('ada.quillfeather@example.com', () => mail)
      .replaceAll('Leith', place)
  const contact = { ...profile.contact, emails: [mail], location: place }
  return { text: swap(text), profile: { ...profile, fullName: name, contact } }
}

function readAs(resume: SealedProfile) {
  const facts = resumeFacts(resume.profile, resume.text)
  const inputs = { job, resume: facts, appliedYear: 2024, meaning: { cosine: 0.5 } }
  const { evidence: _, ...score } = scoreResume(inputs)
  return { texts: embeddingTexts(resume.profile, resume.text), score }
}

test('another name or address changes no score and no embedded text by anything', {
  timeout: 60_000,
}, () => {
  const letters = fc.stringMatching(/^[A-Z][a-z]{3,9}$/)
  const made = fc.tuple(letters, letters).map((both) => both.join(' '))
  const name = fc.oneof(fc.constantFrom(...NAMES), made)
  const place = fc.constantFrom('Leith', 'Paris', 'São Paulo', 'New York', 'Kraków')
  const expected = readAs(aResume())
  fc.assert(
    fc.property(name, place, fc.emailAddress(), (called, at, mail) => {
      deepEqual(readAs(renamed(called, at, mail)), expected)
    }),
    { numRuns: 300 },
  )
})
