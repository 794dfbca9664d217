import { DIMENSION, vectorIndexContract } from '../../test/contracts/vector-index.ts'
import { memoryVectorIndex } from './memory-vector-index.ts'

vectorIndexContract('memory', async () => memoryVectorIndex({ dimension: DIMENSION }))
