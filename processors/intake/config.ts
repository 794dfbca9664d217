import { type Environment, readConfig, Type } from '../../core/config.ts'

const IntakeConfig = Type.Object({
  INBOX_TENANTS: Type.String({
    default: '*',
    description: 'Tenants that may speak on this inbox, comma-separated ids; * for all',
  }),
  INTAKE_JOB_PATIENCE_MS: Type.Integer({
    default: 2_000,
    minimum: 0,
    description: 'How long a closure waits for its job before it is parked',
  }),
})

/** @throws Error naming every bad setting */
export function readIntakeConfig(env: Environment) {
  const { INBOX_TENANTS: tenants, INTAKE_JOB_PATIENCE_MS: patienceMs } = readConfig(
    IntakeConfig,
    env,
  )
  const named = tenants.split(',').map((tenant) => tenant.trim())
  return { tenants: tenants === '*' ? null : new Set(named), patienceMs }
}
