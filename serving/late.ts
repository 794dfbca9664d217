import { Fault } from '../core/fault.ts'
import type { EventPublisher } from '../core/ports/event-log.ts'

/** Something that is opened at its first use, and again when that failed: serving starts while a part is away. */
export interface Late<T> {
  get(): Promise<T>
  /** What is open, without opening it */
  current(): T | null
}

export function late<T>(open: () => Promise<T>): Late<T> {
  let opening: Promise<T> | null = null
  let opened: T | null = null
  const begin = async (): Promise<T> => {
    try {
      opened = await open()
      return opened
    } catch (error) {
      opening = null
      throw error
    }
  }
  return {
    get: () => {
      opening ??= begin()
      return opening
    },
    current: () => opened,
  }
}

/** A client library tries for long to connect; who sends is told sooner, and opening goes on for the next one. */
const OPEN_WAIT_MS = 2000

/** A log that is away costs those who write, not those who read. */
export const latePublisher = (log: Late<EventPublisher>): EventPublisher => ({
  async publish(publications, signal) {
    const opened = log.current() ?? (await Promise.race([log.get(), tooLate(OPEN_WAIT_MS)]))
    await opened.publish(publications, signal)
  },
})

const tooLate = (ms: number) =>
  new Promise<never>((_resolve, reject) => {
    AbortSignal.timeout(ms).addEventListener('abort', () =>
      reject(new Fault('event_log.unavailable', `not open after ${ms} ms`)),
    )
  })
