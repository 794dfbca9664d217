import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Fault } from '../../core/fault.ts'

/** What the registry answers, as far as we need it. */
export interface Registry {
  /** The id of this schema under this subject. Registers it where that is allowed. @throws Fault registry.* */
  idOf(subject: string, schema: string, signal: AbortSignal): Promise<number>
  /** @returns null when the registry knows no such id. @throws Fault registry.unavailable */
  schemaOf(id: number, signal: AbortSignal): Promise<string | null>
}

interface Remembered {
  /** `subject` and schema text to id */
  ids: Record<string, number>
  /** id to schema text */
  schemas: Record<string, string>
}

const UNKNOWN_FOR_MS = 60_000

/**
 * Schema ids, kept in a map and on disk: ids never change their meaning, so a worker starts and decodes
 * what it has met before while the registry is away. An id that the registry does not know is asked again
 * after a minute at the earliest.
 */
export class SchemaIds {
  readonly #registry: Registry
  readonly #file: string | null
  readonly #now: () => number
  readonly #unknownSince = new Map<number, number>()
  #memory: Remembered = { ids: {}, schemas: {} }
  #saving: Promise<void> = Promise.resolve()

  private constructor(registry: Registry, file: string | null, now: () => number) {
    this.#registry = registry
    this.#file = file
    this.#now = now
  }

  static async open(registry: Registry, file: string, now: () => number): Promise<SchemaIds> {
    const ids = new SchemaIds(registry, file, now)
    const text = await readFile(file, 'utf8').catch(() => null)
    // An unreadable cache is no cache: it is written anew at the next answer.
    if (text !== null) ids.#memory = parsed(text) ?? ids.#memory
    return ids
  }

  /** Ids that no registry gave: nothing else is ever known. */
  static fixed(schemas: ReadonlyMap<number, string>): SchemaIds {
    const nobody: Registry = { idOf: async () => 0, schemaOf: async () => null }
    const ids = new SchemaIds(nobody, null, () => 0)
    ids.#memory = { ids: {}, schemas: Object.fromEntries(schemas) }
    return ids
  }

  /** @throws Fault registry.unavailable when the answer is neither here nor there */
  async idOf(subject: string, schema: string, signal: AbortSignal): Promise<number> {
    const key = `${subject} ${schema}`
    const before = this.#memory.ids[key]
    if (before !== undefined) return before
    const id = await this.#registry.idOf(subject, schema, signal)
    this.#memory.ids[key] = id
    this.#memory.schemas[id] = schema
    await this.#save()
    return id
  }

  /** Asks for a schema unless it is known, or known to be unknown. @throws Fault registry.unavailable */
  async learn(id: number, signal: AbortSignal): Promise<void> {
    if (this.known(id) !== null) return
    const since = this.#unknownSince.get(id)
    if (since !== undefined && this.#now() - since < UNKNOWN_FOR_MS) return
    const schema = await this.#registry.schemaOf(id, signal)
    if (schema === null) {
      this.#unknownSince.set(id, this.#now())
      return
    }
    this.#memory.schemas[id] = schema
    await this.#save()
  }

  known(id: number): string | null {
    return this.#memory.schemas[id] ?? null
  }

  // One write after the other: each is whole, the last has all.
  #save(): Promise<void> {
    this.#saving = this.#saving.catch(() => {}).then(() => this.#write())
    return this.#saving
  }

  async #write(): Promise<void> {
    if (this.#file === null) return
    const draft = `${this.#file}.${process.pid}`
    try {
      await mkdir(dirname(this.#file), { recursive: true })
      await writeFile(draft, JSON.stringify(this.#memory))
      await rename(draft, this.#file)
    } catch (cause) {
      throw new Fault('registry.unavailable', 'the schema cache can not be written', { cause })
    }
  }
}

function parsed(text: string): Remembered | null {
  try {
    const { ids, schemas } = JSON.parse(text) as Partial<Remembered>
    return ids && schemas ? { ids, schemas } : null
  } catch {
    return null
  }
}
