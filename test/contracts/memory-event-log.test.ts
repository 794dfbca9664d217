import { openLocalCodec } from '../../adapters/kafka/own-schemas.ts'
import { MemoryEventLog } from '../../adapters/memory/memory-event-log.ts'
import { eventLogContract } from './event-log.ts'

eventLogContract('memory', async () => {
  const codec = await openLocalCodec()
  const log = new MemoryEventLog({ codec, clock: () => 0 })
  return { log, codec, again: async () => log, close: () => log.close() }
})
