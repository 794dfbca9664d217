/** A month 'YYYY-MM' or a year 'YYYY', as exact as the document was. */
export type PartialDate = string

export interface ProfileSkill {
  /** The taxonomy's name when matched, else as written */
  readonly name: string
  readonly matched: boolean
  readonly category: string | null
  readonly proficiency: 'beginner' | 'intermediate' | 'advanced' | 'expert' | null
  readonly years: number | null
  /** Calendar year of the newest use; null when no dated experience shows it */
  readonly lastUsed: number | null
  /** True when another skill implies it, named in `inferredFrom` */
  readonly inferred: boolean
  readonly inferredFrom: string | null
}

export interface Experience {
  readonly company: string | null
  readonly title: string | null
  readonly start: PartialDate | null
  /** null when not stated; 'present' when it goes on */
  readonly end: PartialDate | 'present' | null
  /** Whole months, both ends included; null when either end is unknown */
  readonly months: number | null
  readonly description: string | null
  /** Names as in `Profile.skills` */
  readonly skills: readonly string[]
  readonly industry: string | null
}

export type DegreeLevel = 'secondary' | 'associate' | 'bachelor' | 'master' | 'doctorate'

export interface Education {
  readonly institution: string | null
  /** As written */
  readonly degree: string | null
  readonly level: DegreeLevel | null
  readonly field: string | null
  readonly year: number | null
}

export interface Contact {
  readonly emails: readonly string[]
  /** E.164 */
  readonly phones: readonly string[]
  readonly links: readonly string[]
  readonly location: string | null
}

/** What parsing found. A thing that was not found is null or an empty list, never a guess. */
export interface Profile {
  readonly fullName: string | null
  readonly contact: Contact
  readonly skills: readonly ProfileSkill[]
  readonly experience: readonly Experience[]
  readonly education: readonly Education[]
  readonly certifications: readonly string[]
  readonly languages: readonly { readonly name: string; readonly level: string | null }[]
  /** Years worked, overlaps counted once; null without dated experience */
  readonly yearsOfExperience: number | null
  /** 0..1 */
  readonly confidence: number
}

export interface ParsingWarning {
  readonly code: string
  /** Counts and places; words of the document only in `hidden_text`, and only outside logs and events */
  readonly detail: string | null
}

/** The one answer to one document, whatever it was. */
export interface ParsedDocument {
  readonly outcome: 'parsed' | 'manual_review' | 'rejected' | 'failed'
  /** Why not parsed, in words the applicant can act on; null when parsed */
  readonly reason: string | null
  readonly parserVersion: string
  readonly warnings: readonly ParsingWarning[]
  /** ISO 639-1; null when unknown */
  readonly language: string | null
  readonly pages: number
  /** What a reader sees, in reading order; '' when nothing was readable */
  readonly text: string
  readonly profile: Profile | null
}

/** What is sealed into the log beside the clear facts. `ParsedDocument` less what the event says itself. */
export interface SealedProfile {
  readonly profile: Profile
  readonly text: string
}
