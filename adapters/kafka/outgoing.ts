import { crc32 } from 'node:zlib'
import { ATTEMPT_HEADER, CRC_HEADER } from '../../core/events/headers.ts'
import type { Publication } from '../../core/events/topics.ts'
import type { Outgoing } from './partition-sender.ts'

interface Parts {
  readonly publication: Publication
  readonly topic: string
  readonly partition: number
  readonly key: Buffer
  readonly value: Buffer
  readonly source: string
}

/**
 * A publication with its CloudEvents headers (Kafka binding, binary mode) and a checksum of the value: Avro
 * reads most flipped bits as other values, and kafkajs does not check the broker's checksum.
 */
export function outgoingOf({ publication, topic, partition, key, value, source }: Parts): Outgoing {
  const event = publication.value as { eventId: string; occurredAt?: number; payload?: Tagged }
  const kind = event.payload ? `${publication.topic}.${event.payload.type}` : publication.topic
  const headers: Record<string, string> = {
    ce_specversion: '1.0',
    ce_id: event.eventId,
    ce_source: source,
    ce_type: `hirestream.${kind}`,
    ce_subject: publication.key,
    'content-type': 'application/avro',
    [CRC_HEADER]: checksum(value),
  }
  const time = timeOf(publication)
  if (publication.attempt) headers[ATTEMPT_HEADER] = String(publication.attempt)
  if (time !== null) headers.ce_time = new Date(time).toISOString()
  return { topic, partition, key, value, headers }
}

interface Tagged {
  readonly type: string
}

export const checksum = (value: Uint8Array): string => crc32(value).toString(16)

/** When it happened, by the event's own word. */
function timeOf({ value }: Publication): number | null {
  const times = value as {
    occurredAt?: number
    changedAt?: number
    scoredAt?: number
    appliedAt?: number
  }
  return times.occurredAt ?? times.changedAt ?? times.scoredAt ?? times.appliedAt ?? null
}
