import type { Output } from '../output.ts'
import type { RankedCandidate, RankedList } from './api.ts'

/** A job's best, band first, and why each stands there. */
export function rankingText({ job, candidates }: RankedList, shown: number, out: Output): string {
  const best = candidates.slice(0, shown)
  const head = ['', 'band', 'score', 'who', 'skills', 'exp.', 'traj.', 'rel.']
  const rows = best.map((one, i) => [
    String(i + 1),
    one.band,
    points(one.overall),
    one.name ?? '(no name)',
    ...['skills', 'experience', 'trajectory', 'relevance'].map((part) =>
      points(one.components?.[part] ?? null),
    ),
  ])
  const lines = out.table([head, ...rows], [0, 2, 4, 5, 6, 7]).split('\n')
  const [headline = '', ...places] = lines
  const explained = places.flatMap((line, i) => [line, ...reasons(best[i]!).map(out.dim)])
  const title = `${job?.title ?? 'The job'}: ${candidates.length} applications, the first ${best.length}`
  return [out.bold(title), '', headline, ...explained].join('\n')
}

const points = (value: number | null) => (value === null ? '–' : value.toFixed(0))

function reasons({ summary, requirements, profileReason }: RankedCandidate): string[] {
  const quoted = requirements.find(({ quote }) => quote !== null)
  return [
    summary.slice(0, 2).join(' '),
    ...(quoted ? [`${quoted.requirement}: “${shortened(quoted.quote!)}”`] : []),
    ...(profileReason ? [profileReason] : []),
  ].map((line) => `      ${line}`)
}

const MOST_CHARACTERS = 90
const shortened = (quote: string) => {
  const line = quote.replaceAll(/\s+/g, ' ').trim()
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 1)}…`
}

export function nextSteps(
  { api, apiKey, list }: { api: string; apiKey: string; list: RankedList },
  out: Output,
): string {
  const authorised = `-H 'authorization: Bearer ${apiKey}'`
  const one = list.candidates[0]
  const status = `${api}/v1/sources/${one?.source}/applications/${one?.externalId}`
  const job = `${api}/v1/jobs/${list.job?.jobId}/candidates`
  return [
    '',
    `API ${api}   docs ${api}/docs   metrics ${api}/metrics   API key ${apiKey}`,
    '',
    out.bold('Three things to try next, in another terminal:'),
    `1. the ranked list as JSON        curl -s ${authorised} '${job}?limit=3'`,
    `2. where is one application now?  curl -s ${authorised} '${status}'`,
    `3. search everyone                curl -s ${authorised} '${api}/v1/candidates/search?q=night+shift+nurse'`,
    '',
    'Ctrl-C stops everything.',
  ].join('\n')
}
