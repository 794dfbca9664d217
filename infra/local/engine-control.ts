import type { EngineName } from './engines/engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The engines' URLs and the model's folder, as `startEngines` gives them. */
    settings: Record<string, string>
    /** Where test workers ask for an engine to be taken away: `engineControl(inject('engineControl'))`. */
    engineControl: string
  }
}

export interface EngineControl {
  /** Ends it in good order; resolves when it is gone. */
  stop(name: EngineName): Promise<void>
  /** Brings it back on the same port and data; resolves when it is ready. */
  start(name: EngineName): Promise<void>
  /** SIGKILL resolves at its end; SIGSTOP freezes it and SIGCONT thaws it. */
  kill(name: EngineName, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): Promise<void>
}

/** For tests in worker processes, while the engines are held by the process that started them. */
export function engineControl(url: string): EngineControl {
  const post = async (path: string) => {
    const answer = await fetch(`${url}/engines/${path}`, { method: 'POST' })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  }
  return {
    stop: (name) => post(`${name}/stop`),
    start: (name) => post(`${name}/start`),
    kill: (name, signal) => post(`${name}/kill/${signal}`),
  }
}
