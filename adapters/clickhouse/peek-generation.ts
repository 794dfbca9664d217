/**
 * Reads one number out of an undecoded event: the generation it belongs to. All events that carry one start with their
 * ids, so it stands a few strings in, and decoding the rest would cost more than landing it.
 * @param writerSchema  JSON text of the record
 * @returns a reader of raw events; null when there is no such field behind strings alone
 */
export function generationReader(writerSchema: string): ((raw: Uint8Array) => number) | null {
  const { fields } = JSON.parse(writerSchema) as { fields: { name: string; type: unknown }[] }
  const strings = fields.findIndex(({ name }) => name === 'generation')
  if (strings < 0 || !fields.slice(0, strings).every(({ type }) => isString(type))) return null
  return (raw) => {
    const cursor = { raw, at: 5 }
    for (let string = 0; string < strings; string++) {
      const length = integer(cursor)
      cursor.at += length
    }
    return integer(cursor)
  }
}

const isString = (type: unknown): boolean =>
  type === 'string' ||
  (typeof type === 'object' && type !== null && 'type' in type && type.type === 'string')

/** @returns -1 behind the end: no generation, so the event belongs to none */
function integer(cursor: { readonly raw: Uint8Array; at: number }): number {
  let zigzag = 0
  for (let scale = 1; ; scale *= 128) {
    const byte = cursor.raw[cursor.at++]
    if (byte === undefined) return -1
    zigzag += (byte & 127) * scale
    if (byte < 128) break
  }
  return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
}
