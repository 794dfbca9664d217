import type { PieceName } from '../pieces.ts'
import type { Launch } from '../processes.ts'

/** What another one needs comes first. */
export const ENGINE_NAMES = [
  'postgres',
  'registry',
  'kafka',
  'clickhouse',
  'milvus',
  'redis',
] as const
export type EngineName = (typeof ENGINE_NAMES)[number]

/** What an engine is given: where its things lie, and which ports are its own. */
export interface Site {
  readonly data: string
  readonly port: number
  /** Ports beside the main one, as many as the engine asks for, none of them for clients. */
  readonly inner: readonly number[]
  readonly pieces: Readonly<Partial<Record<PieceName, string>>>
  readonly secrets: Readonly<Record<'superuser' | 'owner' | 'app' | 'landing' | 'registry', string>>
  /** Ports of the local engines that this one needs (`needs`). */
  readonly ports: Readonly<Partial<Record<EngineName, number>>>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly java: string
}

export interface LocalEngine {
  readonly name: EngineName
  /** The setting that says where it is; given from outside, nothing local is started. */
  readonly setting: string
  readonly pieces: readonly PieceName[]
  readonly needs?: readonly EngineName[]
  readonly ports: { readonly wanted: number; readonly inner: readonly number[] }
  /** Before the first start in a folder; called again only when it did not finish. */
  prepare?(site: Site): Promise<void>
  launch(site: Site): Launch | Promise<Launch>
  /** Resolves when the server answers its own protocol; rejects when it does not yet. */
  probe(url: string, signal: AbortSignal): Promise<void>
  /** The same for the local server, where clients' own access is only made by `settle`. */
  probeLocal?(site: Site): Promise<void>
  /** After each start, before anyone is told that it is ready. Safe to repeat. */
  settle?(site: Site): Promise<void>
  /** The settings that lead a client to it. */
  settings(site: Site): Readonly<Record<string, string>>
  /** What else a given or found address means for clients, where one URL does not say all. */
  others?(url: string): Readonly<Record<string, string>>
  /** The usual loopback address, and how it is told that what answers there is ours to use. */
  readonly usual: string
}

/** A check of an HTTP answer, shared by the engines that speak it. */
export async function expectOk(
  url: string,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<void> {
  const answer = await fetch(url, { signal, headers })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
}
