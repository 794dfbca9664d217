import { FAULTS } from '../../core/fault.ts'
import { REFUSALS } from '../problem.ts'
import { escaped, page } from './page.ts'

interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly responses?: Readonly<Record<string, unknown>>
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: { readonly description?: string; readonly default?: unknown }
}
export interface OpenApi {
  readonly info: { readonly title: string; readonly description?: string }
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** The readable page at /docs: no script, made from the same document as /openapi.json. */
export function docsPage(document: OpenApi): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      section(method.toUpperCase(), path, operation as Operation),
    ),
  )
  return page(
    'API',
    `<p>${escaped(document.info.description ?? '')}</p>
<p>Key: <code>Authorization: Bearer ats_…</code>. Machine-readable: <a href="/openapi.json">/openapi.json</a>.</p>
${operations.join('\n')}
<h2 id="problems">Problems</h2>
<p>Errors are <code>application/problem+json</code> (RFC 9457).
<code>retryable</code> says whether the same request may succeed later.</p>
<table><thead><tr><th>code</th><th>status</th><th>retryable</th><th>means</th></tr></thead>
<tbody>${problemRows()}</tbody></table>`,
  )
}

function section(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: where, required, description, schema }) => {
      const about = description ?? schema?.description ?? ''
      const usual = schema?.default === undefined ? '' : ` (${JSON.stringify(schema.default)})`
      return `<tr><td><code>${escaped(name)}</code></td><td>${where}${required ? ', required' : ''}</td>
<td>${escaped(about + usual)}</td></tr>`
    },
  )
  const table = parameters.length > 0 ? `<table><tbody>${parameters.join('')}</tbody></table>` : ''
  const statuses = Object.keys(operation.responses ?? {}).join(', ')
  return `<section><h2><code>${method} ${escaped(path)}</code></h2>
<p><strong>${escaped(operation.summary ?? '')}.</strong> ${escaped(operation.description ?? '')}</p>
${table}<p class="quiet">Answers: ${escaped(statuses)}</p></section>`
}

function problemRows(): string {
  const refusals = Object.entries(REFUSALS).map(([code, { status, title }]) => ({
    code,
    status,
    retryable: status === 503,
    title: title as string,
  }))
  const faults = Object.entries(FAULTS).map(([code, { status, retriable }]) => ({
    code,
    status,
    retryable: retriable,
    title: retriable ? 'A part of the service is away' : 'A part of the service refused',
  }))
  return [...refusals, ...faults]
    .map(
      ({ code, status, retryable, title }) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${retryable ? 'yes' : 'no'}</td><td>${escaped(title)}</td></tr>`,
    )
    .join('\n')
}
