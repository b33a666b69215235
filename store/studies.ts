/** What baseline studies say of signatures: the index of it, and each row with its study. */
import { copyRows } from './copy.ts'
import type { Store } from './connect.ts'
import { rowsOf, type Client, type Queryable } from './database.ts'
import { baselineColumns, type ListedBaseline } from './baseline-list.ts'
import type { Zone } from './signature-counts.ts'

export interface SpokenOf {
  readonly signature: bigint
  readonly baseline: string
  readonly handling: number
  readonly team: string
  /** Where the study looked. */
  readonly land: Zone
}

/** Puts these in the place of what was derived of the studies, null: of all; answers the signatures that it spoke of. */
export async function replaceSpokenOf(
  client: Client,
  store: Store,
  baselines: readonly string[] | null,
  spoken: readonly SpokenOf[],
): Promise<readonly bigint[]> {
  const before = await rowsOf<{ signature: string }>(
    client,
    `delete from study_signatures where node_id = $1 and ($2::uuid[] is null or baseline = any ($2)) returning signature`,
    [store.nodeId, baselines],
  )
  const rows = spoken.map(({ signature, baseline, handling, team, land }) => ({
    node_id: store.nodeId,
    signature,
    baseline,
    handling,
    team,
    countries: JSON.stringify(land.countries),
    regions: JSON.stringify(land.regions.map(({ country, region }) => [country, region])),
  }))
  await copyRows(client, store.shape('study_signatures'), rows)
  return before.map(({ signature }) => BigInt(signature))
}

export interface StudyRow extends SpokenOf {
  readonly row: ListedBaseline
}

/** The rows of studies that speak of these signatures. */
export async function studiesOf(
  db: Queryable,
  nodeId: number,
  numbers: readonly bigint[],
): Promise<readonly StudyRow[]> {
  if (numbers.length === 0) return []
  const rows = await rowsOf<
    ListedBaseline & { signature: string; baseline: string; team: string; countries: string; regions: string }
  >(
    db,
    `select s.signature, s.baseline, s.team, s.countries, s.regions, ${baselineColumns}
       from study_signatures s join baselines b on b.node_id = s.node_id and b.id = s.baseline
      where s.node_id = $1 and s.signature = any ($2::bigint[])`,
    [nodeId, numbers.map(String)],
  )
  return rows.map(({ signature, baseline, team, countries, regions, ...row }) => ({
    signature: BigInt(signature),
    baseline,
    handling: row.handling,
    team,
    land: {
      countries: JSON.parse(countries) as string[],
      regions: (JSON.parse(regions) as [string, string][]).map(([country, region]) => ({ country, region })),
    },
    row,
  }))
}
