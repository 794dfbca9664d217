/** One way of doing the work that is measured; a lower figure is better unless the bench says otherwise. */
export interface Way {
  readonly name: string
  /** One round. @returns its figures by name */
  round(): Promise<Readonly<Record<string, number>>>
}

export interface Figures {
  readonly median: number
  readonly least: number
  readonly most: number
}

export type Measured = Record<string, Record<string, Figures>>

export const MIN_ROUNDS = 5

/**
 * Runs all ways round by round, each round in another order: what else the machine does meets all alike.
 * The first round of each warms up and does not count.
 */
export async function interleaved(ways: readonly Way[], rounds: number): Promise<Measured> {
  const kept = new Map<string, Record<string, number>[]>(ways.map(({ name }) => [name, []]))
  for (let round = 0; round <= Math.max(rounds, MIN_ROUNDS); round++) {
    const at = round % ways.length
    for (const way of [...ways.slice(at), ...ways.slice(0, at)]) {
      const figures = await way.round()
      if (round > 0) kept.get(way.name)!.push(figures)
      process.stderr.write(`round ${round} ${way.name} ${JSON.stringify(figures)}\n`)
    }
  }
  return Object.fromEntries([...kept].map(([name, each]) => [name, summarised(each)]))
}

function summarised(rounds: readonly Record<string, number>[]): Record<string, Figures> {
  const names = Object.keys(rounds[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, figures(rounds.map((one) => one[name]!))]))
}

export function figures(values: readonly number[]): Figures {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { median, least: sorted[0]!, most: sorted.at(-1)! }
}

/** The result, on stdout: one JSON object. */
export const report = (result: Record<string, unknown>): void => {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
}
