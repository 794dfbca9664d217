/**
 * What the forms of one English word have in common: "managing", "managed" and "manages" are one. Crude on purpose:
 * both sides of a comparison go through it, so it need not be a word.
 */
export function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word
  for (const [ending, replacement] of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) {
      return undoubled(word.slice(0, -ending.length) + replacement)
    }
  }
  return word
}

const ENDINGS = [
  ['ization', 'ize'],
  ['isation', 'ize'],
  ['ising', 'ize'],
  ['ised', 'ize'],
  ['ations', ''],
  ['ation', ''],
  ['ingly', ''],
  ['ings', ''],
  ['ing', ''],
  ['ments', ''],
  ['ment', ''],
  ['ies', 'y'],
  ['ied', 'y'],
  ['sses', 'ss'],
  ['ers', ''],
  ['er', ''],
  ['ors', ''],
  ['or', ''],
  ['ed', ''],
  ['es', ''],
  ['ly', ''],
  ['ss', 'ss'],
  ['us', 'us'],
  ['is', 'is'],
  ['s', ''],
  ['e', ''],
] as const

// "programming" and "programs" meet at "program"; "manage" and "managing" at "manag".
const undoubled = (word: string) =>
  /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word.replace(/(?<=...)e$/, '')
