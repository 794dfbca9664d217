import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { Problem } from '../problem.ts'

/** What the routes can't say of themselves. */
const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'hirestream',
    version: '1',
    description:
      'Applications in, explained rankings out. Every answer names its generation, and per store what it is complete to.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    schemas: { Problem },
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'ats_{tenant}_{32 random}' },
    },
  },
  security: [{ key: [] }],
  tags: [
    { name: 'events', description: 'What an applicant-tracking system says' },
    { name: 'ranking', description: 'Who fits a job, and why' },
    { name: 'status', description: 'Where an application is' },
    { name: 'search', description: 'Candidates by words and meaning' },
    { name: 'health', description: 'For those who run it' },
  ],
} as const

export const SWAGGER: FastifyDynamicSwaggerOptions = {
  openapi: OPENAPI as unknown as NonNullable<FastifyDynamicSwaggerOptions['openapi']>,
  refResolver: {
    buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `def-${i}`),
  },
  transform: ({ schema, url }) => {
    const query = schema?.querystring as ObjectSchema | undefined
    if (!query) return { schema, url }
    return { schema: { ...schema, querystring: withOptionalDefaults(query) }, url }
  },
  transformObject: (document) =>
    'openapiObject' in document ? withProblems(document.openapiObject) : document.swaggerObject,
}

interface ObjectSchema {
  readonly required?: readonly string[]
  readonly properties: Readonly<Record<string, object>>
}

/** What has a default may be left out: the types can't say that of what is always there once read. */
function withOptionalDefaults(schema: ObjectSchema): ObjectSchema {
  const required = schema.required?.filter((name) => !('default' in schema.properties[name]!))
  return { ...schema, required: required ?? [] }
}

const PROBLEMS = {
  400: 'The request does not fit',
  401: 'No key, or none that is good',
  403: 'The key lacks a scope',
  404: 'Unknown here',
  503: 'A part is away; try again',
}
const PROBLEM_CONTENT = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}

interface Operation {
  readonly security?: readonly unknown[]
  readonly tags?: readonly string[]
  responses?: Record<string, object>
}

/** Every route that needs a key answers the same problems: said once here, not by each. */
function withProblems<T extends { readonly paths?: object }>(document: T): T {
  for (const methods of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(methods as Record<string, Operation>)) {
      if (operation.tags?.includes('health')) continue
      const problems = Object.entries(PROBLEMS).map(
        ([status, description]) => [status, { description, content: PROBLEM_CONTENT }] as const,
      )
      operation.responses = { ...Object.fromEntries(problems), ...operation.responses }
    }
  }
  return document
}
