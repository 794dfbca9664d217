import type { EachBatchPayload } from 'kafkajs'

const GROUP_CHANGES = new Set([
  'REBALANCE_IN_PROGRESS',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'NOT_COORDINATOR_FOR_GROUP',
  'GROUP_LOAD_IN_PROGRESS',
])

/** Does the broker say by this that the group is no longer as it was? */
export const isGroupChange = (cause: unknown) =>
  GROUP_CHANGES.has((cause as { type?: string }).type ?? '')

/**
 * Keeps a member alive while a batch is in hand, and learns of a rebalance from the answers.
 * @returns `rebalance`: the broker's error, which kafkajs must learn too; null when there was none
 */
export function beat(
  { heartbeat }: Pick<EachBatchPayload, 'heartbeat'>,
  everyMs: number,
  onRebalance: () => void,
): { stop(): void; rebalance(): unknown } {
  let rebalance: unknown = null
  const timer = setInterval(() => {
    heartbeat().catch((cause) => {
      // A broker that is away for a moment is not a rebalance: the batch goes on.
      if (!isGroupChange(cause)) return
      rebalance ??= cause
      onRebalance()
    })
  }, everyMs)
  return { stop: () => clearInterval(timer), rebalance: () => rebalance }
}
