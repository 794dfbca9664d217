import { cpuSecondsOf, enginePids } from './processes.ts'

/**
 * Time and CPU of this process (all its threads) and of the engines that were started for this bench. It begins at
 * the first `start`: joining a group takes seconds of waiting, for every way alike.
 */
export function stopwatch(units: number) {
  const pids = enginePids(process.env)
  let begun = 0
  let cpu = process.cpuUsage()
  let engines: Record<string, number> = {}
  return {
    start() {
      if (begun > 0) return
      engines = cpuSecondsOf(pids)
      cpu = process.cpuUsage()
      begun = performance.now()
    },
    /** @param child  what a process that did the work measured of itself */
    stop(child?: { readonly seconds: number; readonly cpuSeconds: number }) {
      const { user, system } = process.cpuUsage(cpu)
      const seconds = child?.seconds ?? (performance.now() - begun) / 1000
      const cpuSeconds = child?.cpuSeconds ?? (user + system) / 1e6
      const used = Object.entries(cpuSecondsOf(pids)).map(([name, now]) => [
        `${name}CpuSecondsAMillion`,
        ((now - (engines[name] ?? 0)) * 1e6) / units,
      ])
      return {
        seconds,
        perSecond: units / seconds,
        clientCpuSecondsAMillion: (cpuSeconds * 1e6) / units,
        ...Object.fromEntries(used),
      } as Record<string, number>
    },
  }
}
