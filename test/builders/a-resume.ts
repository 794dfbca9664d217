import type { Experience, Profile, ProfileSkill, SealedProfile } from '../../core/domain/profile.ts'

/** A profile in which nothing was found but what is given. */
export const aProfile = (given: Partial<Profile> = {}): Profile => ({
  fullName: null,
  contact: { emails: [], phones: [], links: [], location: null },
  skills: [],
  experience: [],
  education: [],
  certifications: [],
  languages: [],
  yearsOfExperience: null,
  confidence: 1,
  ...given,
})

export const aSkill = (name: string, given: Partial<ProfileSkill> = {}): ProfileSkill => ({
  name,
  matched: true,
  category: null,
  proficiency: null,
  years: null,
  lastUsed: null,
  inferred: false,
  inferredFrom: null,
  ...given,
})

export const anExperience = (given: Partial<Experience> = {}): Experience => ({
  company: null,
  title: null,
  start: null,
  end: null,
  months: null,
  description: null,
  skills: [],
  industry: null,
  ...given,
})

export const RESUME_TEXT = `Ada Quillfeather
ada.quillfeather@example.com | +44 20 7946 0958 | 12 Harbour Street, Leith
linkedin.com/in/adaq

Summary
Backend engineer. Quillfeather has built payment systems.

Experience
Senior Backend Engineer, Northbank, 2019 - 2023
Ran PostgreSQL and Kafka for card payments; wrote services in TypeScript.
Backend Engineer, Tillworks, 2015 - 2019
Kept Java services alive.

Education
BSc Computer Science, University of Quayside, 2015

Skills
PostgreSQL, Kafka, TypeScript, Java
`

/** A made-up person with everything in place. */
export const aResume = (given: Partial<SealedProfile> = {}): SealedProfile => ({
  text: RESUME_TEXT,
  profile: aProfile({
    fullName: 'Ada Quillfeather',
    contact: {
      emails: ['ada.quillfeather@example.com'],
      phones: ['+442079460958'],
      links: ['linkedin.com/in/adaq'],
      location: 'Leith',
    },
    skills: ['PostgreSQL', 'Kafka', 'TypeScript', 'Java'].map((name) => aSkill(name)),
    experience: [
      anExperience({
        title: 'Senior Backend Engineer',
        start: '2019',
        end: '2023',
        months: 54,
        industry: 'fintech',
      }),
      anExperience({ title: 'Backend Engineer', start: '2015', end: '2019', months: 48 }),
    ],
    education: [
      {
        institution: 'University of Quayside',
        degree: 'BSc Computer Science',
        level: 'bachelor',
        field: 'Computer Science',
        year: 2015,
      },
    ],
    yearsOfExperience: 8.5,
  }),
  ...given,
})
