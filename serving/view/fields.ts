import { Type } from 'typebox'
import { Refusal } from '../problem.ts'

export const FieldsParameter = Type.Optional(
  Type.String({
    description: 'Only these fields of each entry, separated by commas',
    maxLength: 1000,
  }),
)

/**
 * @returns what keeps the asked fields of an entry, and always its id
 * @throws Refusal request.invalid for a field that there is not
 */
export function fieldPicker<T extends object>(
  known: readonly (keyof T & string)[],
  asked: string | undefined,
): (entry: T) => Partial<T> {
  if (asked === undefined) return (entry) => entry
  const names = asked.split(',').map((name) => name.trim())
  const wrong = names.filter((name) => !known.some((field) => field === name))
  if (wrong.length > 0) {
    const detail = `one of ${known.join(', ')}`
    throw new Refusal('request.invalid', undefined, [{ parameter: 'fields', detail }])
  }
  const kept = new Set(['applicationId', ...names])
  return (entry) =>
    Object.fromEntries(Object.entries(entry).filter(([name]) => kept.has(name))) as Partial<T>
}
