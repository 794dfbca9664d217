import type { ApplicationScored } from '../../core/events/events.generated.ts'

const APPLIED_AT = Date.UTC(2026, 4, 17, 8, 30)
const id = (kind: number, n: number) =>
  `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
// One array for all: the bytes differ in no way that matters to anyone who only carries them.
const EVIDENCE = Buffer.alloc(330, 7)

/** A score of about 1 KB as Avro, no two alike. */
export function scoreEvent(n: number): ApplicationScored {
  const skills = (n * 37) % 100
  return {
    eventId: id(3, n),
    causeId: id(4, n),
    tenantId: id(1, n % 20),
    applicationId: id(5, n),
    candidateId: id(6, n),
    jobId: id(2, n % 400),
    generation: 1,
    revision: 1,
    kind: 'quick',
    overall: skills * 0.6 + 20,
    components: { skills, experience: 60.5, culture: null, trajectory: 55.5, relevance: null },
    weights: { skills: 0.4, experience: 0.25, culture: 0.2, trajectory: 0.15, relevance: 0 },
    attributions: { skills: 12, experience: 2.5, culture: 0, trajectory: 0.8, relevance: 0 },
    band: skills > 70 ? 'strong' : 'possible',
    missing: [{ component: 'culture', reason: 'judge_unavailable' }],
    requirements: ['SQL', 'Kubernetes', 'Statistics'].map((requirement, at) => ({
      requirement,
      required: at < 2,
      result: (n + at) % 3 === 0 ? 'not_met' : 'met',
      similarity: 1 / (at + 1),
      years: at === 0 ? 4 : null,
    })),
    summary: ['Meets two of three requirements.', 'Four years of SQL.'],
    sealedEvidence: EVIDENCE,
    jobVersion: 2,
    profileId: id(7, n),
    parserVersion: '1.4.0',
    embeddingModel: 'all-MiniLM-L6-v2',
    rubricDigest: null,
    judgeModel: null,
    scorerVersion: '2',
    appliedAt: APPLIED_AT + n,
    scoredAt: APPLIED_AT + n + 700,
  }
}
