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

function headersOf({ headers }: KafkaMessage): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) texts[name] = String(Array.isArray(value) ? value[0] : value)
  }
  return texts
}
