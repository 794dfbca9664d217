/**
 * Milvus filters are text, and the tenant filter is a fence: every value goes in here and nowhere else.
 * @returns a string literal; whatever `value` holds, it cannot end it
 */
export function literal(value: string): string {
  const escaped = value
    .replace(/["'\\]/g, (character) => `\\${character}`)
    .replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `"${escaped}"`
}

/** A condition on one field. */
export const is = (field: string, value: string): string => `${field} == ${literal(value)}`

export const isIn = (field: string, values: readonly string[]): string =>
  `${field} in [${values.map(literal).join(', ')}]`

/**
 * What every read and removal asks first.
 * Marks (see marks.ts) have positions below 0, and are nobody's vectors.
 */
export const vectorsOf = (tenantId: string, ...more: readonly string[]): string =>
  [is('tenant_id', tenantId), 'position >= 0', ...more].join(' and ')
