/** The incidents that one is linked to, heaviest first, with reasons. */
import type { LinkAnswer } from '#api/routes.ts'
import { keyOf } from '#core/linking/canonical-names.ts'
import { makeOfBlock } from '#core/linking/block-reason.ts'
import { linksOf, type Carried, type Link, type LinkInput, type Sharer } from '#core/linking/link.ts'
import { commonBy } from '#core/linking/study.ts'
import { oneEventWords } from '#core/linking/one-event.ts'
import { isUserUnknown, sideOf } from '#core/linking/side.ts'
import { text } from '#core/lib/text.ts'
import { shareInCirculation } from '#core/screening/circulation.ts'
import { itemsOfIncidents, type ItemOfBase } from '#store/facts.ts'
import { sharersOf, signaturesOfIncident, spotsOf, togetherCount, type OwnSignature } from '#store/links.ts'
import { printedRef } from '#store/refs.ts'
import type { Reader } from '#store/reader.ts'
import { signatureNumber, signaturesCached } from '../analysis/derive.ts'
import type { Analysis } from '../analysis/judge.ts'
import { noExclusivity } from '../analysis/exclusivity.ts'
import { circulationInput, studiesHere } from '../analysis/judge-signatures.ts'
import { allSeen, readIndex } from '../analysis/signature-index.ts'
import { blockLinks } from './block-links.ts'
import { asReader, recordOf, type Reading } from './reading.ts'

const usual = 50
/** Above this a signature is a hub: it weighs little, and of its carriers only some are looked at for it alone. */
const hub = 2000

export async function linksOfIncident(
  analysis: Analysis,
  reader: Reader,
  ref: string,
  limit: number = usual,
): Promise<readonly LinkAnswer[]> {
  return asReader(analysis, reader, async (reading) => {
    const { id } = await recordOf(reading, ref, ['incident'])
    const own = await signaturesOfIncident(reading.client, reading.nodeId, id)
    if (own.length === 0) return []
    const items = await itemsOfIncidents(reading.client, reading.nodeId, [id])
    const mine = itemsBySignature(reading, items)
    const carries = await carriedOf(reading, own, mine)
    const blocks = await blockLinks(reading, id, own, carries)
    const sharers = await sharersOf(reading.client, reading.nodeId, own, hub)
    const shares = Map.groupBy(sharers, ({ incident }) => incident)
    const spots = await spotsOf(reading.client, reading.nodeId, [id, ...shares.keys()])
    const incident = spots.get(id)
    if (incident === undefined) return []
    const others = [...shares].flatMap(([other, list]): readonly Sharer[] => {
      const spot = spots.get(other)
      return spot === undefined || other === id
        ? []
        : [
            {
              incident: spot,
              shares: [...list.map(({ of }) => ({ of, userUnknown: false })), ...(blocks.shares.get(other) ?? [])],
            },
          ]
    })
    const together = [...(await togetherOf(reading, own, carries, sharers)), ...blocks.together]
    const all = [...carries, ...blocks.carries]
    const links = linksOf({ incident, carries: all, others, together }).slice(0, limit)
    return printLinks(reading, links, mine)
  })
}

type BySignature = ReadonlyMap<string, readonly ItemOfBase[]>

/** The items by the number and side of what they carry. */
function itemsBySignature({ names }: Reading, items: readonly ItemOfBase[]): BySignature {
  const pairs = items.flatMap((item) => {
    const side = sideOf(item.used_by)
    if (side === null) return []
    return signaturesCached(item, names).map(({ key }) => ({
      item,
      key: `${signatureNumber(key)} ${side === 'attack' ? 1 : 2}`,
    }))
  })
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, list]) => [key, list.map(({ item }) => item)]))
}

