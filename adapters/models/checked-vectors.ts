import { Fault } from '../../core/fault.ts'

const UNIT_TOLERANCE = 1e-3

/** A model's answer, as vectors of unit length. @throws Fault embedder.bad_answer: dimension, not finite, or all zero */
export function checkedVectors(
  vectors: readonly ArrayLike<number>[],
  dimension: number,
): readonly Float32Array[] {
  return vectors.map((vector) => {
    if (vector.length !== dimension) {
      throw new Fault('embedder.bad_answer', `dimension ${vector.length}, not ${dimension}`)
    }
    const values = Float32Array.from(vector)
    let squares = 0
    for (const value of values) squares += value * value
    if (!Number.isFinite(squares)) throw new Fault('embedder.bad_answer', 'not finite')
    if (squares === 0) throw new Fault('embedder.bad_answer', 'all zero')
    const length = Math.sqrt(squares)
    // Left alone when it is one already: a division would move the last bits.
    return Math.abs(length - 1) < UNIT_TOLERANCE ? values : values.map((value) => value / length)
  })
}
