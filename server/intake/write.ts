/**
 * The one write path. A batch of submissions is planned, sealed, appended to the ledger and projected in one durable
 * transaction; each submission is an entry, there whole or not at all. One writer at a time holds the head row for
 * the length of its batch, whichever process it runs in.
 */
import type { Sha256 } from '#core/ledger/hash.ts'
import type { Places } from '#core/record/found-doubts.ts'
import type { Content, Kind } from '#core/record/kinds.ts'
import { groupNames, groupTexts } from '#core/record/revision.ts'
import type { Store } from '#store/connect.ts'
import { transact, type Client } from '#store/database.ts'
import { libraryEntries, reviewRule, type LibraryRecord } from '#store/library.ts'
import { atOnce, together } from '#store/prompt-client.ts'
import { appendLeaves, lockHead, readHead, seal, type SealedRevision } from '#store/ledger.ts'
import type { Settings } from '#core/record/settings.ts'
import { readSettings } from '#store/settings.ts'
import { readKnown } from './known.ts'
import { planBatch, type Draft, type Plan, type Submission } from './plan.ts'
import { project } from './project.ts'
import type { MakeId } from './uuid.ts'

export interface Intake {
  readonly store: Store
  readonly now: () => number
  readonly newId: MakeId
  readonly sha256: Sha256
  /** Fresh randomness, in hex. */
  readonly randomHex: (bytes: number) => string
  readonly places: Places
}

/** The leaves of a batch: from one number up to another. */
export interface Leaves {
  readonly from: number
  readonly to: number
}

export interface WriteOptions {
  /** False: durable with the next write that is; for the batches of an import, whose last write is. */
  readonly durable?: boolean
  /** For a few records, each statement of which is planned once. */
  readonly prompt?: boolean
  /** What was planned before the head was ours, and this writer's own batch before, which it did not see. */
  readonly prepared?: { readonly batch: Prepared; readonly unseen: Leaves | null }
}

/** A batch that is planned and sealed: all that can be done before its place in the ledger is known. */
export interface Prepared {
  /** The size of the ledger when it was planned. */
  readonly size: number
  readonly received: string
  readonly settings: Settings
  readonly plan: Plan
  readonly revisions: readonly SealedRevision[]
}

/** What was written, for whoever judges it within the same transaction. */
export interface Written {
  readonly client: Client
  readonly plan: Plan
  readonly settings: Settings
  readonly received: string
  readonly firstLeaf: number
  /** Incidents whose materiel is now other than it was. */
  readonly incidents: ReadonlySet<string>
  /** Kinds of records that rules read beside incidents and items, and that this batch changed. */
  readonly changedKinds: ReadonlySet<Kind>
  /** The accepted rows of the library as they were, where this batch can have changed them. */
  readonly libraryBefore: readonly LibraryRecord[] | null
}

/**
 * Plans and seals a batch ahead of its turn. It holds as long as nobody else writes: the caller promises that its own
 * batches name no record twice.
 */
export async function prepareBatch(intake: Intake, submissions: readonly Submission[]): Promise<Prepared> {
  return transact(intake.store.intake, async (client) => {
    await client.query('set transaction isolation level repeatable read read only')
    return prepare(intake, client, submissions, (await readHead(client, intake.store.nodeId)).size)
  })
}

async function prepare(
  intake: Intake,
  client: Client,
  submissions: readonly Submission[],
  size: number,
): Promise<Prepared> {
  const { store, sha256 } = intake
  const received = new Date(intake.now()).toISOString()
  const [settings, known] = await atOnce(client, [
    () => readSettings(client, store.nodeId),
    () => readKnown(client, store, submissions),
  ])
  const plan = planBatch(submissions, {
    node: store.node,
    exercise: store.exercise,
    defaultHandling: settings.default_handling,
    hostCountry: settings.host_country,
    places: intake.places,
    received,
    newId: intake.newId,
    sha256,
    known,
  })
  const salts = intake.randomHex(plan.drafts.length * 16)
  const revisions = plan.drafts.map(({ head, content }, i) =>
    seal(sha256, {
      names: groupNames[head.kind],
      texts: groupTexts(head, content),
      salt: salts.slice(i * 32, i * 32 + 32),
    }),
  )
  return { size, received, settings, plan, revisions }
}

/** Whether what was planned is still so: nobody wrote since but this writer, in the one batch that it did not see. */
const holds = ({ batch, unseen }: NonNullable<WriteOptions['prepared']>, size: number): boolean =>
  batch.size === size || (unseen !== null && unseen.from === batch.size && unseen.to === size)

/**
 * Writes the batch (which may be chosen under the head's lock) and hands it to `then` before the transaction ends, so
 * that both become durable together.
 */
export async function writeBatch<T>(
  intake: Intake,
  submissions: readonly Submission[] | ((client: Client) => Promise<readonly Submission[]>),
  then: (written: Written) => Promise<T>,
  { durable = true, prompt = false, prepared }: WriteOptions = {},
): Promise<{ readonly plan: Plan; readonly value: T; readonly leaves: Leaves }> {
  const { store } = intake
  return transact(prompt ? store.prompt : store.intake, async (client) => {
    if (!durable) await client.query('set local synchronous_commit = off')
    // Statements are answered in order: what is asked of the submissions is asked under the lock.
    const [head, chosen] = await atOnce(client, [
      () => lockHead(client, store.nodeId),
      () => (typeof submissions === 'function' ? submissions(client) : submissions),
    ])
    const firstLeaf = head.size
    const { plan, settings, received, revisions } =
      prepared !== undefined && holds(prepared, head.size)
        ? prepared.batch
        : await prepare(intake, client, chosen, head.size)
    let incidents: ReadonlySet<string> = new Set()
    const libraryBefore = plan.drafts.some(concernsLibrary)
      ? await libraryEntries(client, store.nodeId, ['accepted'])
      : null
    if (plan.drafts.length > 0) {
      // While the server takes one table's rows the next are made.
      const [, touched] = await together([
        appendLeaves({ client, store, sha256: intake.sha256 }, head, revisions),
        project({ client, store, places: intake.places, firstLeaf }, plan.drafts),
      ])
      incidents = touched
    }
    const changedKinds = new Set(plan.drafts.map(({ head: draft }) => draft.kind))
    return {
      plan,
      value: await then({ client, plan, settings, received, firstLeaf, incidents, changedKinds, libraryBefore }),
      leaves: { from: firstLeaf, to: firstLeaf + plan.drafts.length },
    }
  })
}

const concernsLibrary = ({ head, content }: Draft): boolean =>
  head.kind === 'library-entry' || (head.kind === 'decision' && (content as Content<'decision'>).rule === reviewRule)
