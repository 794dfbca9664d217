import type { Topic } from '../../core/events/topics.ts'
import type { EventLog } from '../../core/ports/event-log.ts'
import type { Sink } from '../../core/ports/sink.ts'
import type { Progress } from './progress.ts'
import type { Surroundings } from './surroundings.ts'

export interface Keeping {
  readonly step: { readonly name: string; readonly reads: readonly Topic[] }
  readonly progress: Progress
  /** Absent: a processor, which no reader waits for */
  readonly sink?: Sink
  readonly log: Pick<EventLog, 'ends' | 'committed'>
  readonly surroundings: Surroundings
  readonly everyMs: number
}

/**
 * Looks at the log itself, where nothing arrives. A store that has landed all of a quiet partition is complete to now, not
 * to its last event; and a partition with lag that no batch comes from stands still, which readiness must know.
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

/** One round: how far the group has committed of what there was a moment before. */
export async function tell(
  { step, progress, sink, log }: Keeping,
  signal: AbortSignal,
): Promise<void> {
  for (const topic of step.reads) {
    // The end first: what is appended after it is not claimed to be there.
    const ends = await log.ends(topic)
    const committed = await log.committed(step.name, topic)
    for (const [partition, end] of ends) {
      const next = committed.get(partition) ?? 0
      progress.noticed({ topic, partition }, { next, end })
      if (next >= end) await sink?.caughtUp?.({ topic, partition, end }, signal)
    }
  }
}
