/** Languages that the demo's résumés are written in, ISO 639-1 */
export type Language = 'en' | 'de' | 'fr' | 'es'

export type ProfessionKey = 'engineer' | 'nurse' | 'accountant' | 'warehouse'

/** Months since year 0: year x 12 + month, month 0..11 */
export type Month = number

export interface Held {
  readonly title: string
  readonly company: string
  readonly place: string
  readonly from: Month
  /** null: still there */
  readonly to: Month | null
  readonly duties: readonly string[]
}

export interface Studied {
  readonly degree: string
  readonly school: string
  readonly year: number
}

export interface Person {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly place: string
}

/** A made-up résumé before it becomes a document. */
export interface Resume {
  readonly language: Language
  readonly person: Person
  readonly headline: string | null
  readonly summary: string | null
  readonly held: readonly Held[]
  readonly studied: readonly Studied[]
  readonly skills: readonly string[]
  readonly certificates: readonly string[]
  readonly languages: readonly string[]
  /** Written so that no reader sees it */
  readonly hidden: string | null
}

/** What a profession is written from, in one language. */
export interface Profession {
  /** Where titles have a gender: whose they are */
  readonly written?: 'her' | 'him'
  readonly titles: Readonly<Record<'junior' | 'mid' | 'senior' | 'lead', readonly string[]>>
  readonly companies: readonly string[]
  /** Shows what the job asks for. `{2-9}` becomes a number between them */
  readonly core: readonly string[]
  /** Of the profession, but beside what the job asks for */
  readonly beside: readonly string[]
  readonly coreSkills: readonly string[]
  readonly besideSkills: readonly string[]
  readonly degrees: readonly string[]
  readonly certificates: readonly string[]
  readonly summaries: readonly string[]
}
