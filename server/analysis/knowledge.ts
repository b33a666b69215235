/**
 * What rules read beside incidents and items, as one view sees it: scopes shipped and recorded, actors as they stood,
 * stock. Read once and kept until any of it changes.
 */
import { keyOf, type CanonicalNames } from '#core/linking/canonical-names.ts'
import type { ActorFacts, ItemFacts, Listing, Tie } from '#core/linking/facts.ts'
import { daysOf, type Day } from '#core/record/day.ts'
import type { Class } from '#core/record/kinds.ts'
import {
  askedKey,
  holderStock,
  rowsByType,
  typeName,
  type Asked,
  type HolderStock,
} from '#core/screening/holder-stock.ts'
import type { ScopePeriod } from '#core/screening/scope.ts'
import { stockClass, type StockRow } from '#core/screening/stock-row.ts'
import { foldLot, foldSerial } from '#core/marking/serial.ts'
import type { RecordedKnowledge, Standing } from '#store/knowledge.ts'
import type { Settings } from '#core/record/settings.ts'
import { areaNamed, type AreaSource } from './area-codes.ts'
import { isSeenBy, viewsThatDiffer, type View } from './view.ts'

export interface Knowledge {
  readonly scopes: readonly ScopePeriod[]
  /** The actor by reference, name or alias, as it stood on that day; null where no record describes it. */
  actor(name: string, day: Day | null): ActorFacts | null
  /** The stock of the holder asked, laid out once. */
  stockOf(asked: Asked): HolderStock
  /** Rows of any holder that name its model, or calibre where it is ammunition: of each holder one a type. */
  rowsOfType(item: Pick<ItemFacts, 'class' | 'model' | 'calibre'>): readonly StockRow[]
  /** Rows that may name this very piece. */
  rowsOfPiece(marks: {
    readonly serial?: string | undefined
    readonly lot?: string | undefined
    readonly class: Class
  }): readonly StockRow[]
}

export interface KnowledgeSource extends Omit<AreaSource, 'areas'> {
  readonly recorded: RecordedKnowledge
  readonly settings: Settings
  readonly names: CanonicalNames
  readonly shippedScopes: readonly ScopePeriod[]
}

/** The views that see more of it than another. */
export const viewsOf = ({ recorded }: KnowledgeSource): readonly View[] =>
  viewsThatDiffer((Object.values(recorded) as (readonly Standing<'scope'>[])[]).flat())

export function knowledgeAt(source: KnowledgeSource, view: View): Knowledge {
  const seen = <T extends View>(list: readonly T[]) => list.filter((one) => isSeenBy(view, one))
  const { recorded, settings } = source
  const actors = actorIndex(seen(recorded.actor), seen(recorded.affiliation))
  const rows = seen(recorded.stock).map((standing) => stockRow(standing, settings, actors))
  const stocks = new Map<string, HolderStock>()
  const pieces = pieceIndex(rows)
  return {
    scopes: [
      ...source.shippedScopes,
      ...seen(recorded.scope).map((scope) => scopePeriod(scope, { ...source, areas: seen(recorded.area) })),
    ],
    actor: actors,
    stockOf(asked) {
      const key = askedKey(asked)
      const stock = stocks.get(key) ?? holderStock(asked, rows, source.names)
      stocks.set(key, stock)
      return stock
    },
    rowsOfType: typeIndex(rows, source.names),
    rowsOfPiece: pieces,
  }
}

type ActorAt = (name: string, day: Day | null) => ActorFacts | null

function actorIndex(states: readonly Standing<'actor'>[], affiliations: readonly Standing<'affiliation'>[]): ActorAt {
  const refs = new Map<string, string>()
  for (const { content } of states) {
    for (const name of [content.actor_ref, content.name, ...(content.aliases ?? [])]) {
      if (!refs.has(keyOf(name)) || name === content.actor_ref) refs.set(keyOf(name), content.actor_ref)
    }
  }
  const byRef = Map.groupBy(states, ({ content }) => content.actor_ref)
  const friends = Map.groupBy(affiliations, ({ content }) => keyOf(content.actor))
  const made = new Map<string, ActorFacts | null>()
  return (name, day) => {
    const ref = refs.get(keyOf(name))
    if (ref === undefined) return null
    const key = `${ref} ${day ?? ''}`
    const known = made.get(key)
    if (known !== undefined) return known
    const facts = actorAt({
      ref,
      states: byRef.get(ref) ?? [],
      affiliations: [name, ref].flatMap((one) => friends.get(keyOf(one)) ?? []),
      statesOf: (other) => byRef.get(refs.get(keyOf(other)) ?? other) ?? [],
      day,
    })
    made.set(key, facts)
    return facts
  }
}

