export interface Figures {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** By way, then by figure. */
export type Measured = Readonly<Record<string, Readonly<Record<string, Figures>>>>

export function figures(values: readonly number[]): Figures {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { median, least: sorted[0]!, most: sorted.at(-1)! }
}

/** The value below which that share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** As a person reads it: three digits, all of a whole number. */
export const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
