/**
 * Notes what an accepted row, or one that is accepted no longer, concerns: the incidents of items that are compared by
 * another name now, or of whose model, calibre or lot the library says something else, and those asked about stock whose
 * rows are compared otherwise. What only changes other readings concerns nothing kept.
 */
import type { CanonicalNames, NamedPart } from '#core/linking/canonical-names.ts'
import { classes, type Class } from '#core/record/kinds.ts'
import { type LibraryList } from '#core/record/library-fields.ts'
import { stockClass } from '#core/screening/stock-row.ts'
import { nameOf } from '#core/linking/canonical-names.ts'
import { rowsOf, type Queryable } from '#store/database.ts'
import type { LibraryRecord } from '#store/library.ts'
import type { Written } from '../intake/write.ts'
import type { Analysis } from './judge.ts'
import { entryKey, useLibrary, usedLibrary, type UsedLibrary } from './library.ts'

export interface LibraryChange {
  /** Whether other rows are in use now. */
  readonly moved: boolean
  readonly incidents: readonly string[]
}

const unmoved: LibraryChange = { moved: false, incidents: [] }

export async function libraryChange(
  analysis: Analysis,
  { client, libraryBefore, settings }: Pick<Written, 'client' | 'libraryBefore' | 'settings'>,
): Promise<LibraryChange> {
  if (libraryBefore === null) return unmoved
  const after = await usedLibrary(analysis, client)
  if (isSame(libraryBefore, after)) return unmoved
  const before = useLibrary(analysis.shippedLibrary, libraryBefore)
  const typed = await typedOtherwise(client, analysis.store.nodeId, before, after)
  const named = await incidentsConcerned(client, analysis.store.nodeId, typed, settings.host_country)
  const said = await saidOtherwise(client, analysis.store.nodeId, before, after)
  return { moved: true, incidents: [...new Set([...named, ...said])].toSorted() }
}

/** The incidents of items that are held against something else: rules ask the library of model, calibre and lot. */
async function saidOtherwise(
  db: Queryable,
  nodeId: number,
  before: UsedLibrary,
  after: UsedLibrary,
): Promise<readonly string[]> {
  const lists = listsOf(before, after)
  const differs = (say: (library: UsedLibrary) => unknown) => JSON.stringify(say(before)) !== JSON.stringify(say(after))
  const distinct = <R extends object>(columns: string, where: string, isAsked: boolean): Promise<readonly R[]> =>
    isAsked
      ? rowsOf<R>(db, `select distinct ${columns} from items where node_id = $1 and ${where}`, [nodeId])
      : Promise.resolve([])
  const hasCalibres = lists.has('calibres')
  const named = hasCalibres || lists.has('models')
  const models = (await distinct<{ model: string }>('model', 'model is not null', named))
    .map(({ model }) => model)
    .filter((model) => differs(({ says }) => says.modelNamed(model)))
  const calibres = (await distinct<{ calibre: string }>('calibre', 'calibre is not null', hasCalibres))
    .map(({ calibre }) => calibre)
    .filter((calibre) => differs(({ names }) => names.calibre(calibre)))
  const dated = 'lot is not null and year is not null'
  const lots = (await distinct<{ class: Class; lot: string }>('class, lot', dated, lists.has('lot-patterns'))).filter(
    ({ class: cls, lot }) => differs(({ says }) => says.lotRead(lot, cls)),
  )
  if (models.length + calibres.length + lots.length === 0) return []
  const rows = await rowsOf<{ id: string }>(
    db,
    `select distinct incident as id from items where node_id = $1 and incident is not null and (model = any ($2)
        or calibre = any ($3) or (class, lot) in (select * from unnest($4::text[], $5::text[])))`,
    [nodeId, models, calibres, lots.map((one) => one.class), lots.map(({ lot }) => lot)],
  )
  return rows.map(({ id }) => id)
}

