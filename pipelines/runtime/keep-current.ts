import type { EventLog } from '../../core/ports/event-log.ts'
import type { Sink } from '../../core/ports/sink.ts'
import type { LandingStep } from '../topology.ts'
import type { Surroundings } from './surroundings.ts'

export interface Keeping {
  readonly step: Pick<LandingStep, 'name' | 'reads'>
  readonly sink: Sink
  readonly log: Pick<EventLog, 'ends' | 'committed'>
  readonly surroundings: Surroundings
  readonly everyMs: number
}

/**
 * Keeps "complete to" honest where nothing arrives: a store that has landed all of a quiet partition is complete to now,
 * not to its last event. Best effort: what is not told is late, never wrong.
 */
export function keepCurrent(keeping: Keeping): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const loop = async () => {
    while (!signal.aborted) {
      await tell(keeping, signal).catch((error: Error) => {
        if (!signal.aborted) keeping.surroundings.log('not told how current', { error: error.name })
      })
      await keeping.surroundings.sleep(keeping.everyMs, signal).catch(() => {}) // stopped
    }
  }
  const running = loop()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** One round: every partition of which the group has committed all that there was a moment before. */
export async function tell({ step, sink, log }: Keeping, signal: AbortSignal): Promise<void> {
  if (!sink.caughtUp) return
  for (const topic of step.reads) {
    // The end first: what is appended after it is not claimed to be there.
    const ends = await log.ends(topic)
    const committed = await log.committed(step.name, topic)
    for (const [partition, end] of ends) {
      if ((committed.get(partition) ?? 0) < end) continue
      await sink.caughtUp({ topic, partition, end }, signal)
    }
  }
}
