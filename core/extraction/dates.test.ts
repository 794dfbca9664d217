import { expect, test } from 'vitest'
import { dateRanges, singleDates } from './dates.ts'

for (const [text, start, end] of [
  ['Mar 2019 – present', '2019-03', 'present'],
  ['03/2019–11/2021', '2019-03', '2021-11'],
  ['2017 to 2019', '2017', '2019'],
  ['since 2020', '2020', 'present'],
  ['Summer 2018 - Fall 2019', '2018-06', '2019-09'],
  ['September 2015 until 2017', '2015-09', '2017'],
  ['01.04.2012 - 30.06.2015', '2012-04', '2015-06'],
  ['2014-05 — 2016-02', '2014-05', '2016-02'],
  ['2019 – 21', '2019', '2021'],
  ["Jan '09 - Feb '11", '2009-01', '2011-02'],
  ['06/14 - 12/16', '2014-06', '2016-12'],
  ['März 2016 bis heute', '2016-03', 'present'],
  ['janvier 2012 à décembre 2014', '2012-01', '2014-12'],
  ['enero de 2013 – la actualidad', '2013-01', 'present'],
  ['maart 2010 tot heden', '2010-03', 'present'],
  ['Sept. 2011 – Aug. 2012', '2011-09', '2012-08'],
  ['Q3 2018 - Q1 2020', '2018-07', '2020-01'],
  ['Engineer (2022 -)', '2022', 'present'],
  ['May 3, 2010 - June 7, 2011', '2010-05', '2011-06'],
] as const) {
  test(`${text} is ${start} to ${end}`, () => {
    expect(dateRanges(text).map((range) => [range.start, range.end])).toEqual([[start, end]])
  })
}

for (const text of ['in 2019', '2020 - 1999', 'room 12-14', 'a 30% rise']) {
  test(`no range in ${JSON.stringify(text)}`, () => {
    expect(dateRanges(text)).toEqual([])
  })
}

test('a date alone is found where it stands', () => {
  const text = 'B.Sc., June 2014'
  const [date] = singleDates(text)
  expect([date!.start, text.slice(date!.from, date!.to)]).toEqual(['2014-06', 'June 2014'])
})
