import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { BENCHES, type Target } from './benches.ts'
import { type Figures, type Measured, rounded } from './figures.ts'

const FOLDER = join(import.meta.dirname, '../results')

export interface Kept {
  readonly bench: string
  readonly quick: boolean
  readonly at: string
  readonly machine: Machine
  readonly result: unknown
}

interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly node: string
  /** Of the minute before the bench began: above 0.5 something else was running too */
  readonly load: number
}

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: rounded(loadavg()[0]!),
})

const fileOf = (bench: string, quick: boolean) =>
  join(FOLDER, `${bench}${quick ? '.quick' : ''}.json`)

export async function keep(kept: Kept): Promise<string> {
  await mkdir(FOLDER, { recursive: true })
  const file = fileOf(kept.bench, kept.quick)
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`)
  return file
}

/** The last long run of each bench; of one that had none, the last quick run. */
export async function allKept(): Promise<Kept[]> {
  const found: Kept[] = []
  for (const bench of Object.keys(BENCHES)) {
    const text = await readOr(fileOf(bench, false), await readOr(fileOf(bench, true), ''))
    if (text !== '') found.push(JSON.parse(text) as Kept)
  }
  return found
}

const readOr = (file: string, otherwise: string) => readFile(file, 'utf8').catch(() => otherwise)

export const measuredOf = ({ result }: Kept): Measured =>
  (result as { measured?: Measured }).measured ?? {}

export interface Verdict {
  readonly target: Target
  readonly measured: Figures | null
  readonly met: boolean | null
}

export function verdicts(kept: Kept): Verdict[] {
  const measured = measuredOf(kept)
  return BENCHES[kept.bench]!.targets.map((target) => {
    const found = measured[target.way]?.[target.figure] ?? null
    return { target, measured: found, met: found && isMet(target, found.median) }
  })
}

const isMet = ({ atLeast = -Infinity, atMost = Infinity }: Target, value: number) =>
  value >= atLeast && value <= atMost

export const goalOf = ({ atLeast, atMost, unit }: Target): string =>
  atLeast === undefined ? `≤ ${atMost} ${unit}` : `≥ ${atLeast} ${unit}`

export const spreadOf = ({ least, most }: Figures, unit: string): string =>
  `${rounded(least)}–${rounded(most)} ${unit}`
