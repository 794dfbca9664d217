/** Events in one POST. */
export const BATCH_LIMIT = 1000
/** A document within an event: with the rest of it, it stays under the log's limit of 1 MB a record. */
export const MAX_EVENT_BYTES = 900_000
/** A whole request. */
export const BODY_BYTES = 16 * 1024 * 1024
