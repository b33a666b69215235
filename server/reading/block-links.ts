/** The production blocks in which an incident's serials lie, with their neighbours in other incidents. */
import { blockSignature, neighboursIn } from '#core/linking/block-reason.ts'
import { blocksOf } from '#core/linking/block.ts'
import type { Carried, LinkInput, Shared } from '#core/linking/link.ts'
import { serialsOf, serialsOfIncidents } from '#store/serial-numbers.ts'
import { signaturesByNumber } from '#store/signature-counts.ts'
import type { OwnSignature } from '#store/links.ts'
import type { Reading } from './reading.ts'

export interface BlockLinks {
  /** One for each block and side, to stand after what the incident carries. */
  readonly carries: readonly Carried[]
  readonly together: LinkInput['together']
  /** What each other incident shares so. */
  readonly shares: ReadonlyMap<string, readonly Shared[]>
}

/**
 * Blocks that this incident stands in, numbered after `carries`. Each travels with the signatures of its maker and model
 * that the incident carries on that side, so that the heavier of the two counts.
 */
export async function blockLinks(
  { client, nodeId }: Reading,
  incident: string,
  own: readonly OwnSignature[],
  carries: readonly Carried[],
): Promise<BlockLinks> {
  const mine = await serialsOfIncidents(client, nodeId, [incident])
  const numbers = [...new Set(mine.map(({ signature }) => signature))]
  const all = await serialsOf(client, nodeId, numbers)
  const known = await signaturesByNumber(client, nodeId, numbers)
  const made: { carried: Carried[]; together: { a: number; b: number; both: number }[] } = { carried: [], together: [] }
  const shares = new Map<string, Shared[]>()
  for (const rows of Map.groupBy(all, ({ signature, prefix, side }) => `${signature} ${prefix} ${side}`).values()) {
    const [first] = rows
    const producer = first === undefined ? undefined : known.get(first.signature)
    if (first === undefined || producer === undefined || first.side === 0) continue
    for (const block of blocksOf(rows)) {
      if (!block.serials.some((serial) => serial.incident === incident)) continue
      const of = carries.length + made.carried.length
      const incidents = new Set(block.serials.map((serial) => serial.incident)).size
      made.carried.push({
        signature: blockSignature(producer.text, first.prefix, block),
        side: first.side === 1 ? 'attack' : 'defence',
        upper: 1,
        read: rows.length,
        carried: incidents,
        userUnknown: false,
      })
      const signature = blockSignature(producer.text, first.prefix, block)
      for (const [other, pair] of neighboursIn({ signature, prefix: first.prefix, block }, incident)) {
        shares.set(other, [...(shares.get(other) ?? []), { of, userUnknown: false, pair }])
      }
      own.forEach(({ side }, a) => {
        const carried = carries[a]
        if (side !== first.side || carried === undefined || !isOfMake(carried.signature, producer.text)) return
        made.together.push({ a, b: of, both: Math.max(carried.carried, incidents) })
      })
    }
  }
  return { carries: made.carried, together: made.together, shares }
}

/** Whether a signature names the maker and model of another. */
const isOfMake = (signature: string, producer: string): boolean => {
  const make = producer.split('|')[2] ?? ''
  return signature.split('|')[2]?.startsWith(make) === true && signature.split('|')[0] === producer.split('|')[0]
}