/** Of which lists rows were or are accepted. */
const listsOf = (before: UsedLibrary, after: UsedLibrary): ReadonlySet<LibraryList> =>
  new Set([...before.accepted.values(), ...after.accepted.values()].map(({ content }) => content.list))

const isSame = (before: readonly LibraryRecord[], { accepted }: UsedLibrary): boolean =>
  before.length === accepted.size &&
  before.every((record) => {
    const now = accepted.get(entryKey(record))
    return now !== undefined && JSON.stringify(now.content) === JSON.stringify(record.content)
  })

/** What stands in items and stock that has another name now, by the column that holds it. */
export type TypedOtherwise = { readonly [P in NamedPart]: readonly string[] }

const partOf: { readonly [L in LibraryList]?: NamedPart } = {
  producers: 'producer',
  patterns: 'pattern',
  models: 'model',
  calibres: 'calibre',
}

export async function typedOtherwise(
  db: Queryable,
  nodeId: number,
  before: UsedLibrary,
  after: UsedLibrary,
): Promise<TypedOtherwise> {
  const changed: { [P in NamedPart]: readonly string[] } = { pattern: [], model: [], producer: [], calibre: [] }
  for (const part of new Set([...listsOf(before, after)].flatMap((list) => partOf[list] ?? []))) {
    const rows = await rowsOf<{ typed: string }>(
      db,
      `select ${part} as typed from items where node_id = $1 and ${part} is not null
       union select ${part} from stock where node_id = $1 and ${part} is not null`,
      [nodeId],
    )
    changed[part] = rows.map(({ typed }) => typed).filter((typed) => !sameName(before.names, after.names, part, typed))
  }
  return changed
}

const sameName = (before: CanonicalNames, after: CanonicalNames, part: NamedPart, typed: string) =>
  nameOf(before, part, typed) === nameOf(after, part, typed)

/** The condition under which a row of items or stock bears one of the names, with its four values from `$2` on. */
export const bearsOne = 'pattern = any ($2) or model = any ($3) or producer = any ($4) or calibre = any ($5)'

export const valuesOf = ({ pattern, model, producer, calibre }: TypedOtherwise) => [pattern, model, producer, calibre]

async function incidentsConcerned(
  db: Queryable,
  nodeId: number,
  typed: TypedOtherwise,
  host: string | null,
): Promise<readonly string[]> {
  if (valuesOf(typed).every((list) => list.length === 0)) return []
  const own = await rowsOf<{ id: string }>(
    db,
    `select distinct incident as id from items where node_id = $1 and incident is not null and (${bearsOne})`,
    [nodeId, ...valuesOf(typed)],
  )
  const stock = await rowsOf<{ class: string; country: string | null }>(
    db,
    `select distinct class, holder_country as country from stock where node_id = $1 and (${bearsOne})`,
    [nodeId, ...valuesOf(typed)],
  )
  return [...new Set([...own.map(({ id }) => id), ...(await askedAbout(db, nodeId, stock, host))])].toSorted()
}

/** Incidents whose items may be asked about stock of these classes and countries. */
export async function askedAbout(
  db: Queryable,
  nodeId: number,
  stock: readonly { readonly class: string; readonly country: string | null | undefined }[],
  host: string | null,
): Promise<readonly string[]> {
  if (stock.length === 0) return []
  const held = new Set(stock.map((row) => stockClass(row.class as (typeof classes)[number])))
  const rows = await rowsOf<{ id: string }>(
    db,
    `select distinct i.incident as id from items i join incidents n on n.node_id = i.node_id and n.id = i.incident
      where i.node_id = $1 and i.class = any ($2) and (n.country = any ($3) or i.holder is not null) order by 1`,
    [
      nodeId,
      classes.filter((one) => held.has(stockClass(one))),
      [...new Set(stock.map(({ country }) => country ?? host))],
    ],
  )
  return rows.map(({ id }) => id)
}
