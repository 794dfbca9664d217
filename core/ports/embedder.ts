/** Text to vectors of unit length. */
export interface Embedder {
  /** Name and revision: travels with every vector */
  readonly model: string
  readonly dimension: number
  /**
   * Each text is cut into chunks that the model can read whole; one vector a chunk, in order.
   * The same text gives the same vectors, bit for bit, whatever is embedded beside it.
   * @throws Fault embedder.unavailable | embedder.bad_answer (wrong dimension or not finite)
   */
  embed(
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly (readonly Float32Array[])[]>
}
