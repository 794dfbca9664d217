export interface JobLine {
  readonly text: string
  /** `context`: duties, benefits, the company; what stands there is not asked */
  readonly kind: 'required' | 'preferred' | 'context'
  /** One of a list */
  readonly item: boolean
}

const PREFERRED_HEADING =
  /\b(?:preferred|nice[- ]to[- ]haves?|bonus|pluses|desir(?:ed|able)|advantageous|optional|ideal(?:ly)?|wünschenswert|von vorteil|souhaités?|atouts?|deseables?|gewenst)\b/i
const REQUIRED_HEADING =
  /\b(?:require[ds]?|requirements?|qualifications?|must[- ]haves?|skills|experience|minimum|essential|you (?:have|bring|need)|who you are|about you|what you(?:'|’)ll need|profile|education|anforderungen|ihr profil|dein profil|voraussetzungen|kenntnisse|profil recherché|compétences|requisitos|perfil|vereisten|requisiti)\b/i
const CONTEXT_HEADING =
  /\b(?:responsibilit\w*|duties|what you(?:'|’)ll do|you will|the role|tasks|benefits|perks|we offer|what we offer|about (?:us|the (?:company|job|role|team))|company|summary|overview|job title|description|location|salary|aufgaben|wir bieten|über uns|missions|avantages|funciones|ofrecemos|taken|wij bieden)\b/i

const PREFERRED_WORDING =
  /\b(?:is|are|would be|as) (?:a |an |considered )?(?:big |strong |definite |huge )?(?:plus|bonus|advantage|asset)\b|\b(?:preferred|preferably|nice to have|nice-to-have|ideally|desirable|desired|a plus|an advantage|bonus points|von vorteil|wünschenswert|idealerweise|un plus|un atout|deseable)\b/i

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
