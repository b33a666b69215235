/** The mix of an incident's site, by class: what the attacking or holding side left there, against general circulation. */
import { mixOf, type KindOfSite, type SiteMix } from '#core/linking/site-mix.ts'
import { sideOf } from '#core/linking/side.ts'
import { shareInCirculation } from '#core/screening/circulation.ts'
import { itemsOfIncidents, quantitiesOf, type ItemOfBase } from '#store/facts.ts'
import { signatureNumber, signaturesCached } from '../analysis/derive.ts'
import { circulationInput } from '../analysis/judge-signatures.ts'
import { allSeen, readIndex } from '../analysis/signature-index.ts'
import type { Reading } from './reading.ts'

export type MixOfClass = SiteMix & { readonly class: string }

/** Classes of which many pieces lie at one site. */
const massed: ReadonlySet<string> = new Set([
  'ammunition',
  'mortar-round',
  'rocket',
  'grenade',
  'detonator',
  'explosive',
])
const rungs: ReadonlySet<string> = new Set([
  'lot',
  'lot_body',
  'lot_filling',
  'lot_fuze',
  'date',
  'features',
  'removed',
])

export async function mixOfSite(reading: Reading, incident: string): Promise<readonly MixOfClass[]> {
  const { client, nodeId, zone, names, settings } = reading
  const items = (await itemsOfIncidents(client, nodeId, [incident])).filter(
    (item) => massed.has(item.class) && sideOf(item.used_by) === 'attack',
  )
  if (items.length === 0) return []
  const quantities = await quantitiesOf(
    client,
    nodeId,
    items.map(({ id }) => id),
  )
  /** What it is, to its year, and to its lot where that was read. */
  const signed = items.flatMap((item: ItemOfBase) => {
    const carried = signaturesCached(item, names)
    const kind = carried.findLast(({ level }) => !rungs.has(level))
    const finest = carried.findLast(({ level }) => level === 'lot' || level === 'date') ?? kind
    return kind === undefined || finest === undefined
      ? []
      : [{ item, finest: finest.text, kind: signatureNumber(kind.key) }]
  })
  const asked = new Set(signed.map(({ kind }) => kind))
  const index = await readIndex(
    { db: client, nodeId, zone },
    { same: asked, novelty: new Set(), whole: asked, stand: new Set() },
    new Set(),
  )
  const isCommon = (number: bigint): boolean | null => {
    const known = index.signatures.get(number)
    if (known === undefined) return null
    const { actors, all } = circulationInput(index, known, { view: allSeen, number: 1 })
    const { upper, lower } = shareInCirculation(actors, all, settings.actor_floor)
    return lower > settings.rare_share ? true : upper <= settings.rare_share ? false : null
  }
  return Array.from(
    Map.groupBy(signed, ({ item }) => item.class),
    ([cls, list]): MixOfClass => {
      const kinds = Array.from(
        Map.groupBy(list, ({ finest }) => finest),
        ([signature, own]): KindOfSite => ({
          signature,
          pieces: own.reduce((sum, { item }) => sum + (quantities.get(item.id) ?? 1), 0),
          isCommon: own[0] === undefined ? null : isCommon(own[0].kind),
        }),
      )
      return { class: cls, ...mixOf(kinds) }
    },
  )
}
