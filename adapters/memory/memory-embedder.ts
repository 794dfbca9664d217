import { createHash } from 'node:crypto'
import type { Embedder } from '../../core/ports/embedder.ts'

const WORDS_A_CHUNK = 200

/** For tests and dry runs: texts that share words are near, and nothing else is. Deterministic, no model. */
export function memoryEmbedder(dimension = 64): Embedder {
  return {
    model: 'words-by-hash@1',
    dimension,
    async embed(texts, signal) {
      signal.throwIfAborted()
      return texts.map((text) => chunks(text).map((words) => vectorOf(words, dimension)))
    },
  }
}

function chunks(text: string): string[][] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []
  const count = Math.ceil(words.length / WORDS_A_CHUNK)
  return Array.from({ length: count }, (_, n) =>
    words.slice(n * WORDS_A_CHUNK, (n + 1) * WORDS_A_CHUNK),
  )
}

function vectorOf(words: readonly string[], dimension: number): Float32Array {
  const sum = new Float64Array(dimension)
  for (const word of words) {
    const hash = createHash('sha1').update(word).digest()
    sum[hash.readUInt32LE(0) % dimension]! += 1
  }
  const length = Math.hypot(...sum)
  return Float32Array.from(sum, (value) => value / length)
}
