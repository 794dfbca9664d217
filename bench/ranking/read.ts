import { openDocumentParser } from '../../adapters/documents/open-document-parser.ts'
import type { Profile } from '../../core/domain/profile.ts'
import { embeddingTexts } from '../../core/scoring/embedding-text.ts'
import { type ResumeFacts, resumeFacts } from '../../core/scoring/resume-facts.ts'

export interface ReadText {
  readonly facts: ResumeFacts
  readonly headline: string
  readonly whole: string
}

const NOTHING: Profile = {
  fullName: null,
  contact: { emails: [], phones: [], links: [], location: null },
  skills: [],
  experience: [],
  education: [],
  certifications: [],
  languages: [],
  yearsOfExperience: null,
  confidence: 0,
}

/** Texts through the product's own parser: what is measured is what an applicant's document gets. */
export async function readTexts(texts: readonly string[]): Promise<ReadText[]> {
  const { signal } = new AbortController()
  await using parser = openDocumentParser({ concurrency: 2 })
  const read: ReadText[] = []
  const queue = texts.entries()
  const lane = async () => {
    for (const [nth, text] of queue) {
      const bytes = Buffer.from(text, 'utf8')
      const file = { bytes, fileName: 'resume.txt', mediaType: 'text/plain', asOf: '2024-01-01' }
      const document = await parser.parse(file, signal)
      const profile = document.profile ?? NOTHING
      const [headline, whole] = embeddingTexts(profile, document.text)
      read[nth] = { facts: resumeFacts(profile, document.text), headline, whole }
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  return read
}
