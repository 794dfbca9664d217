import type { Language } from '../resume.ts'

export interface Wording {
  readonly summary: string
  readonly experience: string
  readonly education: string
  readonly skills: string
  readonly certificates: string
  readonly languages: string
  readonly present: string
  readonly until: string
  readonly months: readonly string[]
  readonly monthsShort: readonly string[]
  readonly spoken: readonly string[]
}

const MONTHS =
  'January February March April May June July August September October November December'
const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'

/** Headings and dates, as résumés in these languages have them */
export const WORDING: Readonly<Record<Language, Wording>> = {
  en: {
    summary: 'Profile',
    experience: 'Work Experience',
    education: 'Education',
    skills: 'Skills',
    certificates: 'Certifications',
    languages: 'Languages',
    present: 'Present',
    until: 'to',
    months: MONTHS.split(' '),
    monthsShort: SHORT.split(' '),
    spoken: [
      'English (native)',
      'English (fluent)',
      'Spanish (B1)',
      'French (A2)',
      'German (B2)',
      'Polish (native)',
    ],
  },
  de: {
    summary: 'Profil',
    experience: 'Berufserfahrung',
    education: 'Ausbildung',
    skills: 'Kenntnisse',
    certificates: 'Weiterbildung',
    languages: 'Sprachen',
    present: 'heute',
    until: 'bis',
    months:
      'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
        ' ',
      ),
    monthsShort: 'Jan Feb März Apr Mai Juni Juli Aug Sep Okt Nov Dez'.split(' '),
    spoken: ['Deutsch (Muttersprache)', 'Englisch (B2)', 'Französisch (A2)'],
  },
  fr: {
    summary: 'Profil',
    experience: 'Expérience professionnelle',
    education: 'Formation',
    skills: 'Compétences',
    certificates: 'Certifications',
    languages: 'Langues',
    present: 'aujourd’hui',
    until: 'à',
    months:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
        ' ',
      ),
    monthsShort: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    spoken: ['Français (langue maternelle)', 'Anglais (B2)', 'Espagnol (A2)'],
  },
  es: {
    summary: 'Perfil',
    experience: 'Experiencia laboral',
    education: 'Formación académica',
    skills: 'Competencias',
    certificates: 'Certificaciones',
    languages: 'Idiomas',
    present: 'actualidad',
    until: 'a',
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
        ' ',
      ),
    monthsShort: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
    spoken: ['Español (lengua materna)', 'Inglés (B2)', 'Francés (A2)'],
  },
}
