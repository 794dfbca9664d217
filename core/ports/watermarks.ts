/** How far one store is complete, for "as of". */
export interface Watermark {
  readonly store: 'postgres' | 'milvus' | 'clickhouse'
  /** Milliseconds: all that the log had taken by then is landed; null: not known yet */
  readonly completeTo: number | null
  /** Records that were still to land when it was last looked at */
  readonly behind: number
}

export interface Progress {
  readonly store: 'postgres' | 'milvus' | 'clickhouse'
  readonly generation: number
  readonly topic: string
  readonly partition: number
  readonly next: number
  readonly end: number
  /** Milliseconds */
  readonly completeTo: number
}

export interface Watermarks {
  /** One a store that has landed anything in this generation. @throws Fault database.unavailable */
  read(generation: number, signal: AbortSignal): Promise<readonly Watermark[]>
  /**
   * For stores that keep no ledger of their own: where they are, for readers only (nothing resumes from it).
   * Never moves back. @throws Fault database.unavailable
   */
  note(progress: readonly Progress[], signal: AbortSignal): Promise<void>
}

export interface Generations {
  /** The one that every query reads by. @throws Fault database.unavailable */
  active(signal: AbortSignal): Promise<number>
}
