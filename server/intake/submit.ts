/**
 * Single submissions over HTTP: gathered into batches, written, screened and answered when durable. While one batch is
 * under way the next gathers; a submission that fails is written apart, so that it never costs another.
 */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { Refusal } from '#core/record/doubt.ts'
import type { Codes } from '#core/record/parse-value.ts'
import { parseRow } from '#core/record/parse-row.ts'
import { rowsOf, type Client } from '#store/database.ts'
import { readSettings } from '#store/settings.ts'
import type { Raised } from '../analysis/judge.ts'
import { judgeArrivals, openDesk, type Analysis } from '../analysis/judge.ts'
import { noteChanges } from '../analysis/note-changes.ts'
import type { Part, Submission } from './plan.ts'
import { receiptOf } from './receipt.ts'
import { writeBatch, type Intake } from './write.ts'

export interface EntryBody {
  readonly source?: string | undefined
  readonly incident?: Readonly<Record<string, unknown>> | null | undefined
  readonly items: readonly Readonly<Record<string, unknown>>[]
}

export interface EntryAnswer {
  readonly receipt: string
  readonly refs: readonly string[]
  readonly doubts: readonly { readonly ref: string; readonly column: string; readonly doubt: string }[]
  readonly raised: readonly Raised[]
}

export type SubmitError =
  | { readonly kind: 'cannot-be-kept'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'key-used' }

/** Reads a body into a submission. Fields are named as the tables name them, with their place in the body. */
export function parseEntry(
  body: EntryBody,
  codes: Codes,
  who: { account: string; device: string },
): Result<Submission, SubmitError> {
  const parts: Part[] = []
  const refusals: Refusal[] = []
  const read = (table: 'incidents' | 'items', row: Readonly<Record<string, unknown>>, place: string) => {
    const parsed = parseRow(table, row, codes)
    if (parsed.ok) parts.push(parsed.value)
    else refusals.push(...parsed.error.map((refusal) => ({ ...refusal, column: `${place}.${refusal.column}` })))
  }
  if (body.incident) read('incidents', body.incident, 'incident')
  const inherited = body.incident?.['incident_ref']
  body.items.forEach((item, i) =>
    read(
      'items',
      inherited === undefined || item['incident_ref'] !== undefined ? item : { ...item, incident_ref: inherited },
      `items[${i}]`,
    ),
  )
  if (refusals.length > 0) return err({ kind: 'cannot-be-kept', refusals })
  return ok({ source: body.source ?? 'default', parts, author: who.account, device: who.device })
}

interface Waiting {
  readonly submission: Submission
  readonly key: { readonly account: string; readonly key: string; readonly sha256: Buffer } | null
  readonly resolve: (answer: Submitted) => void
  readonly reject: (error: unknown) => void
}

export type Submitted =
  | { readonly state: 'written' | 'repeated'; readonly answer: EntryAnswer }
  | { readonly state: 'key-used' }

export interface Submitter {
  submit(submission: Submission, idempotency: { account: string; key: string; body: string } | null): Promise<Submitted>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

const mostInBatch = 64

export function makeSubmitter(intake: Intake, analysis: Analysis): Submitter {
  const waiting: Waiting[] = []
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostInBatch)
      try {
        const answers = await writeAndJudge(intake, analysis, batch)
        batch.forEach((one, i) => one.resolve(answers[i] as Submitted))
      } catch (error) {
        await apart(batch, error)
      }
    }
    running = null
  }

  async function apart(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) {
      batch[0]?.reject(error)
      return
    }
    for (const one of batch) {
      await writeAndJudge(intake, analysis, [one]).then(
        ([answer]) => one.resolve(answer as Submitted),
        (own: unknown) => one.reject(own),
      )
    }
  }

  return {
    submit(submission, idempotency) {
      return new Promise((resolve, reject) => {
        const key =
          idempotency === null
            ? null
            : {
                account: idempotency.account,
                key: idempotency.key,
                sha256: createHash('sha256').update(idempotency.body).digest(),
              }
        waiting.push({ submission, key, resolve, reject })
        // What arrives in the same turn goes into one batch.
        running ??= setImmediate().then(run)
      })
    },
    async idle() {
      await running
    },
  }
}

