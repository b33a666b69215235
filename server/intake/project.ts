/** Turns a planned batch into the rows of the projections. */
import { reversed, skeletonOf, foldSerial } from '#core/marking/serial.ts'
import { currentValues } from '#core/record/current.ts'
import { daysOf } from '#core/record/day.ts'
import type { Doubt } from '#core/record/doubt.ts'
import {
  doubtsOfBaseline,
  doubtsOfEnquiry,
  doubtsOfIncident,
  regionOf,
  type Places,
} from '#core/record/found-doubts.ts'
import { happenedIn } from '#core/record/incident-days.ts'
import type { Baseline, Content, Enquiry, Incident, Item, Kind, Opinion } from '#core/record/kinds.ts'
import { copyRows, type Row } from '#store/copy.ts'
import type { Store } from '#store/connect.ts'
import { rowsOf, type Client } from '#store/database.ts'
import { refreshReviews, reviewRule } from '#store/library.ts'
import { projectedRow, tableOf } from '#store/projection.ts'
import { atOnce } from '#store/prompt-client.ts'
import { attachWaiting, raiseLevels, refreshCurrent, replaceRows } from '#store/records.ts'
import { itemsBySerial } from '#store/twins.ts'
import type { Draft } from './plan.ts'

export interface Projecting {
  readonly client: Client
  readonly store: Store
  readonly places: Places
  readonly firstLeaf: number
}

/** Writes the rows of all drafts; answers the incidents whose materiel is now other than it was. */
export async function project(to: Projecting, drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
  const { client, store } = to
  const last = new Map<string, Draft>()
  for (const draft of drafts) last.set(draft.head.record, draft)
  const existed = new Set(
    drafts.filter(({ supersedes }) => supersedes && 'leaf' in supersedes).map(({ head }) => head.record),
  )
  const byKind = Map.groupBy(last.values(), ({ head }) => head.kind)
  const touched = new Set<string>()

  await copyRows(
    client,
    store.shape('past_revisions'),
    drafts.flatMap((draft) => pastRow(draft, to)),
  )
  const opinions = new Map<string, Draft>()
  for (const draft of byKind.get('opinion') ?? []) opinions.set((draft.content as Opinion).record, draft)
  const movedItems = (byKind.get('item') ?? [])
    .filter(({ head }) => existed.has(head.record))
    .map(({ head }) => head.record)
  for (const incident of await incidentsOfItems(to, movedItems)) touched.add(incident)
  const serials = await serialsConcerned(to, byKind, existed)

  await atOnce(
    client,
    [...byKind].flatMap(([kind, list]) => {
      const rows = list.map((draft) => rowOf(draft, to, { opinions, existed }))
      const replaced = idsOf(list, (id) => existed.has(id))
      return [
        () => replaceRows(client, store, tableOf[kind], { rows, replaced }),
        ...(kind === 'incident' ? [() => writeInformants(to, list, replaced)] : []),
        ...(kind === 'item' ? [() => writeMarks(to, list, replaced)] : []),
      ]
    }),
  )
  for (const [kind, list] of byKind) {
    for (const draft of list) {
      if (kind === 'incident') touched.add(draft.head.record)
      if (draft.incident !== null) touched.add(draft.incident)
    }
  }
  const incidents = byKind.get('incident') ?? []
  const attached = new Set(
    await attachWaiting(
      client,
      store,
      idsOf(incidents, (id) => !existed.has(id)),
    ),
  )
  for (const incident of attached) touched.add(incident)
  const revised = new Set(drafts.filter(({ supersedes }) => supersedes !== null).map(({ head }) => head.record))
  await raiseLevels(
    client,
    store,
    idsOf(incidents, (id) => revised.has(id) || attached.has(id)),
  )
  await refreshReviews(client, store, entriesToReview(byKind))
  const again = recordsToRefresh(byKind, existed, last)
  await refreshCurrent(client, store, again)
  for (const incident of await incidentsOfItems(to, again)) touched.add(incident)
  // What carries the same serial may have been seen before, or no longer.
  for (const twins of (await itemsBySerial(client, store.nodeId, serials)).values()) {
    for (const { incident } of twins.length > 1 || movedItems.length > 0 ? twins : [])
      if (incident !== null) touched.add(incident)
  }
  return touched
}

