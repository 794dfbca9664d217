export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value below which that share lies; of an even number the upper middle. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const spread = (values: readonly number[]): [number, number] => [
  rounded(Math.min(...values)),
  rounded(Math.max(...values)),
]

export const rounded = (value: number): number =>
  Number(value.toPrecision(value >= 1000 ? 6 : value < 1 ? 2 : 3))
