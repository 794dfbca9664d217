/**
 * The partition of a key, as Kafka's own clients choose it: murmur2 of its bytes, without the sign, modulo the count.
 * @param partitions  how many there are, > 0
 */
export const partitionOfKey = (key: Uint8Array, partitions: number): number =>
  (murmur2(key) & 0x7fffffff) % partitions

const SEED = 0x9747b28c
const FACTOR = 0x5bd1e995

function murmur2(bytes: Uint8Array): number {
  let hash = SEED ^ bytes.length
  let at = 0
  for (const end = bytes.length - 3; at < end; at += 4) {
    let word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    word = Math.imul(word, FACTOR)
    word ^= word >>> 24
    hash = Math.imul(hash, FACTOR) ^ Math.imul(word, FACTOR)
  }
  const left = bytes.length - at
  if (left > 2) hash ^= bytes[at + 2]! << 16
  if (left > 1) hash ^= bytes[at + 1]! << 8
  if (left > 0) hash = Math.imul(hash ^ bytes[at]!, FACTOR)
  hash = Math.imul(hash ^ (hash >>> 13), FACTOR)
  return hash ^ (hash >>> 15)
}
