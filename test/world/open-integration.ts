import { openInboxPublisher } from '../../cli/inbox-publisher.ts'
import type { World } from './open-world.ts'

/** Writes events to a world's inbox, as Avro on Kafka. */
export const openIntegration = ({ env }: World) => openInboxPublisher(env, () => {})
