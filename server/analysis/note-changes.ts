/**
 * Notes what a change of scopes, stock, actors, areas or settings concerns, so that it is judged again: incidents by
 * class and country where the record says them, all where it does not; of a setting what `settingReaches` says; and the
 * signatures that a study concerns.
 */
import { nameOf, type CanonicalNames } from '#core/linking/canonical-names.ts'
import { signaturesOf } from '#core/linking/signature.ts'
import type { Content, SettingName } from '#core/record/kinds.ts'
import { toldBy } from '#core/screening/holder-stock.ts'
import { stockClass } from '#core/screening/stock-row.ts'
import { classes } from '#core/record/kinds.ts'
import { rowsOf } from '#store/database.ts'
import { partingWords } from '#store/partings.ts'
import { addPending, addPendingItems, pendAllSignatures } from '#store/pending.ts'
import { knowledgeKinds, moveKnowledgeMark } from '#store/knowledge.ts'
import type { Draft } from '../intake/plan.ts'
import type { Written } from '../intake/write.ts'
import { signatureNumber } from './derive.ts'
import type { Analysis } from './judge.ts'
import { usedLibrary } from './library.ts'
import { libraryChange } from './note-library.ts'
import { noteStudies } from './note-studies.ts'
import { settingReaches } from './setting-reaches.ts'

/** Rows of stock up to which each makes wait what it names alone. */
const mostNarrow = 20

export async function noteChanges(analysis: Analysis, written: Written): Promise<void> {
  const { store } = analysis
  const { client, plan, received, firstLeaf, changedKinds, settings } = written
  const moved = { received, since: firstLeaf }
  const library = await libraryChange(analysis, written)
  if (library.moved) {
    await moveKnowledgeMark(client, store.nodeId, firstLeaf)
    await addPending(client, store, library.incidents, moved)
  }
  await noteStudies(analysis, written, { namesMoved: library.moved })
  const kinds = new Set<string>(knowledgeKinds)
  if (![...changedKinds].some((kind) => kinds.has(kind) || kind === 'setting')) return
  await moveKnowledgeMark(client, store.nodeId, firstLeaf)
  const reached = new Set(
    plan.drafts.flatMap(({ head, content }) => (head.kind === 'setting' ? [reachOf(content)] : [])),
  )
  if (reached.has('signatures')) await pendAllSignatures(client, store, moved)
  const { names } = await usedLibrary(analysis, client)
  // Of a list of many rows all that it concerns waits once, whatever each row names.
  const isFew = plan.drafts.length <= mostNarrow
  const typeOf = (draft: Draft) => (isFew ? typeConcerned(draft, names) : null)
  const narrow = plan.drafts.flatMap((draft) => typeOf(draft) ?? [])
  await addPendingItems(client, store, [...new Set(narrow)], moved)
  const concerns = plan.drafts.flatMap((draft) =>
    kinds.has(draft.head.kind)
      ? // Whose rows are all a contingent's is asked otherwise: a row of any type may change that of a holder by name.
        [typeOf(draft) === null ? concernOf(draft) : { classes, country: 'of a holder by name' }]
      : [],
  )
  const all = reached.has('incidents') || concerns.some((concern) => concern === null)
  if (!all && concerns.length === 0) return
  const named = concerns.filter((concern) => concern !== null)
  const ids = all
    ? await rowsOf<{ id: string }>(client, 'select id from incidents where node_id = $1 order by id', [store.nodeId])
    : await rowsOf<{ id: string }>(
        client,
        `select distinct i.incident as id from items i join incidents n on n.node_id = i.node_id and n.id = i.incident
          where i.node_id = $1 and i.class = any ($2) and ('any' = any ($3) or n.country = any ($3) or i.holder is not null) order by 1`,
        [
          store.nodeId,
          [...new Set(named.flatMap((one) => one.classes))],
          [...new Set(named.map((one) => one.country ?? settings.host_country))],
        ],
      )
  await addPending(
    client,
    store,
    ids.map(({ id }) => id),
    moved,
  )
}

const reachOf = (content: Content) => settingReaches((content as Content<'setting'>).setting as SettingName)

/**
 * The signature that all items carry that a new row of stock concerns, where it names a type and says nothing of others:
 * what is held in part may be an item's type or the nearest to it, and an answer *never held* denies its own type alone.
 * Whole lists cover their class, what was lost bears on all of it, and of a row that says something else now nobody knows
 * here what it said before: null.
 */
function typeConcerned({ head, content }: Draft, names: CanonicalNames): readonly bigint[] | null {
  if (head.kind !== 'stock' || head.act !== 'make') return null
  const { class: cls, model, calibre, producer, year, year_to: to, ...row } = content as Content<'stock'>
  const denies = row.status === 'never-held'
  if (partingWords.includes(row.status) || (row.coverage === 'whole' && !denies)) return null
  const isAmmunition = cls === 'ammunition'
  const name = isAmmunition ? calibre : model
  if (!(isAmmunition || stockClass(cls) === 'arm') || nameOf(names, toldBy(cls), name) === null) return null
  const typed = {
    ...(isAmmunition ? { calibre } : { model }),
    ...(denies && { producer, ...(to === undefined && { year }) }),
  }
  // Of arms and light weapons lists make one class.
  const alike = classes.filter((one) => stockClass(one) === stockClass(cls))
  return alike.flatMap((one) => {
    const finest = signaturesOf(known({ ...typed, class: one }), names).at(-1)
    return finest === undefined ? [] : [signatureNumber(finest.key)]
  })
}

/** Without what is not known. */
const known = <T extends object>(typed: T) =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/** Items of which classes and country the record concerns (`any`: whatever country); null: any item. */
function concernOf({
  head,
  content,
}: Draft): { readonly classes: readonly string[]; readonly country: string | undefined } | null {
  if (head.kind !== 'stock') return null
  const { class: cls, holder_country: country, status } = content as Content<'stock'>
  // What a group lost bears on what it had alone, wherever that was found.
  return {
    classes: classes.filter((one) => stockClass(one) === stockClass(cls)),
    country: partingWords.includes(status) ? 'any' : country,
  }
}