async function writeAndJudge(
  intake: Intake,
  analysis: Analysis,
  batch: readonly Waiting[],
): Promise<readonly Submitted[]> {
  const answers = new Map<Waiting, Submitted>()
  const { value } = await writeBatch(
    intake,
    // Which keys were answered before is asked under the head's lock, so that two requests with one key are in order.
    async (client) => {
      const before = await answeredKeys(client, intake.store.nodeId, batch)
      const open: Waiting[] = []
      const taken = new Map<string, Waiting>()
      for (const one of batch) {
        const known = one.key === null ? undefined : before.get(`${one.key.account} ${one.key.key}`)
        const twin = one.key === null ? undefined : taken.get(`${one.key.account} ${one.key.key}`)
        if (known !== undefined) answers.set(one, repeat(one, known))
        else if (twin !== undefined && one.key !== null) {
          if (twin.key?.sha256.equals(one.key.sha256) !== true) answers.set(one, { state: 'key-used' })
        } else {
          open.push(one)
          if (one.key !== null) taken.set(`${one.key.account} ${one.key.key}`, one)
        }
      }
      return open.map(({ submission }) => submission)
    },
    async (written) => {
      const { client, plan, received, firstLeaf, changedKinds } = written
      await noteChanges(analysis, written)
      // A setting holds for what is judged from its own batch on.
      const settings = changedKinds.has('setting') ? await readSettings(client, intake.store.nodeId) : written.settings
      const desk = await openDesk(analysis, client, settings)
      const raised = await judgeArrivals(analysis, client, desk, {
        incidents: [...written.incidents],
        moved: { received, since: firstLeaf },
        upTo: firstLeaf + plan.drafts.length,
      })
      const open = batch.filter((one) => !answers.has(one) && !isTwin(batch, one))
      open.forEach((one, i) => {
        const planned = plan.submissions[i]
        if (planned !== undefined)
          answers.set(one, { state: 'written', answer: answerOf(one.submission, planned, raised) })
      })
      await keepKeys(client, intake.store.nodeId, open, answers)
      return answers
    },
    { prompt: true },
  )
  for (const one of batch) {
    const twin = batch.find((other) => isSameKey(other, one) && value.has(other))
    if (!value.has(one) && twin !== undefined)
      value.set(one, { ...(value.get(twin) as Submitted), state: 'repeated' } as Submitted)
  }
  return batch.map((one) => value.get(one) as Submitted)
}

const isSameKey = (a: Waiting, b: Waiting) =>
  a.key !== null && b.key !== null && a.key.account === b.key.account && a.key.key === b.key.key

/** Whether an earlier one of the batch came with the same key and speaks for it. */
const isTwin = (batch: readonly Waiting[], one: Waiting) =>
  batch.some((other) => other !== one && isSameKey(other, one) && batch.indexOf(other) < batch.indexOf(one))

interface KeptAnswer {
  readonly sha256: Buffer
  readonly answer: string
}

const repeat = (one: Waiting, known: KeptAnswer): Submitted =>
  one.key !== null && known.sha256.equals(one.key.sha256)
    ? { state: 'repeated', answer: JSON.parse(known.answer) as EntryAnswer }
    : { state: 'key-used' }

async function answeredKeys(
  client: Client,
  nodeId: number,
  batch: readonly Waiting[],
): Promise<ReadonlyMap<string, KeptAnswer>> {
  const keys = batch.flatMap(({ key }) => (key === null ? [] : [key]))
  if (keys.length === 0) return new Map()
  const rows = await rowsOf<{ account: string; key: string; body_sha256: Buffer; answer: string }>(
    client,
    `select s.account, s.key, s.body_sha256, s.answer from unnest($2::text[], $3::text[]) k (account, key)
       join submission_keys s on s.node_id = $1 and s.account = k.account and s.key = k.key`,
    [nodeId, keys.map(({ account }) => account), keys.map(({ key }) => key)],
  )
  return new Map(rows.map((row) => [`${row.account} ${row.key}`, { sha256: row.body_sha256, answer: row.answer }]))
}

async function keepKeys(
  client: Client,
  nodeId: number,
  open: readonly Waiting[],
  answers: ReadonlyMap<Waiting, Submitted>,
): Promise<void> {
  const kept = open.filter(({ key }) => key !== null)
  if (kept.length === 0) return
  const answer = (one: Waiting) => {
    const submitted = answers.get(one)
    return submitted?.state === 'written' ? JSON.stringify(submitted.answer) : '{}'
  }
  await client.query(
    `insert into submission_keys select $1, * from unnest($2::text[], $3::text[], $4::bytea[], $5::text[])`,
    [
      nodeId,
      kept.map(({ key }) => key?.account),
      kept.map(({ key }) => key?.key),
      kept.map(({ key }) => key?.sha256),
      kept.map(answer),
    ],
  )
}

type Planned = Awaited<ReturnType<typeof writeBatch>>['plan']['submissions'][number]

function answerOf(submission: Submission, planned: Planned, raised: readonly Raised[]): EntryAnswer {
  const ids = new Set(planned.parts.map(({ id }) => id))
  const incidents = new Set(planned.parts.map(({ incident }) => incident))
  const named = (ref: string) => (submission.source === 'default' ? ref : `${submission.source}:${ref}`)
  return {
    receipt: planned.entry === null ? 'unchanged' : receiptOf(planned.entry),
    refs: planned.parts.flatMap(({ ref }) => (ref === null ? [] : [named(ref)])),
    doubts: planned.parts.flatMap(({ ref, doubts }) => doubts.map((doubt) => ({ ref: named(ref ?? ''), ...doubt }))),
    raised: raised.filter(
      ({ finding, incidents: shownOn }) =>
        ids.has(finding.subject) || shownOn.some((incident) => incidents.has(incident)),
    ),
  }
}