async function carriedOf(
  reading: Reading,
  own: readonly OwnSignature[],
  items: BySignature,
): Promise<readonly Carried[]> {
  const { client, nodeId, settings, zone } = reading
  const numbers = [...new Set(own.map(({ signature }) => signature))]
  const judging = { db: client, nodeId, settings, zone, exclusivity: noExclusivity }
  const index = await readIndex(
    judging,
    { same: new Set(numbers), novelty: new Set(), whole: new Set(numbers), stand: new Set() },
    new Set(),
  )
  return own.map(({ signature, side }): Carried => {
    const known = index.signatures.get(signature)
    if (known === undefined) throw new Error(`a carried signature ${signature} is not known`)
    const { actors, all } = circulationInput(index, known, { view: allSeen, number: side })
    const common = commonBy(studiesHere(judging, index, signature, allSeen))
    const users = items.get(`${signature} ${side}`) ?? []
    return {
      signature: known.text,
      side: side === 1 ? 'attack' : 'defence',
      upper: shareInCirculation(actors, all, settings.actor_floor).upper,
      read: Math.max(all.read, all.carried),
      carried: all.carried,
      userUnknown: users.length > 0 && users.every(({ used_by: usedBy }) => isUserUnknown(usedBy)),
      ...(common !== null && { commonHere: common.ref }),
    }
  })
}

/** Pairs that may travel together: those whose counts allow it. Of hubs the base counts, of others what was read. */
async function togetherOf(
  { client, nodeId }: Reading,
  own: readonly OwnSignature[],
  carries: readonly Carried[],
  sharers: readonly { readonly of: number; readonly incident: string }[],
): Promise<LinkInput['together']> {
  const sets = new Map(
    [...Map.groupBy(sharers, ({ of }) => of)].map(([of, list]) => [of, new Set(list.map(({ incident }) => incident))]),
  )
  const together: { a: number; b: number; both: number }[] = []
  for (let a = 0; a < own.length; a++) {
    for (let b = a + 1; b < own.length; b++) {
      const [one, other] = [carries[a], carries[b]]
      if (one === undefined || other === undefined) continue
      const [few, many] = [Math.min(one.carried, other.carried), Math.max(one.carried, other.carried)]
      if (few < 2 || 5 * few < 4 * many) continue
      const both =
        many > hub
          ? await togetherCount(client, nodeId, own[a] as OwnSignature, own[b] as OwnSignature)
          : (sets.get(a)?.intersection(sets.get(b) ?? new Set()).size ?? 0)
      if (both > 0) together.push({ a, b, both })
    }
  }
  return together
}

/** The items that carry a reason are named on both ends, for the links that are shown. */
async function printLinks(reading: Reading, links: readonly Link[], mine: BySignature): Promise<readonly LinkAnswer[]> {
  const linked = await itemsOfIncidents(
    reading.client,
    reading.nodeId,
    links.map(({ incident }) => incident.id),
  )
  const theirs = Map.groupBy(linked, ({ incident }) => incident ?? '')
  return links.map(({ incident, weight, reasons, possiblyOneEvent }): LinkAnswer => {
    const others = itemsBySignature(reading, theirs.get(incident.id) ?? [])
    return {
      incident_ref: incident.ref,
      weight: Math.round(weight * 1000) / 1000,
      reasons: reasons.map((reason) => ({
        signature: reason.signature,
        level: reason.level,
        items: carrying(reason, mine, others).map(({ source, ref }) =>
          printedRef({ source: source ?? 'default', ref }),
        ),
        carried_by: reason.carried,
        read: reason.read,
        sides: [reason.side],
        says: possiblyOneEvent
          ? text(`${reason.says.en} ${oneEventWords.en}`, `${reason.says.fr} ${oneEventWords.fr}`)
          : reason.says,
      })),
    }
  })
}

function carrying(
  { signature, side }: Link['reasons'][number],
  ...ends: readonly BySignature[]
): readonly ItemOfBase[] {
  const key = `${signatureNumber(keyOf(makeOfBlock(signature)))} ${side === 'attack' ? 1 : 2}`
  return ends.flatMap((items) => items.get(key) ?? [])
}
