import { type Environment, readConfig, Type } from '../../core/config.ts'

const EmbedderConfig = Type.Object({
  EMBEDDING_URL: Type.Optional(
    Type.String({ description: 'Base URL of an OpenAI-compatible server; else the local model' }),
  ),
  EMBEDDING_MODEL: Type.String({
    default: 'BAAI/bge-large-en-v1.5',
    description: 'Model that the server is asked for',
  }),
  EMBEDDING_DIMENSION: Type.Integer({
    default: 1024,
    minimum: 1,
    description: 'Length of that model’s vectors',
  }),
  EMBEDDING_MAX_TOKENS: Type.Integer({
    default: 512,
    minimum: 16,
    description: 'Tokens that the model reads',
  }),
  EMBEDDING_BATCH_TOKENS: Type.Integer({
    default: 16_384,
    minimum: 16,
    description: 'Tokens a request to the server',
  }),
  EMBEDDING_TIMEOUT_MS: Type.Integer({
    default: 30_000,
    minimum: 100,
    description: 'Per request, headers and body',
  }),
  EMBEDDING_KEY: Type.Optional(Type.String({ description: 'Bearer key of the server' })),
  EMBEDDING_MODEL_DIR: Type.Optional(
    Type.String({ description: 'Folder of the local model: model.onnx, tokenizer.json' }),
  ),
  EMBEDDING_THREADS: Type.Integer({
    default: 1,
    minimum: 1,
    maximum: 64,
    description: 'Worker threads of the local model',
  }),
})

/** @throws Error naming every missing or bad setting */
export function readEmbedderSettings(env: Environment) {
  const settings = readConfig(EmbedderConfig, env)
  const { EMBEDDING_URL: url, EMBEDDING_MODEL_DIR: modelDir = null } = settings
  if (url === undefined && modelDir === null) {
    throw new Error('settings: EMBEDDING_MODEL_DIR or EMBEDDING_URL is missing')
  }
  const server = url === undefined ? null : { url, ...serverOf(settings) }
  return { server, modelDir, threads: settings.EMBEDDING_THREADS }
}

const serverOf = (settings: ReturnType<typeof readConfig<typeof EmbedderConfig>>) => ({
  model: settings.EMBEDDING_MODEL,
  dimension: settings.EMBEDDING_DIMENSION,
  maxTokens: settings.EMBEDDING_MAX_TOKENS,
  batchTokens: settings.EMBEDDING_BATCH_TOKENS,
  timeoutMs: settings.EMBEDDING_TIMEOUT_MS,
  key: settings.EMBEDDING_KEY ?? null,
})