/** The serials of items as they come, as they stood before, and of items whose incident is revised. */
async function serialsConcerned(
  { client, store }: Projecting,
  byKind: ReadonlyMap<Kind, readonly Draft[]>,
  existed: ReadonlySet<string>,
): Promise<readonly (string | undefined)[]> {
  const items = byKind.get('item') ?? []
  const coming = items.map(({ content }) => (content as Item).serial)
  const stood = [...items, ...(byKind.get('incident') ?? [])]
    .map(({ head }) => head.record)
    .filter((id) => existed.has(id))
  if (stood.length === 0) return coming
  const rows = await rowsOf<{ serial: string }>(
    client,
    `select serial from items where node_id = $1 and id = any ($2) and serial is not null
     union select serial from items where node_id = $1 and incident = any ($2) and serial is not null`,
    [store.nodeId, stood],
  )
  return [...coming, ...rows.map(({ serial }) => serial)]
}

const idsOf = (drafts: readonly Draft[], keep: (id: string) => boolean) =>
  drafts.map(({ head }) => head.record).filter(keep)

/** Items and incidents that stood before and whose row or opinion is new now: their current values are worked out again. */
function recordsToRefresh(
  byKind: ReadonlyMap<Kind, readonly Draft[]>,
  existed: ReadonlySet<string>,
  last: ReadonlyMap<string, Draft>,
): readonly string[] {
  const records = new Set<string>()
  for (const kind of ['item', 'incident'] as const) {
    for (const { head } of byKind.get(kind) ?? []) if (existed.has(head.record)) records.add(head.record)
  }
  for (const { content } of byKind.get('opinion') ?? []) {
    const { record } = content as Opinion
    if (existed.has(record) || !last.has(record)) records.add(record)
  }
  for (const { content } of byKind.get('decision') ?? []) {
    const { rule, subject } = content as Content<'decision'>
    if (rule.startsWith('current-')) records.add(subject)
  }
  return [...records]
}

/** Rows of the library that say something else now, or were reviewed. */
const entriesToReview = (byKind: ReadonlyMap<Kind, readonly Draft[]>): readonly string[] => [
  ...(byKind.get('library-entry') ?? []).map(({ head }) => head.record),
  ...(byKind.get('decision') ?? []).flatMap(({ content }) => {
    const { rule, subject } = content as Content<'decision'>
    return rule === reviewRule ? [subject] : []
  }),
]

function pastRow(draft: Draft, { store, firstLeaf }: Projecting): readonly Row[] {
  const past = draft.supersedes
  if (past === null) return []
  const { revision, leaf } =
    'leaf' in past ? past : { revision: past.draft.head.revision, leaf: firstLeaf + past.draft.offset }
  return [
    {
      node_id: store.nodeId,
      record: draft.head.record,
      leaf,
      revision,
      handling: draft.level,
      team: draft.head.team ?? '',
    },
  ]
}

interface Around {
  readonly opinions: ReadonlyMap<string, Draft>
  readonly existed: ReadonlySet<string>
}

function rowOf(draft: Draft, to: Projecting, around: Around): Row {
  const { head, content, digest, level } = draft
  const opinion = around.opinions.get(head.record)
  // A record that stood before may have opinions of others; refreshCurrent weighs them all.
  const values: Partial<Opinion> =
    opinion === undefined || around.existed.has(head.record)
      ? {}
      : currentValues([{ id: opinion.head.record, opinion: opinion.content as Opinion }], [])
  const extra = { ...(values as Row), ...ownColumns(draft, to) }
  return projectedRow({
    nodeId: to.store.nodeId,
    leaf: to.firstLeaf + draft.offset,
    head,
    content,
    level,
    digest,
    extra,
  })
}