interface ActorAsked {
  readonly ref: string
  readonly states: readonly Standing<'actor'>[]
  readonly affiliations: readonly Standing<'affiliation'>[]
  readonly statesOf: (other: string) => readonly Standing<'actor'>[]
  readonly day: Day | null
}

function actorAt({ ref, states, affiliations, statesOf, day }: ActorAsked): ActorFacts {
  const during = states.filter(({ content }) => isDuring(content, day))
  const then = (during.length > 0 ? during : states).map(({ content }) => content)
  const friends = affiliations.map(({ content }) => content).filter((content) => isDuring(content, day))
  const kind = then.at(-1)?.kind
  const tied = [
    ...then.flatMap(({ parent_ref: to, from }) => (to === undefined ? [] : [{ to, from, by: 'part' as const }])),
    ...friends.map(({ with: to, from, grade }) => ({ to, from, grade, by: 'affiliation' as const })),
  ]
  return {
    ref,
    names: [...new Set(then.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]))],
    ...(kind && { kind }),
    under: [...new Set(tied.map(({ to }) => to))],
    listed: states.flatMap(listingOf),
    ties: tied.flatMap(({ to, from, by, ...opinion }): Tie[] => {
      const others = statesOf(to)
      const listed = others.flatMap(listingOf)
      if (listed.length === 0) return []
      const { grade } = { grade: undefined, ...opinion }
      const name = others.at(-1)?.content.name ?? to
      return [{ ref: to, name, by, dated: from !== undefined, ...(grade !== undefined && { grade }), listed }]
    }),
  }
}

function listingOf({ content: { listed_on: from, delisted_on: to } }: Standing<'actor'>): readonly Listing[] {
  if (from === undefined) return []
  return [{ from: daysOf(from), ...(to !== undefined && { to: daysOf(to) }) }]
}

const isDuring = ({ from, to }: { from?: string | undefined; to?: string | undefined }, day: Day | null): boolean =>
  day === null ||
  ((from === undefined || daysOf(from as never).first <= day) && (to === undefined || daysOf(to as never).last >= day))

function stockRow(
  { id, ref, source, handling, team, content }: Standing<'stock'>,
  settings: Settings,
  actors: ActorAt,
): StockRow {
  const holder = actors(content.holder, null)
  const country = content.holder_country ?? settings.host_country
  return {
    id,
    ref,
    source,
    handling,
    ...(team === '' ? {} : { team }),
    ...content,
    ...(country === null ? {} : { holder_country: country }),
    ...(holder === null ? {} : { holder_actor: holder }),
  }
}

function pieceIndex(rows: readonly StockRow[]): Knowledge['rowsOfPiece'] {
  const named = new Map<string, StockRow[]>()
  const ranges: StockRow[] = []
  const add = (key: string, row: StockRow) => named.set(key, [...(named.get(key) ?? []), row])
  for (const row of rows) {
    if (row.serial !== undefined && row.serial_to !== undefined) ranges.push(row)
    else if (row.serial !== undefined) add(`serial ${foldSerial(row.serial)}`, row)
    if (row.lot !== undefined) add(`lot ${foldLot(row.lot)}`, row)
  }
  return ({ serial, lot, class: cls }) => {
    if (serial === undefined && lot === undefined) return []
    const found = [
      ...(serial === undefined ? [] : (named.get(`serial ${foldSerial(serial)}`) ?? [])),
      ...(lot === undefined ? [] : (named.get(`lot ${foldLot(lot)}`) ?? [])),
      ...(serial === undefined ? [] : ranges),
    ]
    return found.filter((row) => stockClass(row.class) === stockClass(cls))
  }
}

function typeIndex(rows: readonly StockRow[], names: CanonicalNames): Knowledge['rowsOfType'] {
  let index: ReadonlyMap<string, readonly StockRow[]> | null = null
  // Laid out when first asked for: most who read knowledge never do.
  return (item) => {
    index ??= rowsByType(rows, names)
    const name = typeName(item, names)
    return name === null ? [] : (index.get(`${stockClass(item.class)} ${name}`) ?? [])
  }
}

function scopePeriod({ ref, content }: Standing<'scope'>, source: AreaSource): ScopePeriod {
  const { area, paragraph, cites, to } = content
  return {
    ref,
    regime: content.regime,
    instrument: content.instrument,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(cites === undefined ? {} : { cites }),
    direction: content.direction,
    area: area === undefined ? null : areaNamed(area, source),
    holders: content.holders ?? [],
    exempt_holders: content.exempt_holders ?? [],
    classes: content.classes ?? [],
    from: content.from,
    ...(to === undefined ? {} : { to }),
    confidence: content.confidence ?? 'probable',
  }
}
