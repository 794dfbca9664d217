import { bytes, float, int, message, type Parts, signedInt, text } from './protobuf.ts'

const FLOAT = 1
const INT64 = 7
type Attributes = Readonly<Record<string, number | { float: number } | readonly number[]>>

/** Collects nodes and weights of one ONNX graph; each call returns the name of its result. */
export class GraphBuilder {
  #parts: Parts = []
  #count = 0

  weight(name: string, dims: readonly number[], values: Float32Array): string {
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    return this.#tensor(name, dims, FLOAT, raw)
  }

  ints(values: readonly number[]): string {
    const raw = new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer)
    return this.#tensor(`ints_${++this.#count}`, [values.length], INT64, raw)
  }

  scalar(value: number): string {
    const raw = new Uint8Array(Float32Array.of(value).buffer)
    return this.#tensor(`scalar_${++this.#count}`, [], FLOAT, raw)
  }

  node(op: string, inputs: readonly string[], attributes: Attributes = {}): string {
    return this.nodes(op, inputs, 1, attributes)[0] ?? ''
  }

  nodes(op: string, inputs: readonly string[], outputs: number, attributes: Attributes = {}) {
    const id = `${op}_${++this.#count}`
    const names = Array.from({ length: outputs }, (_, i) => (i === 0 ? id : `${id}_${i}`))
    this.#add(op, inputs, names, attributes)
    return names
  }

  /** The model's bytes, in parts, with `result` under the name it is asked for by. */
  finish(options: {
    inputs: readonly string[]
    output: string
    result: string
    width: number
  }): Parts {
    const { inputs, output, result, width } = options
    this.#add('Identity', [result], [output], {})
    const graph = [
      ...this.#parts,
      ...text(2, 'sentence_embedding'),
      ...inputs.flatMap((name) => message(11, valueInfo(name, INT64, ['batch', 'tokens']))),
      ...message(12, valueInfo(output, FLOAT, ['batch', width])),
    ]
    const opset = message(8, text(1, ''), int(2, 20))
    return [...int(1, 9), ...text(2, 'hirestream'), ...message(7, graph), ...opset]
  }

  #add(op: string, inputs: readonly string[], outputs: readonly string[], attributes: Attributes) {
    this.#parts.push(
      ...message(
        1,
        inputs.flatMap((name) => text(1, name)),
        outputs.flatMap((name) => text(2, name)),
        text(3, `node_${++this.#count}`),
        text(4, op),
        Object.entries(attributes).flatMap(([name, value]) => message(5, attribute(name, value))),
      ),
    )
  }

  #tensor(name: string, dims: readonly number[], type: number, raw: Uint8Array): string {
    const shape = dims.flatMap((dim) => int(1, dim))
    this.#parts.push(...message(5, shape, int(2, type), text(8, name), bytes(9, raw)))
    return name
  }
}

function attribute(name: string, value: Attributes[string]): Parts {
  const [FLOAT_KIND, INT_KIND, INTS_KIND] = [1, 2, 7]
  if (typeof value === 'number')
    return [...text(1, name), ...signedInt(3, value), ...int(20, INT_KIND)]
  if ('float' in value) return [...text(1, name), ...float(2, value.float), ...int(20, FLOAT_KIND)]
  return [...text(1, name), ...value.flatMap((v) => signedInt(8, v)), ...int(20, INTS_KIND)]
}

function valueInfo(name: string, type: number, dims: readonly (string | number)[]): Parts {
  const shape = dims.flatMap((dim) =>
    message(1, typeof dim === 'number' ? int(1, dim) : text(2, dim)),
  )
  return [...text(1, name), ...message(2, message(1, int(1, type), message(2, shape)))]
}
