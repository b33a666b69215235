/** Judges what waits (an import that was killed, a setting that changed) for as long as a server runs. */
import { setTimeout as pause } from 'node:timers/promises'
import { workOff, type Analysis } from './analysis/judge.ts'

export interface Judging {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
}

const betweenMs = 500
const afterFailureMs = 5_000

export function keepJudging(analysis: Analysis, report: (error: unknown) => void): Judging {
  const stopping = new AbortController()
  const { signal } = stopping
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      let rest = betweenMs
      try {
        await workOff(analysis, { keepOn: () => !signal.aborted })
      } catch (error) {
        // What waits stays in the base and is taken up again.
        report(error)
        rest = afterFailureMs
      }
      await pause(rest, undefined, { signal }).catch(() => undefined)
    }
  }
  const working = work()
  return {
    async stop() {
      stopping.abort()
      await working
    },
  }
}
