/** Whether a signature's finding is about a record that carries the signature. */
import type { FindingAnswer } from '#api/routes.ts'
import type { Side } from '#core/linking/side.ts'
import { nearSerial } from '#core/screening/rules/near-serial.ts'

export interface Concerned {
  readonly kind: 'item' | 'incident'
  readonly ref: string
  /** On which side an item was used; null where on none. */
  readonly side?: Side | null
}

/** A block is of the pieces that lie in it alone, and what one side used says nothing of the other's. */
export function concerns({ rule, side, subject, items, incidents }: FindingAnswer, about: Concerned): boolean {
  if (subject.kind !== 'signature') return true
  if (rule === nearSerial.name) return (about.kind === 'item' ? items : incidents).includes(about.ref)
  return about.kind === 'incident' || side === null || side === about.side
}
