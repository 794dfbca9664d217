import { expect, test } from 'vitest'
import { searchTerms } from './search-terms.ts'

for (const [text, terms, because] of [
  ['Java', ['Java'], 'one word is one term'],
  ['machine learning', ['machine', 'machine learning', 'learning'], 'names may have two words'],
  ['C++, Node.js', ['C++', 'Node.js'], 'a comma parts terms, a plus and a dot belong to names'],
  ['a b c d', ['a', 'a b', 'a b c', 'b', 'b c', 'b c d', 'c', 'c d', 'd'], 'three words at most'],
  ['  ', [], 'nothing is no term'],
  ['a\u0000b', ['a', 'a b', 'b'], 'a NUL never reaches the database'],
] as const) {
  test(`${JSON.stringify(text)}: ${because}`, () => {
    expect(searchTerms(text)).toEqual(terms)
  })
}
