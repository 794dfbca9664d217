import { cpuSecondsOf, enginePids, type Pids } from './processes.ts'
import { median, rounded, spread } from './statistics.ts'

/** What one round of one way took. CPU of the client is this process's own, with all its threads. */
export interface Run {
  readonly seconds: number
  readonly cpuSeconds: number
  /** By engine, of those that were started for this bench */
  readonly engineCpuSeconds: Readonly<Record<string, number>>
}

export interface Stopwatch {
  /** From here on it counts: joining a group takes seconds of waiting, for everyone. Only the first call does. */
  start(): void
  stop(): void
}

/** One way to do the same work; it starts and stops the watch around what counts. */
export type Way = (watch: Stopwatch, nth: number) => Promise<void>

/**
 * Every way once a round, in turn, so that what else the machine does falls on all of them. The first round warms
 * up and is thrown away.
 */
export async function rounds(
  ways: Readonly<Record<string, Way>>,
  count: number,
  said: (name: string, run: Run) => void,
): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(Object.keys(ways).map((name) => [name, []]))
  const pids = enginePids(process.env)
  let nth = 0
  for (let round = 0; round <= count; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const run = await timed(way, ++nth, pids)
      said(name, run)
      if (round > 0) runs.get(name)!.push(run)
    }
  }
  return runs
}

async function timed(way: Way, nth: number, pids: Pids): Promise<Run> {
  let begun = 0
  let cpu = process.cpuUsage()
  let engines: Record<string, number> = {}
  let run: Run | null = null
  const watch: Stopwatch = {
    start() {
      if (begun > 0) return
      engines = cpuSecondsOf(pids)
      cpu = process.cpuUsage()
      begun = performance.now()
    },
    stop() {
      const seconds = (performance.now() - begun) / 1000
      const { user, system } = process.cpuUsage(cpu)
      const used = Object.entries(cpuSecondsOf(pids)).map(([name, now]) => {
        return [name, now - (engines[name] ?? 0)] as const
      })
      const engineCpuSeconds = Object.fromEntries(used)
      run = { seconds, cpuSeconds: (user + system) / 1e6, engineCpuSeconds }
    },
  }
  await way(watch, nth)
  if (run === null) throw new Error('a way that stopped no watch')
  return run
}

/** Medians of each way, and its speed beside the named one, round by round. */
export function comparison(runs: ReadonlyMap<string, readonly Run[]>, peer: string, units: number) {
  const beside = runs.get(peer)!
  return [...runs].map(([name, all]) => {
    const perSecond = all.map(({ seconds }) => units / seconds)
    const times = all.map(({ seconds }, at) => beside[at]!.seconds / seconds)
    const perMillion = (of: (run: Run) => number) =>
      rounded(median(all.map((run) => (of(run) * 1e6) / units)))
    const engines = Object.keys(all[0]?.engineCpuSeconds ?? {})
    return {
      name,
      perSecond: rounded(median(perSecond)),
      perSecondSpread: spread(perSecond),
      timesPeer: rounded(median(times)),
      timesPeerSpread: spread(times),
      clientCpuSecondsPerMillion: perMillion((run) => run.cpuSeconds),
      ...Object.fromEntries(
        engines.map((engine) => [
          `${engine}CpuSecondsPerMillion`,
          perMillion((run) => run.engineCpuSeconds[engine] ?? 0),
        ]),
      ),
    }
  })
}
