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

/** A log that is away costs those who write, not those who read. */
export const latePublisher = (log: Late<EventPublisher>): EventPublisher => ({
  publish: async (publications, signal) => (await log.get()).publish(publications, signal),
})
