/** Words that a résumé in this language can hardly do without, and its neighbours hardly have. */
const WORDS: Readonly<Record<string, string>> = {
  en: `the and of for with to at by from on as in is are was i my experience education skills work
    years languages summary managed led developed team university english profile references`,
  de: `der die das und mit für von im bei zur zum ein eine auf in als ist des den berufserfahrung
    ausbildung kenntnisse sprachen seit bis heute fähigkeiten deutsch durch sowie profil leitung`,
  fr: `le la les et des du de en pour avec dans une un au aux sur par à expérience formation
    compétences langues depuis profil français équipe gestion diplôme l d`,
  es: `el la los las y de en con para por del una un al experiencia educación formación habilidades
    idiomas desde perfil español gestión equipo conocimientos`,
  pt: `o a os as e de em com para por do da dos das uma um na no ao experiência educação formação
    habilidades idiomas línguas desde perfil português gestão equipe equipa`,
  nl: `de het een en van met voor in op bij tot door als aan werkervaring opleiding vaardigheden
    talen sinds profiel nederlands naar uit ervaring`,
  it: `il lo la gli le e di in con per del della dei una un al da nel esperienza istruzione
    formazione competenze lingue dal profilo italiano gestione presso`,
}
const BY_WORD = new Map<string, string[]>()
for (const [language, words] of Object.entries(WORDS))
  for (const word of words.split(/\s+/)) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), language])

const SAMPLE = 6_000
const FEWEST_LETTERS = 40
const FEWEST_HITS = 2

/** @returns ISO 639-1; null when too little is there to tell */
export async function languageOf(text: string): Promise<string | null> {
  const sample = text.slice(0, SAMPLE)
  if (sample.length < FEWEST_LETTERS) return null
  const scores = new Map<string, number>()
  let latin = 0
  let letters = 0
  for (const [word] of sample.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    letters++
    if (/^[\p{Script=Latin}\p{M}]+$/u.test(word)) latin++
    const languages = BY_WORD.get(word) ?? []
    // A word of several languages says less for each.
    for (const one of languages) scores.set(one, (scores.get(one) ?? 0) + 1 / languages.length)
  }
  if (letters === 0) return null
  const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const tells = best && best[1] >= FEWEST_HITS && best[1] > 1.2 * (second?.[1] ?? 0)
  if (tells && latin > letters * 0.5) return best[0]
  // Large, and right only on running text: for what is in none of our languages.
  const { detect } = await import('tinyld')
  const prose = sample.replaceAll(/\S*[@\d/]\S*/g, ' ')
  return latin > letters * 0.9 && letters < 60 ? null : detect(prose) || null
}
