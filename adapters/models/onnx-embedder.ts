import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Fault } from '../../core/fault.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import { checkedVectors } from './checked-vectors.ts'
import type { Work, Worked, WorkerSettings } from './onnx-worker.ts'

export interface OnnxSettings {
  /** Holds model.onnx, tokenizer.json and model.json */
  readonly modelDir: string
  /** Worker threads, one text at a time each */
  readonly threads: number
}

interface Description {
  readonly name: string
  readonly dimension: number
  readonly maxTokens: number
  readonly digest: string
}

/** A model on this machine's CPU. @throws Fault setup.incomplete when the folder holds no model */
export async function openOnnxEmbedder({
  modelDir,
  threads,
}: OnnxSettings): Promise<Embedder & AsyncDisposable> {
  const { name, dimension, maxTokens, digest } = await description(modelDir)
  const crew = openCrew(threads, { modelDir, maxTokens })
  try {
    await crew.ready
  } catch (cause) {
    await crew.close()
    throw new Fault('embedder.unavailable', 'the model does not load', { cause })
  }
  return {
    model: `${name}@${digest.replace('sha256:', '').slice(0, 12)}`,
    dimension,
    async embed(texts, signal) {
      signal.throwIfAborted()
      const answers = await Promise.all(texts.map((text) => crew.embed(text, signal)))
      return answers.map((vectors) => checkedVectors(vectors, dimension))
    },
    [Symbol.asyncDispose]: crew.close,
  }
}

async function description(modelDir: string): Promise<Description> {
  try {
    return JSON.parse(await readFile(join(modelDir, 'model.json'), 'utf8')) as Description
  } catch (cause) {
    throw new Fault('setup.incomplete', 'no embedding model: EMBEDDING_MODEL_DIR', { cause })
  }
}

interface Task {
  readonly text: string
  readonly resolve: (vectors: readonly Float32Array[]) => void
  readonly reject: (error: unknown) => void
}

// Two texts a worker: the next one lies ready when the first is done.
const AHEAD = 2

function openCrew(threads: number, settings: WorkerSettings) {
  const queue: Task[] = []
  let closing = false
  const members = Array.from({ length: threads }, () => startMember())

  function startMember() {
    const worker = new Worker(new URL('./onnx-worker.ts', import.meta.url), {
      workerData: settings,
    })
    const tasks = new Map<number, Task>()
    let lastId = 0
    let isReady = false
    const ready = Promise.withResolvers<void>()
    worker.on('message', (message: Worked | 'ready') => {
      if (message === 'ready') {
        isReady = true
        ready.resolve()
      } else {
        const task = tasks.get(message.id)
        tasks.delete(message.id)
        if ('vectors' in message) task?.resolve(message.vectors)
        else task?.reject(new Fault('embedder.bad_answer', message.failed))
      }
      feed()
    })
    worker.on('error', (error) => ready.reject(error))
    worker.on('exit', (code) => {
      const fault = new Fault('embedder.unavailable', `worker ended with ${code}`)
      ready.reject(fault)
      for (const task of tasks.values()) task.reject(fault)
      const at = members.findIndex((member) => member.worker === worker)
      if (at < 0 || closing) return
      // One that never got ready would only fail again: its place stays empty until all are.
      if (isReady) members[at] = startMember()
      else members.splice(at, 1)
      if (members.length === 0) for (const task of queue.splice(0)) task.reject(fault)
    })
    // Whoever awaits it sees the failure; nobody need.
    ready.promise.catch(() => {})
    const give = (task: Task) => {
      const work: Work = { id: ++lastId, text: task.text }
      tasks.set(work.id, task)
      worker.postMessage(work)
    }
    return { worker, tasks, give, isReady: () => isReady, ready: ready.promise }
  }

  function feed() {
    for (const member of members) {
      while (member.isReady() && member.tasks.size < AHEAD && queue.length > 0) {
        member.give(queue.shift()!)
      }
    }
  }

  return {
    ready: Promise.all(members.map((member) => member.ready)),
    embed(text: string, signal: AbortSignal) {
      const { promise, resolve, reject } = Promise.withResolvers<readonly Float32Array[]>()
      if (closing || members.length === 0) {
        reject(new Fault('embedder.unavailable', closing ? 'closed' : 'no worker is left'))
        return promise
      }
      const task = { text, resolve, reject }
      const abort = () => {
        const at = queue.indexOf(task)
        if (at >= 0) queue.splice(at, 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', abort, { once: true })
      queue.push(task)
      feed()
      return promise.finally(() => signal.removeEventListener('abort', abort))
    },
    async close() {
      closing = true
      const closed = new Fault('embedder.unavailable', 'closed')
      for (const task of queue.splice(0)) task.reject(closed)
      await Promise.all(members.map((member) => member.worker.terminate()))
    },
  }
}
