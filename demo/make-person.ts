import { HOMES, NAMES, NAMES_OF } from './ingredients/names.data.ts'
import type { Language, Person } from './resume.ts'
import { type Seeded, seeded } from './seeded.ts'

const MAIL_HOSTS = ['example.com', 'example.org', 'example.net']

/** Someone who does not exist, once: no two have the same name. */
export function openRegister(): (language: Language, written: 'her' | 'him') => Person {
  const random = seeded('people')
  const known = new Set<string>()
  const nameFor = (language: Language, written: 'her' | 'him'): string => {
    for (;;) {
      const { first, last } = language === 'en' ? random.pick(NAMES) : NAMES_OF[language][written]
      const name = `${random.pick(first)} ${random.pick(last)}`
      if (!known.has(name)) {
        known.add(name)
        return name
      }
    }
  }
  return (language, written) => {
    const name = nameFor(language, written)
    const home = random.pick<{ place: string; phone: string }>(HOMES[language])
    const phone = home.phone.replaceAll('X', () => String(random.int(0, 9)))
    return { name, email: addressOf(name, random), phone, place: home.place }
  }
}

function addressOf(name: string, random: Seeded): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replaceAll(/[^a-z -]/g, '')
  const [first = '', last = ''] = plain.replaceAll('-', '').split(' ')
  const local = random.pick([
    `${first}.${last}`,
    `${first}${last}`,
    `${first[0]}.${last}`,
    `${last}.${first}`,
  ])
  return `${local}@${random.pick(MAIL_HOSTS)}`
}