function ownColumns(draft: Draft, to: Projecting): Row {
  const { received } = draft.head
  switch (draft.head.kind) {
    case 'incident': {
      const incident = draft.content as Incident
      const days = happenedIn(incident)
      return {
        first_day: days?.first ?? null,
        last_day: days?.last ?? null,
        region: regionOf(incident, to.places),
        found_doubts: written(doubtsOfIncident(incident, to.places, received)),
      }
    }
    case 'item':
      return { incident: draft.incident }
    case 'library-entry':
      return { state: 'proposed' }
    case 'enquiry':
      return enquiryColumns(draft.content as Enquiry)
    case 'baseline':
      return { found_doubts: written(doubtsOfBaseline(draft.content as Baseline, received)) }
    default:
      return {}
  }
}

/** Those that wait for somebody come first, the soonest due of them before the others. */
function enquiryColumns(enquiry: Enquiry): Row {
  const isOpen = ['draft', 'sent'].includes(enquiry.status ?? 'draft')
  return {
    found_doubts: written(doubtsOfEnquiry(enquiry)),
    closed: isOpen ? 0 : 1,
    due: !isOpen ? '' : enquiry.due_on === undefined ? '9999' : daysOf(enquiry.due_on).last,
  }
}

const written = (doubts: readonly Doubt[]) =>
  doubts.length === 0 ? null : JSON.stringify(doubts.map(({ column, doubt }) => [column, doubt]))

async function incidentsOfItems(to: Projecting, items: readonly string[]): Promise<readonly string[]> {
  if (items.length === 0) return []
  const rows = await rowsOf<{ incident: string }>(
    to.client,
    `select distinct incident from items where node_id = $1 and id = any ($2) and incident is not null
     union select id from incidents where node_id = $1 and id = any ($2)`,
    [to.store.nodeId, items],
  )
  return rows.map(({ incident }) => incident)
}

async function writeInformants(to: Projecting, drafts: readonly Draft[], replaced: readonly string[]): Promise<void> {
  const { client, store } = to
  if (replaced.length > 0) {
    await client.query('delete from informants where node_id = $1 and incident = any ($2)', [store.nodeId, replaced])
  }
  const rows = drafts.flatMap(({ head, content, level }): readonly Row[] => {
    const { reported_by: reportedBy, report_grade: grade } = content as Incident
    if (reportedBy === undefined && grade === undefined) return []
    return [
      {
        node_id: store.nodeId,
        incident: head.record,
        handling: level + 1,
        team: head.team ?? '',
        author: head.author,
        reported_by: reportedBy,
        report_grade: grade,
      },
    ]
  })
  await copyRows(client, store.shape('informants'), rows)
}

async function writeMarks(to: Projecting, drafts: readonly Draft[], replaced: readonly string[]): Promise<void> {
  const { client, store } = to
  if (replaced.length > 0) {
    await client.query('delete from item_marks where node_id = $1 and item = any ($2)', [store.nodeId, replaced])
  }
  const rows = drafts.flatMap(({ head, content, level }) =>
    searchedMarks(content as Item).map(([role, folded]): Row => ({
      node_id: store.nodeId,
      folded,
      item: head.record,
      role,
      backwards: reversed(folded),
      handling: level,
      team: head.team ?? '',
    })),
  )
  await copyRows(client, store.shape('item_marks'), rows)
}

/** The marks of an item by which it is searched, folded: serials as look-alike skeletons, lots and tags exactly. */
export function searchedMarks(item: Item): readonly (readonly [role: string, folded: string])[] {
  const marks: [string, string][] = []
  if (item.serial !== undefined) marks.push(['serial', skeletonOf(item.serial)])
  for (const [part, serial] of item.serials ?? []) marks.push([`serial:${part}`, skeletonOf(serial)])
  for (const role of ['lot', 'lot_body', 'lot_filling', 'lot_fuze', 'tag'] as const) {
    const lot = item[role]
    if (lot !== undefined) marks.push([role, foldSerial(lot)])
  }
  const seen = new Set<string>()
  return marks.filter(([role, folded]) => {
    const key = `${role} ${folded}`
    if (folded === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
