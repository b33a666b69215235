/** Was this very item recorded, stored, handed over, lost or destroyed on paper before? */
import { nameOf, sameName, type CanonicalNames } from '../../linking/canonical-names.ts'
import { possiblyOneEvent } from '../../linking/one-event.ts'
import { serialsInRange } from '../../marking/serial-number.ts'
import { foldSerial } from '../../marking/serial.ts'
import { coversSince } from '../holder-stock.ts'
import type { ItemInput, Twin } from '../item-input.ts'
import type { Judgement, Rule } from '../rule.ts'
import type { SeenBeforeFacts, TwinFacts, WhySeen } from '../seen-before-facts.ts'
import { tellSeenBefore } from '../seen-before-words.ts'
import { pieceHeld, stockClass, type StockRow } from '../stock-row.ts'
import { closing } from '../transfer-window.ts'
import { rowFacts } from '../type-in-stock.ts'

export type SeenBeforeInput = Pick<ItemInput, 'item' | 'incident' | 'spot' | 'rows' | 'twins' | 'names'>

export const seenBefore: Rule<SeenBeforeInput, SeenBeforeFacts, never> = {
  name: 'seen-before',
  version: 1,
  subject: 'item',
  settings: ['implicating_handling'],
  implicates: true,
  judge,
  tell: tellSeenBefore,
}

/** Records beyond these are of the same kind and are not named one by one. */
const named = 20

function judge(input: SeenBeforeInput): Judgement<SeenBeforeFacts, never> {
  const { item, rows } = input
  const serial = foldSerial(item.serial ?? '')
  const twins = serial === '' || serial.includes('?') ? [] : input.twins.flatMap((twin) => twinOf(twin, input))
  const held = rows
    .filter((row) => isBefore(coversSince(row), input))
    .flatMap((row) => {
      const piece = pieceHeld(row, item, input.names)
      if (piece?.by !== 'serial') return []
      return [{ row: rowFacts(row), sure: row.model !== undefined && row.producer !== undefined && namesEach(row) }]
    })
  const sure = { records: twins.filter(({ but }) => but === undefined), rows: held.filter((one) => one.sure) }
  const why = ((): WhySeen => {
    if (sure.records.length > 0) return 'recorded'
    if (sure.rows.length > 0) return 'on-paper'
    if (serial === '') return 'no-serial'
    if (serial.includes('?')) return 'unread'
    return twins.length + held.length > 0 ? 'maybe' : 'nothing'
  })()
  const shown = why === 'maybe' ? { records: twins, rows: held } : sure
  const facts: SeenBeforeFacts = {
    why,
    item: item.ref,
    ...(item.serial !== undefined && { serial: item.serial }),
    records: shown.records.slice(0, named),
    rows: shown.rows.slice(0, named).map(({ row }) => row),
  }
  const answer = why === 'recorded' || why === 'on-paper' ? 'yes' : why === 'nothing' ? 'no' : 'cannot-tell'
  return { answer, grade: null, raised: answer === 'yes', facts }
}

/** A range of serials names each of them only where its count is as long as it is. */
const namesEach = ({ serial, serial_to: to, quantity }: StockRow): boolean =>
  to === undefined || quantity === serialsInRange(serial ?? '', to)

/** A paper of days after the find tells where the item went, not where it was. */
function isBefore(day: string, { incident }: SeenBeforeInput): boolean {
  const found = incident === null ? null : closing(incident)
  return found === null || day <= found.days.last
}

/** What another record with its serial says of it; nothing where it is surely another piece, or a later find. */
function twinOf({ item, incident }: Twin, input: SeenBeforeInput): readonly TwinFacts[] {
  if (stockClass(item.class) !== stockClass(input.item.class)) return []
  // Rows of one incident name one piece twice, or two that were numbered alike: neither was seen before.
  if (incident === null || input.incident === null || incident.id === input.incident.id) return []
  const matches = [sameAs(input.names, 'producer', item, input.item), sameAs(input.names, 'model', item, input.item)]
  if (matches.includes(false)) return []
  const found = closing(input.incident)?.days ?? null
  const { days } = incident
  if (days !== null && found !== null && days.first > found.last) return []
  const facts = { ref: item.ref, incident: incident.ref, ...(days !== null && { days }) }
  if (matches.includes(null)) return [{ ...facts, but: 'type-unknown' }]
  if (input.spot !== null && possiblyOneEvent(incident, input.spot)) return [{ ...facts, but: 'one-event' }]
  const isOpen = days === null || found === null || days.last >= found.first
  return [{ ...facts, ...(isOpen && { but: 'order-open' as const }) }]
}

function sameAs(
  names: CanonicalNames,
  part: 'producer' | 'model',
  a: Twin['item'],
  b: SeenBeforeInput['item'],
): boolean | null {
  const [one, other] = [nameOf(names, part, a[part]), nameOf(names, part, b[part])]
  return one === null || other === null ? null : sameName(one, other)
}
