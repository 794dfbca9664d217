import type { Publication } from '../../core/events/topics.ts'
import type { EventLog, EventPublisher } from '../../core/ports/event-log.ts'
import type { Sink } from '../../core/ports/sink.ts'

/** Where a worker can die between poll and commit. */
export const CRASH_POINTS = [
  'polled',
  'publishing',
  'half published',
  'published',
  'claiming',
  'writing',
  'written',
  'committing',
  'committed',
] as const
export type CrashPoint = (typeof CRASH_POINTS)[number]

/** Dies at the n-th time that a point is passed, as if killed from outside: nothing is cleaned up. */
export function crasher(at: CrashPoint, nth: number) {
  let passed = 0
  return (point: CrashPoint): void => {
    if (point === at && ++passed === nth) process.kill(process.pid, 'SIGKILL')
  }
}
type Crash = ReturnType<typeof crasher>

/** The log as it is, with crash points around what it is asked. */
export function crashingLog(log: EventLog, crash: Crash): EventLog {
  return {
    ...crashingPublisher(log, crash),
    ends: (topic) => log.ends(topic),
    committed: (group, topic) => log.committed(group, topic),
    close: () => log.close(),
    consume: (subscription) =>
      log.consume({
        ...subscription,
        async onBatch(batch, session) {
          if (subscription.ephemeral) return subscription.onBatch(batch, session)
          crash('polled')
          const handled = await subscription.onBatch(batch, session)
          crash('committing')
          await session.commit(handled.next)
          crash('committed')
          return handled
        },
      }),
  }
}

export const crashingPublisher = (publisher: EventPublisher, crash: Crash): EventPublisher => ({
  async publish(publications: readonly Publication[], signal) {
    crash('publishing')
    const half = Math.ceil(publications.length / 2)
    await publisher.publish(publications.slice(0, half), signal)
    crash('half published')
    await publisher.publish(publications.slice(half), signal)
    crash('published')
  },
})

export const crashingSink = (sink: Sink, crash: Crash): Sink => ({
  ...sink,
  async claim(partitions, signal) {
    crash('claiming')
    return sink.claim(partitions, signal)
  },
  async write(batch, signal) {
    crash('writing')
    await sink.write(batch, signal)
    crash('written')
  },
})
