import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { Tokenizer } from '@huggingface/tokenizers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { chunksOf } from './chunks.ts'

// One text at a time and one thread a session: on a CPU batches cost more than they save, and a text's vectors must
// not depend on what is embedded beside it.

export interface Work {
  readonly id: number
  readonly text: string
}

export type Worked =
  | { readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly id: number; readonly failed: string }

export interface WorkerSettings {
  readonly modelDir: string
  /** Tokens that the model reads, its two marks included */
  readonly maxTokens: number
}

const { modelDir, maxTokens } = workerData as WorkerSettings
const port = parentPort!

const json = (name: string): object =>
  JSON.parse(readFileSync(join(modelDir, name), 'utf8')) as object
const tokenizer = new Tokenizer(json('tokenizer.json'), {})
const session = await InferenceSession.create(join(modelDir, 'model.onnx'), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
})
const output = session.outputNames[0]!
const [first, last] = tokenizer.encode('').ids as [number, number]

async function embedTokens(tokens: readonly number[]): Promise<Float32Array> {
  const ids = BigInt64Array.from([first, ...tokens, last], BigInt)
  const shape = [1, ids.length]
  const given: Record<string, Tensor> = {
    input_ids: new Tensor('int64', ids, shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
  }
  const inputs = Object.fromEntries(session.inputNames.map((name) => [name, given[name]!]))
  const result = await session.run(inputs)
  return Float32Array.from(result[output]!.data as Float32Array)
}

async function embedText({ id, text }: Work): Promise<Worked> {
  try {
    const { ids, tokens } = tokenizer.encode(text, { add_special_tokens: false })
    const vectors: Float32Array[] = []
    for (const chunk of chunksOf(ids, tokens, maxTokens - 2)) vectors.push(await embedTokens(chunk))
    return { id, vectors }
  } catch (error) {
    // Name only: a message of the tokenizer may quote the text.
    return { id, failed: error instanceof Error ? error.name : 'error' }
  }
}

// One after the other, in the order of arrival.
let turn = Promise.resolve()
port.on('message', (work: Work) => {
  turn = turn.then(async () => port.postMessage(await embedText(work)))
})
port.postMessage('ready')
