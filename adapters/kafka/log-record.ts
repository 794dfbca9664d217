import type { KafkaMessage } from 'kafkajs'
import type { LogRecord } from '../../core/ports/event-log.ts'
import type { Held } from './assignment.ts'

export const recordOf = ({ topic, partition }: Held, message: KafkaMessage): LogRecord => ({
  topic,
  partition,
  offset: Number(message.offset),
  timestamp: Number(message.timestamp),
  key: message.key,
  value: message.value,
  headers: headersOf(message),
})

/** Texts already (record-decoding.ts), but for a name that came twice: the first of it counts. */
function headersOf({ headers = {} }: KafkaMessage): Record<string, string> {
  if (Object.values(headers).every(isText)) return headers as Record<string, string>
  const texts: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) texts[name] = String(Array.isArray(value) ? value[0] : value)
  }
  return texts
}

const isText = (value: unknown) => typeof value === 'string'
