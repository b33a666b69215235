/** The reference library as a page shows it: what is in use, and what waits or was refused, as far as the reader sees it. */
import type { LibraryRowAnswer, MeaningAnswer } from '#api/library-routes.ts'
import { handlingOf } from '#core/record/handling.ts'
import { readHeadstamp } from '#core/marking/headstamp.ts'
import { typedMarks } from '#core/marking/typed-marks.ts'
import type { Class } from '#core/record/kinds.ts'
import type { LibraryList } from '#core/record/library-fields.ts'
import { rowFinder } from '#core/reference/find-rows.ts'
import type { FlatRow } from '#core/reference/flat-rows.ts'
import type { Grounds } from '#core/reference/library-data.ts'
import { libraryDoubts } from '#core/reference/library-doubt.ts'
import type { RowInUse } from '#core/reference/library-in-use.ts'
import type { ScopeRow } from '#core/reference/reference-data.ts'
import { meaningsOf, type Meaning } from '#core/reference/say-readings.ts'
import { sayRow, titleOf } from '#core/reference/say-row.ts'
import { text } from '#core/lib/text.ts'
import { accountNames } from '#store/accounts.ts'
import { groundsOfEntry, libraryEntries, type LibraryRecord } from '#store/library.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import type { Analysis } from '../analysis/judge.ts'
import { acceptedEntry, entryKey, useLibrary, type UsedLibrary } from '../analysis/library.ts'
import { asReader } from './reading.ts'

export interface LibraryQuery {
  readonly list?: LibraryRowAnswer['list'] | undefined
  readonly ref?: string | undefined
  readonly text?: string | undefined
  readonly confidence?: LibraryRowAnswer['confidence'] | undefined
  readonly state?: LibraryRowAnswer['state'] | undefined
  readonly limit?: number | undefined
  readonly after?: number | undefined
}

const usual = 100

export async function listLibrary(
  analysis: Analysis,
  reader: Reader & { readonly scope?: string },
  scopeRows: readonly ScopeRow[],
  { limit = usual, after = 0, ...query }: LibraryQuery,
): Promise<{ readonly rows: readonly LibraryRowAnswer[]; readonly found: number }> {
  return asReader(analysis, reader, async ({ client, nodeId, library }) => {
    const records = await libraryEntries(client, nodeId, ['proposed', 'accepted', 'refused'])
    const names = await namesOf(analysis, records)
    const printing: Printing = { library, names, mayReview: reader.scope !== 'read', account: reader.account }
    const inUse = new Set(library.rows.flatMap(({ entry }) => entry ?? []))
    const beside = records.filter((record) => !inUse.has(entryKey(record)))
    const rows = [
      ...beside
        .filter((record) => query.ref === undefined || printedRef(record) === query.ref)
        .toSorted((a, b) => waiting(a) - waiting(b))
        .map((record) =>
          besideRow(query.ref === undefined ? printing : ifAccepted(analysis, printing, record), record),
        ),
      ...library.rows.map((row) => usedRow(printing, row)),
      ...scopeRows.map(scopeRow),
    ].filter(({ row }) => isAsked(row, query))
    const isFound = rowFinder(query.text ?? '')
    const found = rows.filter(({ row, flat }) => (flat === null ? isNamed(row, query.text ?? '') : isFound(flat)))
    return { rows: found.slice(after, after + limit).map(({ row }) => row), found: found.length }
  })
}

/** As it would be were the row accepted, so that whoever reviews it sees its doubts before. */
function ifAccepted({ shippedLibrary }: Analysis, printing: Printing, record: LibraryRecord): Printing {
  if (record.state === 'accepted') return printing
  return { ...printing, library: useLibrary(shippedLibrary, [...printing.library.accepted.values(), record]) }
}

const waiting = ({ state }: LibraryRecord) => Number(state !== 'proposed')

interface Listed {
  readonly row: LibraryRowAnswer
  /** Null for a scope, which is no row that anybody proposes. */
  readonly flat: FlatRow | null
}

