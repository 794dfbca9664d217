import { GraphBuilder } from './onnx.ts'
import type { Parts } from './protobuf.ts'
import { transposed } from './safetensors.ts'

const [WIDTH, HEADS, LAYERS, INNER, WORDS, POSITIONS] = [384, 12, 6, 1536, 30_522, 512] as const
const HEAD_WIDTH = WIDTH / HEADS
type Tensor = (name: string) => Float32Array

/**
 * all-MiniLM-L6-v2 (BERT, 6 layers) as one ONNX graph: token ids and mask in, the mean of the token
 * vectors scaled to length 1 out, so that no caller has to know how it pools.
 */
export function miniLmGraph(tensor: Tensor): Parts {
  const g = new GraphBuilder()
  const mask = g.node('Cast', ['attention_mask'], { to: 1 })
  // Added to the attention scores: 0 for a token, a number that leaves no weight for padding.
  const unmasked = g.node('Sub', [g.scalar(1), g.node('Unsqueeze', [mask, g.ints([1, 2])])])
  const bias = g.node('Mul', [unmasked, g.scalar(-1e9)])

  let x = norm(g, tensor, 'embeddings.LayerNorm', embeddings(g, tensor))
  for (let i = 0; i < LAYERS; i++) x = layer(g, tensor, { x, bias, name: `encoder.layer.${i}` })

  const weights = g.node('Unsqueeze', [mask, g.ints([2])])
  const sum = g.node('ReduceSum', [g.node('Mul', [x, weights]), g.ints([1])], { keepdims: 0 })
  const count = g.node('Max', [g.node('ReduceSum', [mask, g.ints([1])]), g.scalar(1e-9)])
  const mean = g.node('Div', [sum, count])
  const length = g.node('Max', [g.node('ReduceL2', [mean, g.ints([1])]), g.scalar(1e-12)])
  return g.finish({
    inputs: ['input_ids', 'attention_mask', 'token_type_ids'],
    output: 'sentence_embedding',
    result: g.node('Div', [mean, length]),
    width: WIDTH,
  })
}

function embeddings(g: GraphBuilder, tensor: Tensor): string {
  const table = (name: string, rows: number) =>
    g.weight(name, [rows, WIDTH], tensor(`embeddings.${name}.weight`))
  const words = g.node('Gather', [table('word_embeddings', WORDS), 'input_ids'])
  const types = g.node('Gather', [table('token_type_embeddings', 2), 'token_type_ids'])
  const tokens = g.node('Shape', ['input_ids'], { start: 1, end: 2 })
  const positions = table('position_embeddings', POSITIONS)
  const places = g.node('Slice', [positions, g.ints([0]), tokens, g.ints([0])])
  return g.node('Add', [g.node('Add', [words, types]), places])
}

function layer(
  g: GraphBuilder,
  tensor: Tensor,
  at: { x: string; bias: string; name: string },
): string {
  const { x, name } = at
  const heads = attention(g, tensor, at)
  const attended = linear(g, tensor, `${name}.attention.output.dense`, heads, [WIDTH, WIDTH])
  const middle = g.node('Add', [attended, x])
  const y = norm(g, tensor, `${name}.attention.output.LayerNorm`, middle)
  const wide = linear(g, tensor, `${name}.intermediate.dense`, y, [WIDTH, INNER])
  const narrow = linear(g, tensor, `${name}.output.dense`, g.node('Gelu', [wide]), [INNER, WIDTH])
  return norm(g, tensor, `${name}.output.LayerNorm`, g.node('Add', [narrow, y]))
}

function attention(g: GraphBuilder, tensor: Tensor, at: { x: string; bias: string; name: string }) {
  const split = g.ints([0, 0, HEADS, HEAD_WIDTH])
  const headsOf = (part: string, perm: number[]) => {
    const flat = linear(g, tensor, `${at.name}.attention.self.${part}`, at.x, [WIDTH, WIDTH])
    return g.node('Transpose', [g.node('Reshape', [flat, split])], { perm })
  }
  const query = headsOf('query', [0, 2, 1, 3])
  const key = headsOf('key', [0, 2, 3, 1])
  const value = headsOf('value', [0, 2, 1, 3])
  const raw = g.node('Div', [g.node('MatMul', [query, key]), g.scalar(Math.sqrt(HEAD_WIDTH))])
  const shares = g.node('Softmax', [g.node('Add', [raw, at.bias])], { axis: -1 })
  const mixed = g.node('Transpose', [g.node('MatMul', [shares, value])], { perm: [0, 2, 1, 3] })
  return g.node('Reshape', [mixed, g.ints([0, 0, WIDTH])])
}

function linear(
  g: GraphBuilder,
  tensor: Tensor,
  name: string,
  x: string,
  [from, to]: [number, number],
) {
  const matrix = transposed(tensor(`${name}.weight`), to, from)
  const product = g.node('MatMul', [x, g.weight(`${name}.weight`, [from, to], matrix)])
  return g.node('Add', [product, g.weight(`${name}.bias`, [to], tensor(`${name}.bias`))])
}

function norm(g: GraphBuilder, tensor: Tensor, name: string, x: string): string {
  const scale = g.weight(`${name}.weight`, [WIDTH], tensor(`${name}.weight`))
  const shift = g.weight(`${name}.bias`, [WIDTH], tensor(`${name}.bias`))
  return g.node('LayerNormalization', [x, scale, shift], { axis: -1, epsilon: { float: 1e-12 } })
}
