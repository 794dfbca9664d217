import { MilvusClient } from '@zilliz/milvus2-sdk-node'
import { Fault } from '../../core/fault.ts'

/** The calls that we make of the SDK. */
export type Milvus = Pick<
  MilvusClient,
  | 'hasCollection'
  | 'createCollection'
  | 'createIndex'
  | 'loadCollection'
  | 'getLoadState'
  | 'dropCollection'
  | 'showCollections'
  | 'upsert'
  | 'delete'
  | 'query'
  | 'search'
  | 'closeConnection'
>

export interface MilvusSettings {
  /** http://host:port, or https:// */
  readonly url: string
  /** user:password or an API key */
  readonly token?: string
  readonly timeoutMs?: number
}

export const TIMEOUT_MS = 5_000

/** Connects at the first call, and again after a server was away. */
export function openMilvus({ url, token, timeoutMs = TIMEOUT_MS }: MilvusSettings): Milvus {
  return new MilvusClient({
    address: url.replace(/^http:\/\//, ''),
    ...(token === undefined ? {} : { token }),
    timeout: timeoutMs,
    // It tells every request, vectors and all, where NODE_ENV says test.
    logLevel: 'error',
    // Retrying is the runtime's, by one table; three hidden tries here would multiply it.
    maxRetries: 0,
    // It connects in its constructor otherwise, and a server that is away then is an unhandled rejection.
    __SKIP_CONNECT__: true,
    channelOptions: {
      // Reconnecting backs off to two minutes by default: longer than any outage we want to survive unseen.
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 1_000,
      'grpc.enable_retries': 0,
    },
  })
}

interface Status {
  readonly error_code?: string | number
  readonly code?: number
  readonly reason?: string
}

/**
 * One call, within its time, its status read: the SDK resolves with a failed status rather than throwing.
 * @throws Fault vector_index.unavailable: nothing here is provably a vector's own fault, so another try is worth it
 */
export async function ask<Reply extends Status | { readonly status: Status }>(
  what: string,
  call: Promise<Reply>,
  signal: AbortSignal,
  timeoutMs = TIMEOUT_MS,
): Promise<Reply> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs + 500)])
  try {
    const reply = await Promise.race([call, aborted(deadline)])
    const { error_code, code = 0, reason } = statusOf(reply)
    if (error_code !== 'Success' || code !== 0) throw new Error(`${error_code} ${code}: ${reason}`)
    return reply
  } catch (cause) {
    signal.throwIfAborted()
    throw new Fault('vector_index.unavailable', what, { cause })
  }
}

const statusOf = (reply: Status | { readonly status: Status }): Status =>
  'status' in reply ? reply.status : reply

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
