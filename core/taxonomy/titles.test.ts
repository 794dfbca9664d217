import { expect, test } from 'vitest'
import { seniorityLevel, seniorityOf, titleLikeness } from './titles.ts'

for (const [title, seniority, because] of [
  ['Software Engineering Intern', 'intern', 'said so'],
  ['Junior Accountant', 'junior', 'said so'],
  ['Registered Nurse', 'mid', 'nothing said'],
  ['Sr. Developer', 'senior', 'abbreviated'],
  ['Charge Nurse', 'lead', 'leads a shift'],
  ['Staff Engineer', 'principal', 'staff is a step in engineering'],
  ['Staff Nurse', 'mid', 'but not in nursing'],
  ['Sales Manager', 'manager', 'manages people'],
  ['Senior Product Manager', 'senior', 'manages a product'],
  ['Account Executive', 'mid', 'sells'],
  ['Executive Assistant', 'mid', 'assists one'],
  ['Head of Finance', 'director', 'of a department'],
  ['Chief Technology Officer', 'executive', 'of all'],
  ['Abteilungsleiterin Vertrieb', 'director', 'German'],
  ['', null, 'nothing to read'],
] as const) {
  test(`${title || '(empty)'} is ${seniority}: ${because}`, () => {
    expect(seniorityOf(title)).toBe(seniority)
  })
}

test('levels rise from 0 to 8', () => {
  expect([seniorityLevel('intern'), seniorityLevel('executive')]).toEqual([0, 8])
})

test('a title is told from a company', () => {
  for (const title of ['Sales Manager', 'Head of Finance', 'Krankenpflegerin', 'Chef de projet'])
    expect([title, titleLikeness(title)]).toEqual([title, 1])
  for (const company of ['Acme Ltd', 'Northwind Traders Inc.', 'Universität Bremen'])
    expect([company, titleLikeness(company) < 0.8]).toEqual([company, true])
})
