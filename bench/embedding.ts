// Embedding 500 résumés on one core: ours, one text at a time in a worker thread, beside the same model in batches.
// sentence-transformers itself brings gigabytes of torch and CUDA; the peer runs the same weights the way that it does
// (batches of 32, sorted by length, padded) on onnxruntime, which is no slower on a CPU.
// Usage: npm run bench -- embedding [texts] [rounds]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openOnnxEmbedder } from '../adapters/models/onnx-embedder.ts'
import { cacheFolder, runQuietly } from '../bin/piece.mjs'
import { benchTexts } from './embedding/texts.ts'
import { interleaved, report } from './harness.ts'

const [COUNT = 500, ROUNDS = 5] = process.argv.slice(2).map(Number).filter(Number.isFinite)
const modelDir = process.env.EMBEDDING_MODEL_DIR ?? ''
const { of, texts } = benchTexts(COUNT)
const { signal } = new AbortController()

async function peerPython(): Promise<string> {
  const folder = join(cacheFolder(process.env), 'bench-embedding-peer-1')
  const python = join(folder, 'bin', 'python')
  if (!existsSync(join(folder, 'ready'))) {
    const packages = ['onnxruntime==1.30.0', 'tokenizers==0.23.1', 'numpy==2.4.1']
    const env = process.env
    await runQuietly('python3', ['-m', 'venv', folder], { env })
    await runQuietly(python, ['-m', 'pip', 'install', '--quiet', ...packages], { env })
    await runQuietly('touch', [join(folder, 'ready')], { env })
  }
  return python
}

const script = join(import.meta.dirname, 'embedding', 'peer.py')
const peer = spawn(await peerPython(), [script, modelDir], { stdio: ['pipe', 'pipe', 'inherit'] })
const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]()
await using embedder = await openOnnxEmbedder({ modelDir, threads: 1 })

let ourFirst: readonly number[] = []
let peerFirst: readonly number[] = []

async function ours() {
  const began = performance.now()
  const before = process.cpuUsage()
  const vectors = await embedder.embed(texts, signal)
  const used = process.cpuUsage(before)
  ourFirst = [...vectors[0]![0]!]
  return perText((used.user + used.system) / 1e6, (performance.now() - began) / 1e3)
}

async function batches() {
  peer.stdin.write(`${JSON.stringify(texts)}\n`)
  const { value } = await answers.next()
  const { cpu, wall, first } = JSON.parse(value ?? '{}') as {
    cpu: number
    wall: number
    first: number[]
  }
  peerFirst = first
  return perText(cpu, wall)
}

const perText = (cpu: number, wall: number) => ({
  cpuMsPerText: (cpu / texts.length) * 1e3,
  wallMsPerText: (wall / texts.length) * 1e3,
})

const OURS = 'ours: onnxruntime-node, one text at a time'
const PEER = 'onnxruntime in Python, batches of 32 (as sentence-transformers runs it)'
const ways = [
  { name: OURS, round: ours },
  { name: PEER, round: batches },
]
const measured = await interleaved(ways, ROUNDS, { name: PEER, figure: 'cpuMsPerText' })
peer.stdin.end()
await once(peer, 'exit')

const cosine = ourFirst.reduce((sum, value, at) => sum + value * (peerFirst[at] ?? 0), 0)
report({
  bench: 'embedding',
  texts: texts.length,
  of,
  measured,
  sameVectors: cosine,
})
