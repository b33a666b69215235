/** Items that carry one serial: found by the look-alike skeleton that the index of marks keeps, told apart by the serial as read. */
import { foldSerial, skeletonOf } from '#core/marking/serial.ts'
import { rowsOf, type Queryable } from './database.ts'
import { printedRef } from './refs.ts'

export interface SerialTwin {
  readonly id: string
  readonly ref: string
  readonly serial: string
  readonly class: string
  readonly model: string | null
  readonly producer: string | null
  readonly incident: string | null
  readonly handling: number
  readonly team: string
}

/** Beyond these a serial tells nothing apart. */
const most = 50

/**
 * The exact fold of a serial that can tell a piece; null where it was not read in full, or is one that many share: too
 * short, without a figure, or one character repeated.
 */
export function tellingSerial(serial: string | undefined): string | null {
  const key = foldSerial(serial ?? '')
  return key.length < 4 || key.includes('?') || !/\p{N}/u.test(key) || /^(.)\1*$/u.test(key) ? null : key
}

/** Items with one of these serials (as typed), by the exact fold. */
export async function itemsBySerial(
  db: Queryable,
  nodeId: number,
  serials: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, readonly SerialTwin[]>> {
  const exact = new Set(serials.flatMap((serial) => tellingSerial(serial) ?? []))
  if (exact.size === 0) return new Map()
  const rows = await rowsOf<Omit<SerialTwin, 'ref'> & { source: string; ref: string }>(
    db,
    `select i.id, i.source, i.ref, i.serial, i.class, i.model, i.producer, i.incident, i.handling, i.team
       from unnest($2::text[]) k (folded)
       cross join lateral (
         select item from item_marks m where m.node_id = $1 and m.folded = k.folded and m.role = 'serial'
          order by m.item limit ${most}) m
       join items i on i.node_id = $1 and i.id = m.item and not i.withdrawn
      order by i.id`,
    [nodeId, [...new Set([...exact].map(skeletonOf))]],
  )
  return Map.groupBy(
    rows
      .filter(({ serial }) => exact.has(foldSerial(serial)))
      .map(({ source, ...row }) => ({ ...row, ref: printedRef({ source, ref: row.ref }) })),
    ({ serial }) => foldSerial(serial) as string,
  )
}
