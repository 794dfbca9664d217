import { Fault } from '../../core/fault.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import { checkedVectors } from './checked-vectors.ts'
import { batchesByTokens, type EstimatedText, wordChunks } from './word-chunks.ts'

export interface OpenAiSettings {
  /** With or without the trailing /v1 */
  readonly url: string
  readonly model: string
  readonly dimension: number
  readonly key: string | null
  /** Tokens that the model reads */
  readonly maxTokens: number
  /** Tokens a request */
  readonly batchTokens: number
  /** Of one request, headers and body */
  readonly timeoutMs: number
}

/**
 * A server that speaks OpenAI's /v1/embeddings (vLLM, TEI, infinity). No retries in here: that is the caller's.
 * Requests go one after the other, each as full as `batchTokens` lets it.
 */
export function openAiEmbedder(settings: OpenAiSettings): Embedder {
  const { model, dimension, maxTokens, batchTokens } = settings
  return {
    model,
    dimension,
    async embed(texts, signal) {
      const chunks = texts.flatMap((text, nth) =>
        wordChunks(text, maxTokens).map((chunk) => ({ ...chunk, nth })),
      )
      const vectors: Float32Array[][] = texts.map(() => [])
      for (const batch of batchesByTokens(chunks, batchTokens)) {
        const answered = await embedBatch(batch, settings, signal)
        batch.forEach(({ nth }, at) => {
          vectors[nth]!.push(answered[at]!)
        })
      }
      return vectors
    },
  }
}

async function embedBatch(
  batch: readonly EstimatedText[],
  settings: OpenAiSettings,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const input = batch.map(({ text }) => text)
  const body = JSON.stringify({ model: settings.model, input, encoding_format: 'float' })
  const answer = await post(body, settings, signal)
  const vectors = inOrder(answer, input.length)
  return checkedVectors(vectors, settings.dimension)
}

async function post(body: string, settings: OpenAiSettings, signal: AbortSignal): Promise<unknown> {
  const { url, key, timeoutMs } = settings
  const target = `${url.replace(/\/+$/, '').replace(/\/v1$/, '')}/v1/embeddings`
  const headers = {
    'content-type': 'application/json',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  }
  // One deadline over headers and body: a server that drips its answer is as good as away.
  const deadline = AbortSignal.timeout(timeoutMs)
  const either = AbortSignal.any([signal, deadline])
  let status = 0
  let text = ''
  try {
    const response = await fetch(target, { method: 'POST', headers, body, signal: either })
    status = response.status
    text = await response.text()
  } catch (cause) {
    signal.throwIfAborted()
    const why = deadline.aborted ? `no answer in ${timeoutMs} ms` : 'no connection'
    throw new Fault('embedder.unavailable', why, { cause })
  }
  if (status === 200) return parsed(text)
  // 400 and 422 are what the text caused; the key, the model's name or the server are the environment's.
  const isItsOwn = status === 400 || status === 413 || status === 422
  throw new Fault(isItsOwn ? 'embedder.bad_answer' : 'embedder.unavailable', `status ${status}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Fault('embedder.bad_answer', `no JSON, ${text.length} characters`, { cause })
  }
}

interface Item {
  readonly index: number
  readonly embedding: readonly number[]
}

const isItem = (item: unknown): item is Item => {
  const { index, embedding } = (item ?? {}) as Partial<Item>
  return Number.isInteger(index) && Array.isArray(embedding) && embedding.every(Number.isFinite)
}

/** By the answer's own index: its order is promised by nobody. */
function inOrder(answer: unknown, count: number): readonly (readonly number[])[] {
  const data = (answer as { data?: unknown } | null)?.data
  const items = Array.isArray(data) ? data.filter(isItem) : []
  const vectors = Array.from({ length: count }, (_, at) => items.find((item) => item.index === at))
  if (items.length !== count || vectors.some((item) => item === undefined)) {
    throw new Fault('embedder.bad_answer', `${items.length} vectors for ${count} texts`)
  }
  return vectors.map((item) => item!.embedding)
}
