/** One line of a document as its reader sees it; lines stand in reading order. */
export interface Line {
  /** Parts that stand far apart on one line ("Title      2019 – 2021") are parted by a tab. */
  readonly text: string
  /** From 1 */
  readonly page: number
  /** Points; absent when the kind has none */
  readonly size?: number
  readonly bold?: boolean
  /** The file itself calls it a heading */
  readonly heading?: boolean
}

/** A document as it was read, before anyone asks what it says. */
export interface ReadDocument {
  readonly lines: readonly Line[]
  readonly pages: number
  readonly warnings: readonly { readonly code: string; readonly detail: string | null }[]
}

export const textOf = (lines: readonly Line[]): string => lines.map((line) => line.text).join('\n')
