import { openDocumentParser } from '../../adapters/documents/open-document-parser.ts'
import { DEFAULT_WEIGHTS } from '../../core/scoring/weights.ts'
import { embedding } from '../../processors/embedding/gather.ts'
import { readIntakeConfig } from '../../processors/intake/config.ts'
import { intake } from '../../processors/intake/gather.ts'
import { parsing } from '../../processors/parsing/gather.ts'
import { readScoringConfig } from '../../processors/scoring/config.ts'
import { scoring } from '../../processors/scoring/gather.ts'
import { Releasing } from '../releasing.ts'
import { type RunningStep, runLanding, runProcessor, runReleasing } from '../runtime/run-step.ts'
import type { TOPOLOGY } from '../topology.ts'
import { openSink } from './open-sink.ts'
import type { Parts } from './parts.ts'

type AnyStep = (typeof TOPOLOGY)[number]

/** Opens what a step needs and lets it run. */
export async function startStep(step: AnyStep, parts: Parts): Promise<RunningStep> {
  if (step.kind === 'landing')
    return runLanding(step, await openSink(step.store, parts), parts.ground)
  const ground = { ...parts.ground, gate: parts.gate }
  const { env, keys, clock } = parts
  if (step.kind === 'release') {
    const releasing = new Releasing({ jobs: await parts.jobs(), surroundings: ground.surroundings })
    return runReleasing(step, releasing, ground)
  }
  switch (step.name) {
    case 'intake': {
      const [blobs, jobs] = await Promise.all([parts.blobs(), parts.jobs()])
      const config = readIntakeConfig(env)
      const reads = { keys, blobs, jobs, defaultWeights: DEFAULT_WEIGHTS, ...config }
      return runProcessor(step, intake(reads), ground)
    }
    case 'parsing': {
      const parser = openDocumentParser({ concurrency: parts.settings.PARSING_PROCESSES })
      parts.closing.push(() => parser[Symbol.asyncDispose]())
      const blobs = await parts.blobs()
      const { GENERATION: generation } = parts.settings
      return runProcessor(step, parsing({ keys, blobs, parser, generation }), ground)
    }
    case 'embedding':
      return runProcessor(step, embedding({ keys, embedder: await parts.embedder() }), ground)
    case 'scoring': {
      const [jobs, embedder] = await Promise.all([parts.jobs(), parts.embedder()])
      const reads = { keys, jobs, embedder, clock, ...readScoringConfig(env) }
      return runProcessor(step, scoring(reads), ground)
    }
  }
}
