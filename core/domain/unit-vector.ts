/** How far from 1 a length may be before a vector counts as not normalised: float32 sums over 1,000 dimensions. */
const TOLERANCE = 1e-3

/** @returns finite, of this dimension and of unit length */
export function isUnitVector(values: Float32Array, dimension: number): boolean {
  if (values.length !== dimension) return false
  let squares = 0
  for (const value of values) squares += value * value
  // NaN and infinity fail this comparison too.
  return Math.abs(Math.sqrt(squares) - 1) <= TOLERANCE
}

/**
 * The mean direction of several unit vectors.
 * @returns of unit length; the first vector where they cancel out; null when there are none
 */
export function meanDirection(vectors: readonly Float32Array[]): Float32Array | null {
  const first = vectors[0]
  if (first === undefined) return null
  const sum = new Float64Array(first.length)
  for (const vector of vectors) {
    for (let at = 0; at < sum.length; at++) sum[at]! += vector[at] ?? 0
  }
  const length = Math.hypot(...sum)
  return length < 1e-6 ? first : Float32Array.from(sum, (value) => value / length)
}
