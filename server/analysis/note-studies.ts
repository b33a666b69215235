/** Keeps the index of what baseline studies say of signatures, and notes whose answers a change of it concerns. */
import type { CanonicalNames } from '#core/linking/canonical-names.ts'
import { signaturesOfStudy } from '#core/linking/study.ts'
import type { Baseline } from '#core/record/kinds.ts'
import type { Client } from '#store/database.ts'
import { readAreas, readStudies } from '#store/knowledge.ts'
import { addPendingSignatures } from '#store/pending.ts'
import { finerOf, type Zone } from '#store/signature-counts.ts'
import { replaceSpokenOf, type SpokenOf } from '#store/studies.ts'
import type { Written } from '../intake/write.ts'
import { areaNamed, type AreaSource } from './area-codes.ts'
import { signatureNumber } from './derive.ts'
import type { Analysis } from './judge.ts'
import { usedLibrary } from './library.ts'
import { isSeenBy, type View } from './view.ts'

/** A row of a study as it stands now, with who may see it. */
interface Held extends View {
  readonly id: string
  readonly content: Baseline
}

/**
 * What a row said before counts as much as what it says now; and what lies right below either, for the coarsest new
 * level alone is raised. Where areas or names are other than they were, every row may say something else.
 */
export async function noteStudies(
  analysis: Analysis,
  { client, plan, changedKinds, received, firstLeaf }: NotedStudies,
  { namesMoved }: { readonly namesMoved: boolean },
): Promise<void> {
  const all = changedKinds.has('area') || namesMoved
  if (!all && !changedKinds.has('baseline')) return
  const { store } = analysis
  const rows = plan.drafts.flatMap(({ head }) => (head.kind === 'baseline' ? [head.record] : []))
  const concerned = await deriveStudies(analysis, client, all ? null : [...new Set(rows)])
  const below = await finerOf(client, store.nodeId, [...concerned])
  const pending = [...concerned.union(new Set([...below.values()].flat()))]
  await addPendingSignatures(client, store, pending, { received, since: firstLeaf })
}

type NotedStudies = Pick<Written, 'client' | 'plan' | 'changedKinds' | 'received' | 'firstLeaf'>

/** What these rows say anew, null: all of them; answers the signatures that they spoke of or speak of. */
export async function deriveStudies(
  analysis: Analysis,
  client: Client,
  rows: readonly string[] | null,
): Promise<ReadonlySet<bigint>> {
  const { store } = analysis
  const studies = await readStudies(client, store.nodeId, rows)
  const { names } = await usedLibrary(analysis, client)
  const spoken = spokenOf(studies, { ...analysis, names, areas: await readAreas(client, store.nodeId) })
  const before = await replaceSpokenOf(client, store, rows, spoken)
  return new Set([...before, ...spoken.map(({ signature }) => signature)])
}

function spokenOf(
  studies: readonly Held[],
  source: AreaSource & { readonly names: CanonicalNames },
): readonly SpokenOf[] {
  return studies.flatMap((study) => {
    const { id, level, team, content } = study
    const land = landOf(content, { ...source, areas: source.areas.filter((area) => isSeenBy(study, area)) })
    return signaturesOfStudy(content, source.names).map(({ key }) => ({
      signature: signatureNumber(key),
      baseline: id,
      handling: level,
      team,
      land,
    }))
  })
}

/** Where it looked, as those know it who see the row. An area that no code can say lies somewhere in its country. */
function landOf({ country, area }: Baseline, source: AreaSource): Zone {
  const whole = { countries: [country], regions: [] }
  if (area === undefined) return whole
  const { countries, regions, beyond } = areaNamed(area, source)
  return beyond || countries.length + regions.length === 0 ? whole : { countries, regions }
}
