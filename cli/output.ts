/** Where a verb writes: data to stdout and nothing else there; words for people to stderr. */
export interface Output {
  readonly json: boolean
  /** May colour be used on stdout? Not when it is no terminal or NO_COLOR is set. */
  readonly colour: boolean
  /** The result: one JSON line with `-o json`, else the text that `asText` makes of it. */
  result<T>(value: T, asText: (value: T) => string): void
  /** A line for people, on stderr in both forms. */
  say(text: string): void
  /** Rows in columns; `right` names the columns of numbers. */
  table(rows: readonly (readonly string[])[], right?: readonly number[]): string
  bold(text: string): string
  dim(text: string): string
}

type Streams = { stdout: NodeJS.WriteStream; stderr: NodeJS.WriteStream; noColour: boolean }

export function output({ stdout, stderr, noColour }: Streams, json: boolean): Output {
  const colour = Boolean(stdout.isTTY) && !noColour
  const styled = (code: number) => (text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text)
  return {
    json,
    colour,
    result(value, asText) {
      stdout.write(`${json ? JSON.stringify(value) : asText(value)}\n`)
    },
    say(text) {
      stderr.write(`${text}\n`)
    },
    table,
    bold: styled(1),
    dim: styled(2),
  }
}

export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cell.length)
    })
  }
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) =>
        right.includes(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}
