/** Previews under way: one an account, known as long as the server lives, and given up when nobody asks any more. */
import { setTimeout as pause } from 'node:timers/promises'
import type { PreviewAnswer } from '#api/settings-routes.ts'
import type { Reader } from '#store/reader.ts'
import type { SupposedSetting } from '#store/settings.ts'
import type { Analysis } from '../analysis/judge.ts'
import { previewOf, type Previewed } from './preview.ts'

interface Running {
  readonly id: string
  state: PreviewAnswer['state']
  previewed: Previewed
  /** When it was last asked for. */
  askedAt: number
}

/** A small base is judged before the first answer. */
const firstAnswerMs = 1000
const givenUpMs = 30_000

export class Previews {
  readonly #analysis: Analysis
  readonly #report: (error: unknown) => void
  readonly #byAccount = new Map<string, Running>()
  readonly #working = new Set<Promise<void>>()

  constructor(analysis: Analysis, report: (error: unknown) => void) {
    this.#analysis = analysis
    this.#report = report
  }

  /** Begins, in place of the account's last one. */
  async start(reader: Reader, supposed: SupposedSetting): Promise<PreviewAnswer> {
    const before = this.#byAccount.get(reader.account)
    if (before?.state === 'running') before.state = 'stopped'
    const preview: Running = {
      id: this.#analysis.newId(),
      state: 'running',
      previewed: { holds: true, items: 0, signatures: 0, rules: [], not_judged: [] },
      askedAt: performance.now(),
    }
    this.#byAccount.set(reader.account, preview)
    const working = this.#work(preview, reader, supposed)
    this.#working.add(working)
    void working.finally(() => this.#working.delete(working))
    await Promise.race([working, pause(firstAnswerMs)])
    return answerOf(preview)
  }

  /** As its own account may see it. */
  find(id: string, account: string): PreviewAnswer | null {
    const preview = this.#byAccount.get(account)
    if (preview?.id !== id) return null
    preview.askedAt = performance.now()
    return answerOf(preview)
  }

  /** Ends what is under way. */
  async stop(): Promise<void> {
    for (const preview of this.#byAccount.values()) if (preview.state === 'running') preview.state = 'stopped'
    await Promise.all(this.#working)
  }

  async #work(preview: Running, reader: Reader, supposed: SupposedSetting): Promise<void> {
    try {
      for await (const previewed of previewOf(this.#analysis, reader, supposed)) {
        preview.previewed = previewed
        if (performance.now() - preview.askedAt > givenUpMs) preview.state = 'stopped'
        if (preview.state !== 'running') return
      }
      preview.state = 'done'
    } catch (error) {
      this.#report(error)
      preview.state = 'failed'
    }
  }
}

const answerOf = ({ id, state, previewed }: Running): PreviewAnswer => ({ id, state, ...previewed })
