const SIZE = Float32Array.BYTES_PER_ELEMENT
const isBigEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 0

/** Vectors as an event carries them: float32, little endian, one after the other. */
export function vectorBytes(vectors: readonly Float32Array[]): Buffer {
  const dimension = vectors[0]?.length ?? 0
  const bytes = Buffer.alloc(vectors.length * dimension * SIZE)
  vectors.forEach((vector, nth) => {
    for (let at = 0; at < dimension; at++) {
      bytes.writeFloatLE(vector[at]!, (nth * dimension + at) * SIZE)
    }
  })
  return bytes
}

/** @throws RangeError when the bytes are no whole number of vectors */
export function vectorsOf(bytes: Uint8Array, dimension: number): readonly Float32Array[] {
  if (bytes.length === 0) return []
  if (dimension < 1 || bytes.length % (dimension * SIZE) !== 0) {
    throw new RangeError(`${bytes.length} bytes of vectors of ${dimension}`)
  }
  // Copied: the bytes may begin anywhere in a larger buffer, and a view must begin at a multiple of four.
  const copy = Uint8Array.from(bytes)
  if (isBigEndian) Buffer.from(copy.buffer).swap32()
  const values = new Float32Array(copy.buffer)
  return Array.from({ length: values.length / dimension }, (_, nth) =>
    values.subarray(nth * dimension, (nth + 1) * dimension),
  )
}
