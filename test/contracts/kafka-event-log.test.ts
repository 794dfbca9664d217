import { inject } from 'vitest'
import { eventLogContract } from './event-log.ts'
import { openTestLog } from './open-test-log.ts'

const settings = inject('settings')

eventLogContract('kafka', async () => {
  const { codec, open } = await openTestLog({ settings })
  const logs = [await open()]
  const again = async () => {
    const log = await open()
    logs.push(log)
    return log
  }
  const close = async () => {
    await Promise.all(logs.map((log) => log.close()))
  }
  return { log: logs[0]!, codec, again, close }
})
