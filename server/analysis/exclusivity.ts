/** What the rule `exclusive` asks beside what was read: who is part of whom, and what was lost or given away. */
import { keyOf, type CanonicalNames } from '#core/linking/canonical-names.ts'
import type { ItemFacts } from '#core/linking/facts.ts'
import { readSignature } from '#core/linking/signature.ts'
import type { ActorTree, Parting } from '#core/screening/rules/exclusive.ts'
import { matchOfType, stockClass, type StockRow } from '#core/screening/stock-row.ts'
import { partingDays } from '#core/screening/transfer-window.ts'
import type { Queryable } from '#store/database.ts'
import { readActors, type Standing } from '#store/knowledge.ts'
import { partingWords, readPartings } from '#store/partings.ts'
import { isSeenBy, viewsThatDiffer, type View } from './view.ts'

export interface Exclusivity {
  readonly tree: ActorTree
  /** What actors parted with that is, or may be, of this signature's type. */
  partings(signature: string): readonly Parting[]
}

export interface ExclusivitySource {
  readonly views: readonly View[]
  at(view: View): Exclusivity
}

export function exclusivityOf(
  actors: readonly Standing<'actor'>[],
  stock: readonly Standing<'stock'>[],
  names: CanonicalNames,
): ExclusivitySource {
  const parted = stock.filter(({ content }) => partingWords.includes(content.status))
  const made = new Map<string, Exclusivity>()
  return {
    views: viewsThatDiffer([...actors, ...parted]),
    at(view) {
      const key = `${view.level} ${view.team}`
      const known = made.get(key)
      if (known !== undefined) return known
      const seen = <T extends View>(list: readonly T[]) => list.filter((one) => isSeenBy(view, one))
      const exclusivity = {
        tree: treeOf(seen(actors)),
        partings: partingsBy(seen(parted), refsOf(seen(actors)), names),
      }
      made.set(key, exclusivity)
      return exclusivity
    },
  }
}

/** The same of what row-level security lets this reader see. */
export async function readExclusivity(
  db: Queryable,
  nodeId: number,
  { names, classes }: { readonly names: CanonicalNames; readonly classes: readonly string[] },
): Promise<ExclusivitySource> {
  return exclusivityOf(await readActors(db, nodeId), await readPartings(db, nodeId, classes), names)
}

/** Where nobody asks who had it alone. */
export const noExclusivity: ExclusivitySource = {
  views: [],
  at: () => ({ tree: { top: (actor) => actor, isUmbrella: () => false }, partings: () => [] }),
}

type RefOf = (name: string) => string

function refsOf(actors: readonly Standing<'actor'>[]): RefOf {
  const refs = new Map<string, string>()
  for (const { content } of actors) {
    for (const name of [content.actor_ref, content.name, ...(content.aliases ?? [])]) {
      if (!refs.has(keyOf(name)) || name === content.actor_ref) refs.set(keyOf(name), content.actor_ref)
    }
  }
  return (name) => refs.get(keyOf(name)) ?? name
}

function treeOf(actors: readonly Standing<'actor'>[]): ActorTree {
  const refOf = refsOf(actors)
  const parents = new Map(
    actors.flatMap(({ content: { actor_ref: actor, parent_ref: parent } }) =>
      parent === undefined ? [] : [[actor, refOf(parent)] as const],
    ),
  )
  const umbrellas = new Set(parents.values())
  return {
    top(actor) {
      const path = [actor]
      for (let at = parents.get(actor); at !== undefined; at = parents.get(at)) {
        // Records may say that each of two is part of the other: then neither is above, and both are one.
        const from = path.indexOf(at)
        if (from >= 0) return path.slice(from).toSorted()[0] ?? actor
        path.push(at)
      }
      return path.at(-1) ?? actor
    },
    isUmbrella: (actor) => umbrellas.has(actor),
  }
}

function partingsBy(
  parted: readonly Standing<'stock'>[],
  refOf: RefOf,
  names: CanonicalNames,
): Exclusivity['partings'] {
  const byClass = Map.groupBy(parted, ({ content }) => stockClass(content.class))
  return (signature) => {
    const typed = typedBy(signature)
    return (byClass.get(stockClass(typed.class)) ?? []).flatMap((standing): Parting[] => {
      const row: StockRow = { ...standing, ...standing.content }
      if (matchOfType(row, typed, names) === 'differs') return []
      const days = partingDays(row)
      return [{ ref: standing.ref, actor: refOf(row.holder), ...(days !== null && { days }) }]
    })
  }
}

/** What a signature says of a thing's type. */
export function typedBy(
  signature: string,
): Pick<ItemFacts, 'class' | 'pattern' | 'model' | 'producer' | 'calibre' | 'year'> {
  const { class: cls, parts } = readSignature(signature)
  const named = new Map(parts)
  const year = named.get('year')
  const names = (['pattern', 'model', 'producer', 'calibre'] as const).flatMap((part) => {
    const value = named.get(part)
    return value === undefined ? [] : [[part, value] as const]
  })
  return { class: cls, ...Object.fromEntries(names), ...(year !== undefined && { year: Number(year) }) }
}
