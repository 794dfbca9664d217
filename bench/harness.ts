import { figures, type Measured, rounded } from './harness/figures.ts'

/** One way of doing the work that is measured. */
export interface Way {
  readonly name: string
  /** One round. @returns its figures by name */
  round(): Promise<Readonly<Record<string, number>>>
}

/** Who the others are compared with, by a figure of which less is better. */
export interface Peer {
  readonly name: string
  readonly figure: string
}

/**
 * Runs all ways round by round, each round in another order: what else the machine does meets all alike.
 * The first round of each warms up and does not count. With a peer each way also gets `timesPeer`, its ratio within each
 * round: above 1 it is better than the peer.
 */
export async function interleaved(
  ways: readonly Way[],
  rounds: number,
  peer?: Peer,
): Promise<Measured> {
  const kept = new Map<string, Record<string, number>[]>(ways.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    const at = round % ways.length
    for (const way of [...ways.slice(at), ...ways.slice(0, at)]) {
      const measured = await way.round()
      if (round > 0) kept.get(way.name)!.push({ ...measured })
      process.stderr.write(`round ${round} ${way.name}: ${said(measured)}\n`)
    }
  }
  if (peer) for (const each of kept.values()) compare(each, kept.get(peer.name)!, peer.figure)
  return Object.fromEntries([...kept].map(([name, each]) => [name, summarised(each)]))
}

function compare(
  each: readonly Record<string, number>[],
  peer: readonly Record<string, number>[],
  figure: string,
): void {
  each.forEach((one, round) => {
    one.timesPeer = peer[round]![figure]! / one[figure]!
  })
}

const said = (measured: Readonly<Record<string, number>>) =>
  Object.entries(measured)
    .map(([name, value]) => `${name} ${rounded(value)}`)
    .join(', ')

function summarised(rounds: readonly Record<string, number>[]) {
  const names = Object.keys(rounds[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, figures(rounds.map((one) => one[name]!))]))
}

/** The result, on stdout: one JSON object, which bench/main.ts keeps. */
export const report = (result: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
}
