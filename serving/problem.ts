import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { FAULTS, Fault, type FaultCode } from '../core/fault.ts'

/** What serving itself refuses, beside the faults of the ports. One table: HTTP answers and the docs share it. */
export const REFUSALS = {
  'request.invalid': { status: 400, title: 'The request does not fit its schema' },
  'request.malformed': { status: 400, title: 'The body is no JSON' },
  'request.too_large': { status: 413, title: 'The body is too large' },
  'request.media_type': { status: 415, title: 'The body must be application/json' },
  'request.timeout': { status: 503, title: 'No answer in time' },
  'cursor.invalid': { status: 400, title: 'The cursor is not one of ours' },
  'key.missing': { status: 401, title: 'An API key is needed' },
  'key.invalid': { status: 401, title: 'The API key is unknown, expired or revoked' },
  'key.scope': { status: 403, title: 'The API key lacks a scope' },
  'tenant.suspended': { status: 403, title: 'The tenant is suspended' },
  'route.unknown': { status: 404, title: 'There is nothing at this address' },
  'job.unknown': { status: 404, title: 'No such job' },
  'application.unknown': { status: 404, title: 'No such application' },
  'event.invalid': { status: 422, title: 'The event does not fit its schema' },
  'event.tenant': { status: 422, title: 'The event is of another tenant than the key' },
  'event.too_large': { status: 413, title: 'The event is larger than the log takes' },
  bug: { status: 500, title: 'A mistake of ours' },
} as const satisfies Record<string, { status: number; title: string }>

export type RefusalCode = keyof typeof REFUSALS
export type ProblemCode = RefusalCode | FaultCode

export const ProblemError = Type.Object(
  {
    pointer: Type.Optional(Type.String({ description: 'RFC 6901, into the body' })),
    parameter: Type.Optional(Type.String({ description: 'Of the query or the path' })),
    detail: Type.String(),
  },
  { additionalProperties: false },
)
export type ProblemError = Static<typeof ProblemError>

/** RFC 9457 */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Where this code is explained' }),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String()),
    request_id: Type.String(),
    retryable: Type.Boolean({ description: 'The same request may succeed later' }),
    errors: Type.Optional(Type.Array(ProblemError)),
  },
  { additionalProperties: false, description: 'application/problem+json' },
)
export type Problem = Static<typeof Problem>

/** A request that serving answers with a problem. Its detail is shown: no personal data in it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly errors: readonly ProblemError[]

  constructor(code: RefusalCode, detail?: string, errors: readonly ProblemError[] = []) {
    super(detail ?? REFUSALS[code].title)
    this.code = code
    this.errors = errors
  }
}

/** @returns the body that answers an error, whatever was thrown */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof Fault) return ofFault(error, requestId)
  const { code, message, errors } = error instanceof Refusal ? error : refusalOf(error)
  const { status, title } = REFUSALS[code]
  return {
    type: `/docs#${code}`,
    title,
    status,
    code,
    ...(message !== title && { detail: message }),
    request_id: requestId,
    retryable: status === 503,
    ...(errors.length > 0 && { errors: [...errors] }),
  }
}

function ofFault({ code }: Fault, requestId: string): Problem {
  const { status, retriable } = FAULTS[code]
  // The fault's detail is for operators' logs: a caller gets the code alone.
  const title = retriable ? 'A part of the service is away' : 'A part of the service refused'
  return { type: `/docs#${code}`, title, status, code, request_id: requestId, retryable: retriable }
}

const BY_FASTIFY_CODE: Record<string, RefusalCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_HANDLER_TIMEOUT: 'request.timeout',
  FST_ERR_BAD_URL: 'route.unknown',
  FST_ERR_MAX_PARAM_LENGTH: 'route.unknown',
}

function refusalOf(error: unknown): Refusal {
  const { validation, validationContext, code, statusCode } = (error ?? {}) as Partial<FastifyError>
  if (validation)
    return new Refusal('request.invalid', undefined, errorsOf(validation, validationContext))
  const known = BY_FASTIFY_CODE[code ?? '']
  if (known) return new Refusal(known)
  return new Refusal(
    statusCode === 400 || error instanceof SyntaxError ? 'request.malformed' : 'bug',
  )
}

type Validation = NonNullable<FastifyError['validation']>

function errorsOf(validation: Validation, context: string | undefined): ProblemError[] {
  return validation.slice(0, 20).map(({ instancePath, params, message }) => {
    const missing = params.missingProperty ?? params.additionalProperty
    const path = typeof missing === 'string' ? `${instancePath}/${missing}` : instancePath
    const detail = message ?? 'does not fit'
    return context === 'body' ? { pointer: path, detail } : { parameter: path.slice(1), detail }
  })
}

const PROBLEM_JSON = 'application/problem+json; charset=utf-8'

export async function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const problem = problemOf(error, request.id)
  // Only here, and without the message of a bug: it may quote what was sent.
  if (problem.status >= 500)
    request.log.error({ code: problem.code, where: whereOf(error) }, 'failed')
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  if (problem.retryable) reply.header('retry-after', '2')
  return reply.code(problem.status).type(PROBLEM_JSON).send(problem)
}

/** A fault's message is made for logs; of any other error only the place is told. */
function whereOf(error: unknown): unknown {
  if (error instanceof Fault) {
    const cause = error.cause instanceof Error ? error.cause.name : undefined
    return { message: error.message, cause }
  }
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
  return { name: error.name, stack: frames.slice(0, 8).map((line) => line.trim()) }
}
