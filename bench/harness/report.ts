import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rounded } from './figures.ts'
import {
  allKept,
  goalOf,
  type Kept,
  measuredOf,
  spreadOf,
  type Verdict,
  verdicts,
} from './results.ts'

const DOCUMENT = join(import.meta.dirname, '../../docs/benchmarks.md')
const BEGIN = '<!-- begin: written by npm run bench -- report -->'
const END = '<!-- end -->'

/** Writes what bench/results holds into docs/benchmarks.md. @returns how many benches that are */
export async function writeReport(): Promise<number> {
  const kept = await allKept()
  const text = await readFile(DOCUMENT, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`${DOCUMENT}: no place for the table`)
  await writeFile(DOCUMENT, `${before}${BEGIN}\n${tables(kept)}\n${END}${after}`)
  return kept.length
}

const HEAD = [
  '| what | target | measured (spread of rounds) | beside it | command | when |',
  '| --- | --- | --- | --- | --- | --- |',
]

function tables(kept: readonly Kept[]): string {
  const rows = kept.flatMap((one) => verdicts(one).map((verdict) => row(one, verdict)))
  const machines = new Set(
    kept.map(({ machine }) => {
      const { cpu, cores, memoryGb, node } = machine
      return `${cores} cores of ${cpu}, ${memoryGb} GB, Node ${node}`
    }),
  )
  return [...HEAD, ...rows, '', `Machine: ${[...machines].join('; ')}.`].join('\n')
}

function row(kept: Kept, { target, measured, met }: Verdict): string {
  const { unit } = target
  const value =
    measured === null
      ? 'not measured'
      : `${met || kept.quick ? '' : '**missed** '}${rounded(measured.median)} ${unit} (${spreadOf(measured, unit)})`
  const command = `\`npm run bench -- ${kept.bench}${kept.quick ? ' --quick' : ''}\``
  const when = `${kept.at.slice(0, 10)}, load ${kept.machine.load}${kept.quick ? ', quick' : ''}`
  return `| ${[target.what, goalOf(target), value, beside(kept, target), command, when].join(' | ')} |`
}

/** The same figure of every way, ours included, so that a ratio can be read as numbers. */
function beside(kept: Kept, { way, figure, beside: other = figure }: Verdict['target']): string {
  const of = Object.entries(measuredOf(kept)).filter(([, all]) => all[other])
  const shown = other === figure ? of.filter(([name]) => name !== way) : of
  return shown.map(([name, all]) => `${name} ${rounded(all[other]!.median)}`).join('; ') || '–'
}
