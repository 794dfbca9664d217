/** Just enough of the protobuf wire to write an ONNX file: parts are kept apart until the end. */
export type Parts = Uint8Array[]

const sizeOf = (parts: Parts) => parts.reduce((sum, part) => sum + part.byteLength, 0)

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  return Uint8Array.from([...bytes, rest])
}

/** A field of 64 bits or less, not negative. */
export function int(field: number, value: number): Parts {
  return [varint(field * 8), varint(value)]
}

/** Negative numbers take ten bytes on this wire. */
export function signedInt(field: number, value: number): Parts {
  if (value >= 0) return int(field, value)
  const bytes = new Uint8Array(10)
  let rest = BigInt.asUintN(64, BigInt(value))
  for (let i = 0; i < 10; i++) {
    bytes[i] = Number(rest & 127n) | (i < 9 ? 128 : 0)
    rest >>= 7n
  }
  return [varint(field * 8), bytes]
}

export function float(field: number, value: number): Parts {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setFloat32(0, value, true)
  return [varint(field * 8 + 5), bytes]
}

export function message(field: number, ...inner: Parts[]): Parts {
  const parts = inner.flat()
  return [varint(field * 8 + 2), varint(sizeOf(parts)), ...parts]
}

export const bytes = (field: number, value: Uint8Array): Parts => message(field, [value])
export const text = (field: number, value: string) => bytes(field, new TextEncoder().encode(value))