interface Printing {
  readonly library: UsedLibrary
  readonly names: ReadonlyMap<string, string>
  readonly mayReview: boolean
  readonly account: string
}

const isAsked = (row: LibraryRowAnswer, { list, ref, confidence, state }: LibraryQuery): boolean =>
  (ref === undefined || row.ref === ref) &&
  (list === undefined || row.list === list) &&
  (confidence === undefined || row.confidence === confidence) &&
  (state === undefined || row.state === state)

const isNamed = ({ title, aliases }: LibraryRowAnswer, typed: string): boolean =>
  [title, ...aliases].some((one) => one.toLowerCase().includes(typed.trim().toLowerCase()))

/** The accounts behind these rows by name; one that is no more is named as the ledger has it. */
async function namesOf({ store }: Analysis, records: readonly LibraryRecord[]): Promise<ReadonlyMap<string, string>> {
  const ids = records.flatMap(({ author, reviewed_by: reviewer }) => [author, ...(reviewer === null ? [] : [reviewer])])
  return ids.length === 0 ? new Map() : accountNames(store.app, [...new Set(ids)])
}

function besideRow(printing: Printing, record: LibraryRecord): Listed {
  const { row: flat, corrects } = acceptedEntry(record)
  const row = printedRow(printing, flat, { list: flat.list, ref: printedRef(record) })
  return { flat, row: { ...row, ...recorded(printing, record), used: false, corrects: corrects ?? null } }
}

function usedRow(printing: Printing, { list, ref, row: flat, entry }: RowInUse): Listed {
  const record = entry === null ? undefined : printing.library.accepted.get(entry)
  const row = printedRow(printing, flat, { list, ref: record === undefined ? `shipped:${ref}` : printedRef(record) })
  if (record === undefined) return { flat, row }
  return { flat, row: { ...row, ...recorded(printing, record), corrects: record.content.corrects ?? null } }
}

/** As it ships; what is recorded of it stands over this. */
function printedRow(
  { library }: Printing,
  flat: FlatRow,
  { list, ref }: { readonly list: LibraryList; readonly ref: string },
): LibraryRowAnswer {
  const { read_in: source, confidence, from, to, note, aliases = [] } = flat
  return {
    list,
    ref,
    title: titleOf(flat),
    says: sayRow(flat, (producer) => producerName(library, producer)),
    aliases: [...aliases],
    source,
    confidence,
    from: from ?? null,
    to: to ?? null,
    note: note ?? null,
    state: 'shipped',
    used: true,
    corrects: null,
    proposed_by: null,
    proposed_at: null,
    reviewed_by: null,
    reviewed_at: null,
    reason: null,
    handling: null,
    grounds: null,
    may_review: false,
    doubts: library.doubts(list, ref).map((word) => libraryDoubts[word]),
    fields: { ...flat },
  }
}

const producerName = ({ rows }: UsedLibrary, ref: string): string | null =>
  rows.find((row) => row.list === 'producers' && (row.ref === ref || `shipped:${row.ref}` === ref || row.entry === ref))
    ?.row.name ?? null

function recorded({ library, names, mayReview, account }: Printing, record: LibraryRecord) {
  const named = (id: string) => names.get(id) ?? id
  return {
    state: record.state,
    proposed_by: named(record.author),
    proposed_at: record.made,
    reviewed_by: record.reviewed_by === null ? null : named(record.reviewed_by),
    reviewed_at: record.reviewed_at,
    reason: record.review_reason,
    handling: handlingOf(record.handling),
    grounds: groundsOfEntry(record.content),
    may_review: mayReview && record.author !== account,
    doubts: library.doubts(record.content.list, entryKey(record)).map((word) => libraryDoubts[word]),
  }
}

