/**
 * Notes which incidents a change of scopes, stock, actors, areas or settings concerns, so that they are judged again:
 * by class and country where the record says them, all where it does not; and the signatures that a study concerns.
 */
import type { Content } from '#core/record/kinds.ts'
import { stockClass } from '#core/screening/stock-row.ts'
import { classes } from '#core/record/kinds.ts'
import { rowsOf } from '#store/database.ts'
import { waitingIncidents } from '#store/pending.ts'
import { knowledgeKinds, moveKnowledgeMark } from '#store/knowledge.ts'
import type { Draft } from '../intake/plan.ts'
import type { Written } from '../intake/write.ts'
import type { Analysis } from './judge.ts'
import { noteStudies } from './note-studies.ts'

const chunk = 1000

export async function noteChanges(analysis: Analysis, written: Written): Promise<void> {
  const { store } = analysis
  const { client, plan, received, firstLeaf, changedKinds, settings } = written
  await noteStudies(analysis, written)
  const kinds = new Set<string>(knowledgeKinds)
  if (![...changedKinds].some((kind) => kinds.has(kind) || kind === 'setting')) return
  await moveKnowledgeMark(client, store.nodeId, firstLeaf)
  const concerns = plan.drafts.flatMap((draft) =>
    kinds.has(draft.head.kind) || draft.head.kind === 'setting' ? [concernOf(draft)] : [],
  )
  const all = concerns.some((concern) => concern === null)
  const named = concerns.filter((concern) => concern !== null)
  const ids = all
    ? await rowsOf<{ id: string }>(client, 'select id from incidents where node_id = $1 order by id', [store.nodeId])
    : await rowsOf<{ id: string }>(
        client,
        `select distinct i.incident as id from items i join incidents n on n.node_id = i.node_id and n.id = i.incident
          where i.node_id = $1 and i.class = any ($2) and (n.country = any ($3) or i.holder is not null) order by 1`,
        [
          store.nodeId,
          [...new Set(named.flatMap((one) => one.classes))],
          [...new Set(named.map((one) => one.country ?? settings.host_country))],
        ],
      )
  // What waits is judged under what is known then: a list of many rows makes it wait once, not once a batch.
  const waiting = await waitingIncidents(client, store.nodeId)
  const more = ids.map(({ id }) => id).filter((id) => !waiting.has(id))
  const rows = Array.from({ length: Math.ceil(more.length / chunk) }, (_, i) =>
    JSON.stringify(more.slice(i * chunk, (i + 1) * chunk)),
  )
  // Negative numbers of their own, beside those of imported batches, which are their first leaves.
  await client.query(
    `insert into pending_incidents (node_id, leaf, incidents, received)
     select $1, (select least(min(leaf), 0) from pending_incidents where node_id = $1) - ordinality, incidents, $3
       from unnest($2::text[]) with ordinality c (incidents, ordinality)`,
    [store.nodeId, rows, received],
  )
}

/** Items of which classes and country the record concerns; null: any. */
function concernOf({
  head,
  content,
}: Draft): { readonly classes: readonly string[]; readonly country: string | undefined } | null {
  if (head.kind !== 'stock') return null
  const { class: cls, holder_country: country } = content as Content<'stock'>
  return { classes: classes.filter((one) => stockClass(one) === stockClass(cls)), country }
}
