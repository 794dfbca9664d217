import type { InboxEvent } from '../../core/events/events.generated.ts'
import { openIntegration } from '../world/open-integration.ts'
import type { World } from '../world/open-world.ts'
import { anApplication, someApplications } from '../world/some-applications.ts'

/** Applications at a steady pace until `stop`; a send that fails fails there. */
export async function underLoad(world: World, { everyMs, from = 0 }: LoadOptions) {
  const integration = await openIntegration(world)
  const events: InboxEvent[] = someApplications(world.tenantId, FIRST, { from })
  await integration.send(events)
  const sends: Promise<void>[] = []
  const timer = setInterval(() => {
    const next = anApplication(world.tenantId, from + events.length)
    events.push(next)
    sends.push(integration.send([next]))
  }, everyMs)
  return {
    /** Everything so far once more, in the same order. */
    repeat: () => integration.send(events.slice()),
    /** Everything that was accepted */
    async stop(): Promise<readonly InboxEvent[]> {
      clearInterval(timer)
      await Promise.all(sends)
      await integration.close()
      return events
    },
  }
}

interface LoadOptions {
  readonly everyMs: number
  /** Number of the first application: another load's are others */
  readonly from?: number
}

const FIRST = 4
