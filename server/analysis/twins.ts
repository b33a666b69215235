/** Other records of what can be the same piece, by its serial, as one view has them. */
import type { Spot } from '#core/linking/one-event.ts'
import { foldSerial } from '#core/marking/serial.ts'
import type { Class } from '#core/record/kinds.ts'
import type { Twin } from '#core/screening/item-input.ts'
import type { Queryable } from '#store/database.ts'
import type { ItemOfBase } from '#store/facts.ts'
import { spotsOf } from '#store/links.ts'
import { itemsBySerial, type SerialTwin } from '#store/twins.ts'
import { isSeenBy, type View } from './view.ts'

/** Items by the serials at hand, and where and when their incidents were. */
export interface Twins {
  /** How those are held that share a serial with another. */
  readonly views: (item: ItemOfBase) => readonly View[]
  readonly of: (item: ItemOfBase, view: View) => readonly Twin[]
  readonly spot: (incident: string | null) => Spot | null
}

/** Under row-level security all that its reader sees. */
export async function twinsOf(db: Queryable, nodeId: number, items: readonly ItemOfBase[]): Promise<Twins> {
  const bySerial = await itemsBySerial(
    db,
    nodeId,
    items.map(({ serial }) => serial),
  )
  const shared = [...bySerial.values()].filter((list) => list.length > 1).flat()
  const incidents = [...new Set(shared.flatMap(({ incident }) => incident ?? []))]
  const spots: ReadonlyMap<string, Spot> = incidents.length === 0 ? new Map() : await spotsOf(db, nodeId, incidents)
  const others = ({ id, serial }: ItemOfBase): readonly SerialTwin[] =>
    serial === undefined ? [] : (bySerial.get(foldSerial(serial)) ?? []).filter((twin) => twin.id !== id)
  const spot = (incident: string | null) => (incident === null ? null : (spots.get(incident) ?? null))
  return {
    views: (item) => others(item).map(heldAs),
    of: (item, view) =>
      others(item)
        .filter((twin) => isSeenBy(view, heldAs(twin)))
        .map((twin): Twin => ({ item: twinItem(twin), incident: spot(twin.incident) })),
    spot,
  }
}

const heldAs = ({ handling, team }: SerialTwin): View => ({ level: handling, team })

const twinItem = ({ id, ref, class: cls, model, producer }: SerialTwin): Twin['item'] => ({
  id,
  ref,
  class: cls as Class,
  ...(model !== null && { model }),
  ...(producer !== null && { producer }),
})
