import { phrases } from './phrases.ts'

export interface JobLine {
  readonly text: string
  /** `context`: duties, benefits, the company; what stands there is not asked */
  readonly kind: 'required' | 'preferred' | 'context'
  /** One of a list */
  readonly item: boolean
}

const PREFERRED_HEADING = phrases(`
  preferred; nice[- ]to[- ]haves?; bonus; pluses; desired; desirable; advantageous; optional; ideal; ideally;
  wünschenswert; von vorteil; souhaités?; atouts?; deseables?; gewenst`)
const REQUIRED_HEADING = phrases(`
  required?; requires; requirements?; qualifications?; must[- ]haves?; skills; experience; minimum; essential; education;
  you have; you bring; you need; who you are; about you; what you['’]ll need; profile;
  anforderungen; ihr profil; dein profil; voraussetzungen; kenntnisse; profil recherché; compétences;
  requisitos; perfil; vereisten; requisiti`)
const CONTEXT_HEADING = phrases(`
  responsibilit\\p{L}*; duties; what you['’]ll do; you will; the role; tasks; benefits; perks; we offer; what we offer;
  about us; about the company; about the job; about the role; about the team; company; summary; overview; job title;
  description; location; salary;
  aufgaben; wir bieten; über uns; missions; avantages; funciones; ofrecemos; taken; wij bieden`)

const PREFERRED_WORDING = phrases(`
  (?:is|are|would be|as) (?:an? )?(?:considered (?:an? )?)?(?:big |strong |definite |huge )?(?:plus|bonus|advantage|asset);
  preferred; preferably; nice[- ]to[- ]have; ideally; desirable; desired; a plus; an advantage; bonus points;
  von vorteil; wünschenswert; idealerweise; un plus; un atout; deseable`)

const BULLET = /^\s*(?:[-*•·●▪–—o]\s+|\d{1,2}[.)]\s+|[a-z][.)]\s+)/

/** A job's lines (long ones by the sentence), each with what it is: by its heading and by its own wording. */
export function linesOfJob(description: string): readonly JobLine[] {
  let section: JobLine['kind'] = 'required'
  const lines: JobLine[] = []
  for (const raw of description.split('\n')) {
    const line = raw.trim()
    if (line === '') continue
    const item = BULLET.test(raw)
    const text = line.replace(BULLET, '')
    const heading = item ? null : headingKind(line)
    if (heading !== null) section = heading
    else for (const part of sentences(text)) lines.push({ ...classified(part, section), item })
  }
  return lines
}

function headingKind(line: string): JobLine['kind'] | null {
  const marked = /^#{1,6}\s|^\*\*.+\*\*:?$|:$/.test(line)
  const short = line.split(/\s+/).length <= 5 && !/[.,;]$/.test(line)
  if (!marked && !short) return null
  if (line.split(/\s+/).length > 8) return null
  if (PREFERRED_HEADING.test(line)) return 'preferred'
  if (CONTEXT_HEADING.test(line)) return 'context'
  if (REQUIRED_HEADING.test(line)) return 'required'
  return marked ? 'context' : null
}

const sentences = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((part) => part.trim() !== '')

function classified(text: string, section: JobLine['kind']) {
  return { text, kind: PREFERRED_WORDING.test(text) ? ('preferred' as const) : section }
}
