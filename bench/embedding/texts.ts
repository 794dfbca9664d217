import { SKILLS } from '../../core/taxonomy/skills.ts'
import { hasData, hlp } from '../ranking/data.ts'

// About 206 tokens: what the figures in the literature were measured on, and whole for every model.
const WORDS = 150

/** Résumés cut to one length: real ones where they are, else lists of skills. */
export function benchTexts(count: number): { readonly of: string; readonly texts: string[] } {
  if (hasData()) {
    const texts = hlp(11, 0, count).resumes.map(({ text }) => cut(text))
    return { of: 'shared/data hlp résumés', texts }
  }
  const names = SKILLS.map(({ name }) => name)
  const made = Array.from({ length: count }, (_, nth) =>
    cut(
      Array.from({ length: WORDS }, (_, at) => names[(nth * 7 + at * 13) % names.length]).join(' '),
    ),
  )
  return { of: 'names of skills', texts: made }
}

const cut = (text: string): string => text.split(/\s+/).slice(0, WORDS).join(' ')
