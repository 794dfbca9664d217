import { type Environment, readConfig, Type } from '../../core/config.ts'

const ScoringConfig = Type.Object({
  SCORING_JOB_PATIENCE_MS: Type.Integer({
    default: 2_000,
    minimum: 0,
    description: 'How long an application waits for its job before it is parked',
  }),
})

/** @throws Error naming every bad setting */
export const readScoringConfig = (env: Environment) => {
  const { SCORING_JOB_PATIENCE_MS: patienceMs } = readConfig(ScoringConfig, env)
  return { patienceMs }
}
