/** The whole funnel. A move that is not listed is a conflict (409), whoever asks. */
const NEXT = {
  applied: ['screened', 'rejected', 'withdrawn'],
  screened: ['interviewed', 'rejected', 'withdrawn'],
  interviewed: ['offered', 'rejected', 'withdrawn'],
  offered: ['hired', 'rejected', 'withdrawn'],
  hired: ['rejected', 'withdrawn'],
  rejected: ['withdrawn'],
  withdrawn: ['rejected'],
} as const

export type Stage = keyof typeof NEXT

export const STAGES = Object.keys(NEXT) as readonly Stage[]

export const isStage = (text: string): text is Stage => Object.hasOwn(NEXT, text)

export function canMove(from: Stage, to: Stage): boolean {
  return (NEXT[from] as readonly Stage[]).includes(to)
}