function scopeRow({ ref, regime, instrument, paragraph, direction, area, classes, holders, ...row }: ScopeRow): Listed {
  const where = area === undefined ? '' : `: ${area.join(', ')}`
  const whom = holders === undefined ? '' : `: ${holders.join(', ')}`
  const [en, fr] = {
    into: [`into${where}`, `vers${where}`],
    'out-of': [`out of${where}`, `hors de${where}`],
    holder: [`held by${whom}`, `détenu par${whom}`],
  }[direction]
  const also = [paragraph, classes?.join(', '), row.cites].filter((one) => one !== undefined).join('; ')
  return {
    flat: null,
    row: {
      ...emptyRow,
      list: 'embargo-scopes',
      ref: `shipped:${ref}`,
      title: regime,
      says: text([en, instrument, also].filter(Boolean).join('; '), [fr, instrument, also].filter(Boolean).join(' ; ')),
      aliases: [instrument, ...(area ?? [])],
      source: row.source,
      confidence: row.confidence,
      from: row.from,
      to: row.to ?? null,
      note: row.note ?? null,
    },
  }
}

const emptyRow = {
  state: 'shipped',
  used: true,
  corrects: null,
  proposed_by: null,
  proposed_at: null,
  reviewed_by: null,
  reviewed_at: null,
  reason: null,
  handling: null,
  grounds: null,
  may_review: false,
  doubts: [],
  fields: {},
} satisfies Partial<LibraryRowAnswer>

export interface LookUpQuery {
  readonly marks?: string | undefined
  readonly lot?: string | undefined
  readonly class?: Class | undefined
  readonly colour?: string | undefined
  readonly part?: 'tip' | 'case' | 'primer' | undefined
  readonly calibre?: string | undefined
  readonly year?: number | undefined
}

/** Nothing is chosen: every reading comes with what it rests on. `now`: the present year, after which nothing was made. */
export async function lookUp(
  analysis: Analysis,
  reader: Reader,
  { marks = '', lot, colour, part = 'tip', year, calibre, class: cls = 'ammunition' }: LookUpQuery,
  now: number,
): Promise<readonly MeaningAnswer[]> {
  return asReader(analysis, reader, async ({ library }) => {
    const read = {
      class: cls,
      headstamp: readHeadstamp(typedMarks(marks)),
      lot,
      calibre,
      colours: colour === undefined ? undefined : { part, text: colour },
      by: year ?? now,
    }
    return printMeanings(analysis, library, meaningsOf(library.library, read))
  })
}

export async function printMeanings(
  analysis: Analysis,
  library: UsedLibrary,
  meanings: readonly Meaning[],
): Promise<MeaningAnswer[]> {
  const entries = new Map(
    library.rows.flatMap(({ list, ref, entry }) => {
      const record = entry === null ? undefined : library.accepted.get(entry)
      return record === undefined ? [] : [[`${list} ${ref}`, record] as const]
    }),
  )
  const recordOf = ({ list, ref }: Grounds) => entries.get(`${listNames[list]} ${ref}`)
  const resting = meanings.flatMap(({ rests_on: grounds }) => grounds.flatMap((ground) => recordOf(ground) ?? []))
  const names = await namesOf(analysis, resting)
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? id))
  return meanings.map(({ rests_on: grounds, against, ...meaning }) => ({
    ...meaning,
    against: [...against],
    rests_on: grounds.map((ground) => {
      const record = recordOf(ground)
      return {
        list: listNames[ground.list],
        ref: record === undefined ? `shipped:${ground.ref}` : printedRef(record),
        source: ground.source,
        confidence: ground.confidence,
        note: ground.note ?? null,
        proposed_by: named(record?.author ?? null),
        reviewed_by: named(record?.reviewed_by ?? null),
      }
    }),
  }))
}

const listNames: { readonly [L in Grounds['list']]: LibraryList } = {
  producers: 'producers',
  patterns: 'patterns',
  models: 'models',
  headstampCodes: 'headstamp-codes',
  markForms: 'mark-forms',
  lotPatterns: 'lot-patterns',
  colourCodes: 'colour-codes',
}
