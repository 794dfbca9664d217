import type { Events, Topic } from '../../../core/events/topics.ts'
import type { LandingRow, RowsOf } from '../../../core/ports/landing-rows.ts'
import type { LandedEvent } from '../../../core/ports/sink.ts'
import { applicationRows } from './application-rows.ts'
import { candidateRows } from './candidate-rows.ts'
import { jobRows } from './job-rows.ts'
import { parkedRows } from './parked-rows.ts'
import { profileRows } from './profile-rows.ts'
import { scoreRows } from './score-rows.ts'

const ROWS = {
  jobs: jobRows,
  candidates: candidateRows,
  applications: applicationRows,
  profiles: profileRows,
  scores: scoreRows,
  parked: parkedRows,
} satisfies { [T in Topic]?: (event: Events[T], offset: number) => readonly LandingRow[] }

/** Every event to its rows in Postgres. */
export const postgresRows: RowsOf = (landed) => (isOurs(landed) ? rowsOf(landed) : [])

type OurTopic = keyof typeof ROWS

const isOurs = (landed: LandedEvent): landed is LandedEvent<OurTopic> => landed.topic in ROWS

function rowsOf<T extends OurTopic>(landed: LandedEvent<T>): readonly LandingRow[] {
  const rows = ROWS[landed.topic] as (event: Events[T], offset: number) => readonly LandingRow[]
  return rows(landed.event(), landed.offset)
}
