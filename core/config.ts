import { type Static, type TObject, Type } from 'typebox'
import { Value } from 'typebox/value'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Settings from text, by a schema that also documents them.
 * @throws Error naming every missing or bad setting at once, before anything connects
 */
export function readConfig<T extends TObject>(schema: T, env: Environment): Static<T> {
  const given = Object.fromEntries(
    Object.keys(schema.properties).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const value = Value.Default(schema, Value.Convert(schema, given))
  if (Value.Check(schema, value)) return value as Static<T>
  const problems = [...Value.Errors(schema, value)].map((error) => describe(schema, error))
  throw new Error(`settings: ${[...new Set(problems)].join('; ')}`)
}

interface SettingError {
  readonly instancePath: string
  readonly message: string
  readonly params?: unknown
}

function describe(schema: TObject, error: SettingError): string {
  const missing = (error.params as { requiredProperties?: string[] } | undefined)
    ?.requiredProperties
  if (missing) return missing.map((name) => `${name} is missing (${hint(schema, name)})`).join('; ')
  const name = error.instancePath.slice(1)
  return `${name} ${error.message} (${hint(schema, name)})`
}

const hint = (schema: TObject, name: string): string =>
  (schema.properties[name] as { description?: string } | undefined)?.description ?? 'see the docs'

export { Type }
