import { type Static, Type } from 'typebox'
import type { ApplicationStatus, ParkedNotice } from '../../core/ports/application-reader.ts'
import type { Freshness } from './freshness.ts'
import { isoTime } from './freshness.ts'

const closed = { additionalProperties: false } as const
const TextOrNull = Type.Union([Type.String(), Type.Null()])

export const Step = Type.Object(
  {
    processor: Type.String(),
    state: Type.Union(
      [
        Type.Literal('done'),
        Type.Literal('degraded'),
        Type.Literal('waiting'),
        Type.Literal('parked'),
        Type.Literal('unknown'),
      ],
      { description: 'degraded: done without a part, `detail` says which and why' },
    ),
    at: TextOrNull,
    attempts: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Of a parked record; null where it went through or is not known',
    }),
    detail: TextOrNull,
  },
  closed,
)
export type Step = Static<typeof Step>

/** Each processor and landing that an application passes, in order. */
export function whereabouts(
  status: ApplicationStatus,
  completeTo: Freshness['completeTo'],
): readonly Step[] {
  const { summary, profile, parked } = status
  const { score } = summary
  const parkedBy = (processor: string) => parked.find((notice) => notice.processor === processor)
  const step = (processor: string, reached: Reached | null): Step => {
    if (reached) return { processor, attempts: null, ...reached }
    const notice = parkedBy(processor)
    if (notice) return parkedStep(processor, notice)
    return { processor, state: 'waiting', at: null, attempts: null, detail: null }
  }
  const newest = score?.scoredAt ?? summary.appliedAt
  return [
    step(
      'intake',
      status.received ? { state: 'done', at: isoTime(summary.appliedAt), detail: null } : null,
    ),
    step('parsing', profile && parsed(profile)),
    step('embedding', score && embedded(score)),
    step('scoring', score && scored(score)),
    ...completeTo.map((mark) => landed(mark, newest)),
  ]
}

type Reached = Pick<Step, 'state' | 'at' | 'detail'>
type ParsedFacts = NonNullable<ApplicationStatus['profile']>
type ScoreFacts = NonNullable<ApplicationStatus['summary']['score']>

const parsed = ({ outcome, reason }: ParsedFacts): Reached =>
  outcome === 'parsed'
    ? { state: 'done', at: null, detail: null }
    : { state: 'degraded', at: null, detail: reason ? `${outcome}: ${reason}` : outcome }

const embedded = ({ embeddingModel }: ScoreFacts): Reached => ({
  state: embeddingModel === null ? 'degraded' : 'done',
  at: null,
  detail: embeddingModel ?? 'no vectors',
})

function scored({ missing, revision, kind, band, scoredAt }: ScoreFacts): Reached {
  const gaps = missing.filter(({ reason }) => !reason.endsWith('_not_asked'))
  const detail = [`revision ${revision}, ${kind}, ${band}`]
  for (const { component, reason } of gaps) detail.push(`${component}: ${reason}`)
  const state = gaps.length > 0 ? 'degraded' : 'done'
  return { state, at: isoTime(scoredAt), detail: detail.join('; ') }
}

/** Done when the store holds all that the log had taken by the newest thing known of this application. */
function landed(mark: Freshness['completeTo'][number], newestMs: number | null): Step {
  const processor = `landing-${mark.store}`
  const asOf = mark.asOf === null ? null : Date.parse(mark.asOf)
  const isIn = mark.behind === 0 || (asOf !== null && newestMs !== null && asOf >= newestMs)
  const state = isIn ? 'done' : asOf === null ? 'unknown' : 'waiting'
  return { processor, state, at: mark.asOf, attempts: null, detail: `${mark.behind} behind` }
}

const parkedStep = (
  processor: string,
  { reason, detail, attempt, parkedAt }: ParkedNotice,
): Step => ({
  processor,
  state: 'parked',
  at: isoTime(parkedAt),
  attempts: attempt,
  detail: detail ? `${reason}: ${detail}` : reason,
})
