/** Who goes first where several wait for one resource: today's applicants, then the backlog, then a replay. */
export type Lane = 'live' | 'backlog' | 'replay'

const LIVE_IS_BEHIND_FOR_MS = 2000
const WAIT_MS = 200

/**
 * Lets lower lanes run only beside an idle live lane, except that a replay always gets its share of what is handled.
 */
export class LaneGate {
  readonly #replayShare: number
  readonly #clock: () => number
  #liveBehindUntil = 0
  #handled = 0
  #replayed = 0

  /** @param replayShare  of all records handled while live has lag (0.3) */
  constructor(clock: () => number, replayShare = 0.3) {
    this.#clock = clock
    this.#replayShare = replayShare
  }

  /** @returns how long this lane should wait before it asks again; 0: go on */
  waitMs(lane: Lane): number {
    const liveIsBehind = this.#clock() < this.#liveBehindUntil
    if (lane === 'live' || !liveIsBehind) return 0
    if (lane === 'replay' && this.#replayed < this.#replayShare * this.#handled) return 0
    return WAIT_MS
  }

  /** @param behind  records still to come in this lane's partition */
  handled(lane: Lane, records: number, behind: number): void {
    if (lane === 'live') this.#live(behind)
    this.#handled += records
    if (lane === 'replay') this.#replayed += records
  }

  #live(behind: number): void {
    const wasBehind = this.#clock() < this.#liveBehindUntil
    if (behind > 0) this.#liveBehindUntil = this.#clock() + LIVE_IS_BEHIND_FOR_MS
    // Shares are of one busy time, not of all history.
    if (behind > 0 && !wasBehind) {
      this.#handled = 0
      this.#replayed = 0
    }
  }
}
