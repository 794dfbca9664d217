/** The float32 tensors of a safetensors file: 8 bytes of length, a JSON header, then raw numbers. */
export function readSafetensors(file: Uint8Array): (name: string) => Float32Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const headerLength = Number(view.getBigUint64(0, true))
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + headerLength)))
  return (name) => {
    const entry: { dtype: string; data_offsets: [number, number] } | undefined = header[name]
    if (entry?.dtype !== 'F32') throw new Error(`no float32 tensor ${name} among the weights`)
    const [start, end] = entry.data_offsets
    // Copied, as the numbers need not begin at a multiple of four (slice of a Buffer would not).
    const raw = new Uint8Array(file.subarray(8 + headerLength + start, 8 + headerLength + end))
    return new Float32Array(raw.buffer)
  }
}

/** @param matrix  `rows` by `columns`, row after row */
export function transposed(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(matrix.length)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) out[c * rows + r] = matrix[r * columns + c] ?? 0
  }
  return out
}
