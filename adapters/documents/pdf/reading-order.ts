import type { Line } from '../../../core/extraction/line.ts'
import type { Segment } from './segments.ts'

const FEWEST_ROWS = 5
const SAME_ROW = 0.35
const FREE_PT = 4
const DATE = /(19|20)\d{2}|present|heute|actuel|\b\d{1,2}\/\d{2,4}\b/i

/** Segments of one page as lines in the order in which a person reads them: column after column where there are columns. */
export function linesInOrder(segments: readonly Segment[], page: number): Line[] {
  return arrange(segments.toSorted(downwards)).map((row) => lineOf(row, page))
}

const downwards = (a: Segment, b: Segment) => a.baseline - b.baseline || a.left - b.left

function arrange(segments: readonly Segment[]): Segment[][] {
  const gutter = bestGutter(segments)
  if (!gutter) return rowsOf(segments)
  const { from, to, x } = gutter
  const inside = segments.slice(from, to)
  return [
    ...arrange(segments.slice(0, from)),
    ...arrange(inside.filter((segment) => segment.right <= x)),
    ...arrange(inside.filter((segment) => segment.left >= x)),
    ...arrange(segments.slice(to)),
  ]
}

interface Gutter {
  readonly x: number
  /** Places among the sorted segments: from inclusive, to exclusive */
  readonly from: number
  readonly to: number
  readonly worth: number
}

/** The upright strip, free of text, that parts the most of it into two columns. */
function bestGutter(segments: readonly Segment[]): Gutter | null {
  if (segments.length < 2 * FEWEST_ROWS) return null
  let best: Gutter | null = null
  for (const x of candidates(segments)) {
    for (const gutter of runsAt(segments, x)) {
      if (gutter.worth > (best?.worth ?? 0) && isColumns(segments.slice(gutter.from, gutter.to), x))
        best = gutter
    }
  }
  return best
}

// Just left of where segments begin: two points apart is the same edge.
function candidates(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>()
  for (const { left } of segments) {
    const edge = Math.round(left / 2) * 2
    counts.set(edge, (counts.get(edge) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 40)
    .map(([edge]) => edge - 2)
}

function runsAt(segments: readonly Segment[], x: number): Gutter[] {
  const runs: Gutter[] = []
  let from = 0
  for (let at = 0; at <= segments.length; at++) {
    const segment = segments[at]
    const crosses = segment && segment.left < x && segment.right > x - FREE_PT
    if (segment && !crosses) continue
    const run = trimmed(segments, { x, from, to: at, atEnd: at === segments.length })
    if (run) runs.push(run)
    from = at + 1
  }
  return runs
}

interface Run {
  readonly x: number
  readonly from: number
  readonly to: number
  readonly atEnd: boolean
}

/** Cuts from a run's ends what has nothing beside it: a title above, a section that begins below. */
function trimmed(segments: readonly Segment[], { x, from, to, atEnd }: Run): Gutter | null {
  const right = (segment: Segment) => segment.left >= x
  let first = from
  let last = to
  const firstRight = segments.findIndex((segment, at) => at >= from && at < to && right(segment))
  if (firstRight < 0) return null
  const firstLeft = segments.findIndex((segment, at) => at >= from && at < to && !right(segment))
  if (firstLeft < 0) return null
  const start = Math.max(firstLeft, firstRight)
  // What stands alone above the second column's beginning stays above, when it is far from it.
  const reach = segments[start]!.baseline - segments[start]!.size * 2.5
  while (first < start && segments[first]!.baseline < reach) first++
  if (!atEnd) {
    const end = Math.min(
      segments.findLastIndex((segment, at) => at >= from && at < to && right(segment)),
      segments.findLastIndex((segment, at) => at >= from && at < to && !right(segment)),
    )
    last = end + 1
    const widest = widestGap(segments, last, to)
    if (widest !== null) last = widest
  }
  const inside = segments.slice(first, last)
  const rights = inside.filter(right).length
  const worth = Math.min(rights, inside.length - rights)
  return worth >= FEWEST_ROWS ? { x, from: first, to: last, worth: inside.length + worth } : null
}

// Below the shorter column its neighbour goes on until the widest blank.
function widestGap(segments: readonly Segment[], from: number, to: number): number | null {
  let at: number | null = null
  let widest = 0
  for (let next = from; next <= to && next < segments.length; next++) {
    const gap = segments[next]!.baseline - segments[next - 1]!.baseline
    if (gap > widest) {
      widest = gap
      at = next
    }
  }
  return at
}

/** Two columns of text, or rows with something at their end, such as dates? */
function isColumns(segments: readonly Segment[], x: number): boolean {
  const lefts = segments.filter((segment) => segment.right <= x)
  const rights = segments.filter((segment) => segment.left >= x)
  const [fewer, more] = lefts.length < rights.length ? [lefts, rights] : [rights, lefts]
  const beside = fewer.filter((one) => more.some((other) => sameRow(one, other))).length
  const aligned = beside / fewer.length
  if (aligned < 0.8) return true
  if (dated(fewer) > 0.35 || dated(more) > 0.5) return false
  // Labels beside what they label: "Languages    German, English".
  const short = fewer.filter((segment) => segment.text.length < 26).length / fewer.length
  if (fewer === lefts && short > 0.8 && lefts.length < rights.length * 0.75) return false
  // Text begins at one edge; what is set flush right ends at one.
  return commonEdge(rights, 'left') > commonEdge(rights, 'right')
}

/** @returns share of the segments that have the commonest edge */
function commonEdge(segments: readonly Segment[], edge: 'left' | 'right'): number {
  const counts = new Map<number, number>()
  for (const segment of segments) {
    const at = Math.round(segment[edge] / 3)
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return Math.max(...counts.values()) / segments.length
}

const dated = (segments: readonly Segment[]) =>
  segments.filter((segment) => DATE.test(segment.text)).length / segments.length

const sameRow = (a: Segment, b: Segment) =>
  Math.abs(a.baseline - b.baseline) < Math.min(a.size, b.size) * SAME_ROW

function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = []
  for (const segment of segments) {
    const row = rows.at(-1)
    if (row && sameRow(row[0]!, segment)) row.push(segment)
    else rows.push([segment])
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left))
}

function lineOf(row: readonly Segment[], page: number): Line {
  const length = (segment: Segment) => segment.text.length
  const letters = row.reduce((sum, segment) => sum + length(segment), 0)
  const bold = row.reduce((sum, segment) => sum + (segment.bold ? length(segment) : 0), 0)
  const size = Math.max(...row.map((segment) => segment.size))
  return {
    text: row.map((segment) => segment.text).join('\t'),
    page,
    size: Math.round(size * 10) / 10,
    bold: bold * 2 > letters,
  }
}
