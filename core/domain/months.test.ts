import { expect, test } from 'vitest'
import { monthsCovered, monthsIn, spanOf, yearsOfExperience } from './months.ts'

const ASOF = '2024-06-15'

for (const [start, end, months, because] of [
  ['2019-03', '2019-03', 1, 'both ends count'],
  ['2019-03', '2021-11', 33, 'years and months'],
  ['2017', '2019', 24, 'bare years stand for their middle'],
  ['2019', '2019', 6, 'some part of one year'],
  ['2024-01', 'present', 6, 'up to the day that was passed in'],
  ['2024', 'present', 1, 'this year, so far'],
  ['2024-01', '2030-01', 6, 'the future is no experience'],
] as const) {
  test(`${start} to ${end} is ${months} months: ${because}`, () => {
    expect(monthsIn(spanOf({ start, end }, ASOF)!)).toBe(months)
  })
}

test('an unknown or impossible end is no span', () => {
  for (const [start, end] of [
    [null, '2020'],
    ['2020', null],
    ['2020-05', '2019-05'],
    ['soon', 'present'],
    ['2020-13', 'present'],
  ] as const)
    expect(spanOf({ start, end }, ASOF)).toBeNull()
})

test('jobs held at once count once, gaps not at all', () => {
  expect(
    monthsCovered([
      { from: 0, to: 11 },
      { from: 6, to: 17 },
      { from: 24, to: 29 },
    ]),
  ).toBe(24)
  const jobs = [
    { start: '2010-01', end: '2011-12' },
    { start: '2010-01', end: '2010-12' },
  ]
  expect(yearsOfExperience(jobs, ASOF)).toBe(2)
  expect(yearsOfExperience([{ start: '2010', end: null }], ASOF)).toBeNull()
})
