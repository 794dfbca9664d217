import { meanDirection } from '../../../core/domain/unit-vector.ts'
import type { ProfileEmbedded } from '../../../core/events/events.generated.ts'
import { Fault } from '../../../core/fault.ts'
import type { ApplicationVector } from '../../../core/ports/vector-index.ts'

/**
 * One vector an application: the mean direction of its chunks' vectors. The index answers "who is roughly like this",
 * and one entity a key is what keeps a repeat harmless; scoring, which must not miss a good paragraph in a long
 * document, uses the maximum over chunks, from the event itself.
 * @param position  the event's offset
 * @returns null when the event is degraded: no vectors, nothing to find
 * @throws Fault vector_index.bad_vector when the bytes are not chunks x dimension float32
 */
export function vectorOf(event: ProfileEmbedded, position: number): ApplicationVector | null {
  const { tenantId, applicationId, candidateId, jobId } = event
  const values = meanDirection(chunksOf(event))
  return values && { tenantId, applicationId, candidateId, jobId, values, position }
}

function chunksOf({ applicationId, vectors, chunks, dimension }: ProfileEmbedded): Float32Array[] {
  const { byteLength } = vectors
  if (byteLength !== chunks * dimension * 4) {
    const detail = `${applicationId}, ${byteLength} bytes for ${chunks} of ${dimension}`
    throw new Fault('vector_index.bad_vector', detail)
  }
  // Read one by one: the bytes may start anywhere in a larger buffer, and the order is the log's, not the machine's.
  const view = new DataView(vectors.buffer, vectors.byteOffset, byteLength)
  return Array.from({ length: chunks }, (_, chunk) =>
    Float32Array.from({ length: dimension }, (_, at) =>
      view.getFloat32((chunk * dimension + at) * 4, true),
    ),
  )
}
