import { Fault, type FaultCode, isRetriable } from '../fault.ts'
import { admit, type BreakerRule, CLOSED, LLM_BREAKER, recorded } from './breaker.ts'

export interface Guard {
  /** Calls, or refuses at once while the service is in trouble. @throws Fault of the guard's code; what the call throws */
  run<T>(call: () => Promise<T>): Promise<T>
}

export interface GuardSettings {
  /** What a refused call ends in: the same as the service being away, for whoever falls back */
  readonly code: FaultCode
  readonly clock: () => number
  /** 0 <= n < 1 */
  readonly random: () => number
  readonly rule?: BreakerRule
}

/** A circuit breaker around calls to one service. Only faults of the environment speak against it. */
export function guard({ code, clock, random, rule = LLM_BREAKER }: GuardSettings): Guard {
  let breaker = CLOSED
  return {
    async run(call) {
      const asked = admit(breaker, { now: clock(), random: random() }, rule)
      breaker = asked.breaker
      if (!asked.admitted) throw new Fault(code, `not asked: the breaker is ${breaker.state}`)
      const { era } = breaker
      const ended = (succeeded: boolean) => {
        breaker = recorded(breaker, { now: clock(), succeeded, era }, rule)
      }
      try {
        const answer = await call()
        ended(true)
        return answer
      } catch (error) {
        ended(!isRetriable(error))
        throw error
      }
    },
  }
}
