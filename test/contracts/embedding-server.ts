import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Behaviour =
  | 'right'
  | 'shuffled'
  | 'wrong dimension'
  | 'not finite'
  | 'too few'
  | 'no json'
  | 'too long'
  | 'no such model'
  | 'overloaded'
  | 'silent'
  | 'slow drip'

export interface EmbeddingServer extends AsyncDisposable {
  readonly url: string
  /** Texts of each request so far */
  readonly requests: string[][]
  behave(behaviour: Behaviour): void
}

/** A small server that speaks /v1/embeddings as vLLM does, its faults included. */
export async function embeddingServer(dimension: number): Promise<EmbeddingServer> {
  let behaviour: Behaviour = 'right'
  const requests: string[][] = []
  const server = createServer(async (request, response) => {
    const { input } = JSON.parse(await bodyOf(request)) as { input: string[] }
    requests.push(input)
    answer(response, behaviour, { input, dimension })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    behave: (next) => {
      behaviour = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

interface Asked {
  readonly input: readonly string[]
  readonly dimension: number
}

const REFUSALS: Partial<Record<Behaviour, [number, string, string]>> = {
  'too long': [400, 'BadRequestError', 'input_tokens'],
  'no such model': [404, 'NotFoundError', 'model'],
  overloaded: [503, 'ServiceUnavailable', ''],
}

function answer(response: ServerResponse, behaviour: Behaviour, asked: Asked): void {
  if (behaviour === 'silent') return
  const refusal = REFUSALS[behaviour]
  if (refusal) {
    const [code, type, param] = refusal
    response.writeHead(code, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { message: 'refused', type, param, code } }))
    return
  }
  response.writeHead(200, { 'content-type': 'application/json' })
  if (behaviour === 'slow drip') {
    response.write('{"data":[')
    return
  }
  response.end(
    behaviour === 'no json' ? '<html>' : JSON.stringify({ data: items(behaviour, asked) }),
  )
}

function items(behaviour: Behaviour, { input, dimension }: Asked) {
  const length = behaviour === 'wrong dimension' ? dimension - 1 : dimension
  const made = input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: values(text, length, behaviour === 'not finite'),
  }))
  if (behaviour === 'too few') return made.slice(1)
  return behaviour === 'shuffled' ? made.toReversed() : made
}

/** Not of unit length: not every server normalises. */
function values(text: string, length: number, broken: boolean): (number | null)[] {
  const digest = createHash('sha256').update(text).digest()
  const made = Array.from({ length }, (_, at) => digest[at % digest.length]! - 127.5)
  return broken ? [null, ...made.slice(1)] : made
}
