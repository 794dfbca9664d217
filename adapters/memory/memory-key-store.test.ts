import { keyStoreContract } from '../../test/contracts/key-store.ts'
import { memoryKeyStore } from './memory-key-store.ts'

keyStoreContract('memory', async () => {
  const keys = memoryKeyStore()
  return { keys, another: () => keys }
})
