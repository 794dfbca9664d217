/** One position, for the way that a career took. */
export interface Step {
  /** Rung of the title on the ladder, 0 (intern) upwards; null when the title names none */
  readonly rung: number | null
  /** Start in years, part years allowed (2020.5 is July 2020); null when unknown */
  readonly start: number | null
  readonly months: number | null
}

/**
 * How a career went: +20 for each step up and +5 for each move on one level, tenure (the mean of the positions: 24-60
 * months 15, over 60 12, 12-24 10, less 5), and growth (rungs a year x 60, at most 30).
 * @param steps  in any order; those without a date or a rung take no part in what needs it
 * @returns 0..100; null when no position has a rung, or none a tenure: nothing can be said
 */
export function trajectoryScore(steps: readonly Step[]): number | null {
  const dated = steps
    .flatMap(({ rung, start }) => (rung === null || start === null ? [] : [{ rung, start }]))
    .toSorted((one, other) => one.start - other.start || one.rung - other.rung)
  const tenures = steps.flatMap(({ months }) => (months === null ? [] : [months]))
  if (dated.length === 0 || tenures.length === 0) return null
  return Math.min(100, progression(dated.map(({ rung }) => rung)) + tenure(tenures) + growth(dated))
}

function progression(rungs: readonly number[]): number {
  return rungs.slice(1).reduce((points, rung, nth) => {
    const before = rungs[nth]!
    return points + (rung > before ? 20 : rung === before ? 5 : 0)
  }, 0)
}

function tenure(months: readonly number[]): number {
  const mean = months.reduce((sum, each) => sum + each, 0) / months.length
  if (mean > 60) return 12
  if (mean >= 24) return 15
  return mean >= 12 ? 10 : 5
}

function growth(dated: readonly { readonly rung: number; readonly start: number }[]): number {
  const first = dated[0]!
  const last = dated.at(-1)!
  // Under a year between first and last: a title a month is no growth.
  const years = Math.max(1, last.start - first.start)
  return Math.min(30, Math.max(0, ((last.rung - first.rung) / years) * 60))
}
