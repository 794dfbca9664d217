/**
 * Watches how many of the last records were parked. When most of what arrives is set aside, the fault is
 * hardly theirs: the group stops loudly instead of filling the parked topic.
 */
export class ParkedShare {
  readonly #limit: number
  readonly #recent: boolean[]
  #at = 0
  #seen = 0
  #parked = 0

  /** @param limit  share of the window, over which it is too much; @param window  records */
  constructor(limit = 0.2, window = 200) {
    this.#limit = limit
    this.#recent = new Array<boolean>(window).fill(false)
  }

  record(isParked: boolean): void {
    if (this.#recent[this.#at]) this.#parked--
    if (isParked) this.#parked++
    this.#recent[this.#at] = isParked
    this.#at = (this.#at + 1) % this.#recent.length
    this.#seen++
  }

  /** Never before a whole window was seen: the first record parked is no trend. */
  isTooHigh(): boolean {
    return this.#seen >= this.#recent.length && this.#parked > this.#limit * this.#recent.length
  }
}
