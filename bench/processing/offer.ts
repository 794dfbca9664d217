// Publishes scores at a steady pace: node bench/processing/offer.ts PREFIX EVENTS_A_SECOND SECONDS.
import { openLog, publicationOf } from './input.ts'

const [prefix = '', perSecond = '500', seconds = '10'] = process.argv.slice(2)
const EVENTS = Number(perSecond) * Number(seconds)
const TICK_MS = 2

const log = await openLog(prefix)
const begun = performance.now()
let offered = 0
const sends: Promise<void>[] = []
while (offered < EVENTS) {
  const due = Math.floor(((performance.now() - begun) / 1000) * Number(perSecond)) + 1
  for (; offered < Math.min(due, EVENTS); offered++)
    sends.push(log.publish([publicationOf(offered)]))
  await new Promise((resolve) => setTimeout(resolve, TICK_MS))
}
await Promise.all(sends)
await log.close()
process.exit()
