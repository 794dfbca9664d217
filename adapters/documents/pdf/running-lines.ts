import type { Line } from '../../../core/extraction/line.ts'

const EDGE_LINES = 2

/**
 * Drops what is printed at the edge of every page, such as "June 2024 · Ada Example · 2": it parts a job that goes on
 * overleaf. On the first page the head stays, since a letterhead may be the only place of a name.
 */
export function withoutRunningLines(lines: readonly Line[], pages: number): readonly Line[] {
  if (pages < 2) return lines
  const edges = new Map<Line, string>()
  for (const own of Map.groupBy(lines, ({ page }) => page).values()) {
    for (const line of own.slice(0, EDGE_LINES)) edges.set(line, `head ${likeness(line)}`)
    for (const line of own.slice(-EDGE_LINES)) edges.set(line, `foot ${likeness(line)}`)
  }
  const counts = new Map<string, number>()
  for (const key of edges.values()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return lines.filter((line) => {
    const key = edges.get(line)
    const runs = key !== undefined && counts.get(key)! > pages / 2 && counts.get(key)! > 1
    return !runs || (line.page === 1 && key.startsWith('head'))
  })
}

// Page numbers differ, the rest does not.
const likeness = ({ text }: Line) => text.replaceAll(/\d+/g, '#')
