import { Fault } from '../../core/fault.ts'
import type { Embedder } from '../../core/ports/embedder.ts'
import { openOnnxEmbedder } from './onnx-embedder.ts'
import { type OpenAiSettings, openAiEmbedder } from './open-ai-embedder.ts'

export interface EmbedderSettings {
  /** null: the local model */
  readonly server: OpenAiSettings | null
  readonly modelDir: string | null
  /** Worker threads of the local model */
  readonly threads: number
}

/** The embedder that the settings name. @throws Fault setup.incomplete | embedder.unavailable */
export async function openEmbedder({
  server,
  modelDir,
  threads,
}: EmbedderSettings): Promise<Embedder & Partial<AsyncDisposable>> {
  if (server !== null) return openAiEmbedder(server)
  if (modelDir === null) throw new Fault('setup.incomplete', 'no embedding model is set')
  return openOnnxEmbedder({ modelDir, threads })
}
