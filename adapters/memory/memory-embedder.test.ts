import { embedderContract } from '../../test/contracts/embedder.ts'
import { memoryEmbedder } from './memory-embedder.ts'

embedderContract('memory', async () => memoryEmbedder())
