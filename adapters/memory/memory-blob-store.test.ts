import { blobStoreContract } from '../../test/contracts/blob-store.ts'
import { memoryBlobStore } from './memory-blob-store.ts'

blobStoreContract('memory', async () => memoryBlobStore())
