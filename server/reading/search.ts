/** Search from anywhere: serials with their near misses, lots and tags; references, names and places by how they begin. */
import type { HitAnswer } from '#api/routes.ts'
import { text, type Text } from '#core/lib/text.ts'
import { prefixRange, type KeyRange } from '#core/marking/key-range.ts'
import { foldSerial } from '#core/marking/serial.ts'
import { rankSerials } from '#core/marking/rank-serials.ts'
import { serialProbes } from '#core/marking/serial-probes.ts'
import { markedItems, namedRecords, type MarkedItem, type NamedRecord } from '#store/search.ts'
import { printedRef } from '#store/refs.ts'
import type { Reader } from '#store/reader.ts'
import type { Analysis } from '../analysis/judge.ts'
import { asReader } from './reading.ts'

const usual = 50

export async function search(
  analysis: Analysis,
  reader: Reader,
  asked: string,
  limit: number = usual,
): Promise<readonly HitAnswer[]> {
  return asReader(analysis, reader, async ({ client, nodeId }) => {
    const probes = serialProbes(asked)
    const marked = await markedItems(client, nodeId, { ...probes, exact: foldSerial(asked) })
    const hits = [
      ...(await namedRecords(client, nodeId, beginnings(asked))).map(named(asked)),
      ...serialHits(asked, marked),
      ...marked
        .filter(({ role }) => !role.startsWith('serial'))
        .map((item): HitAnswer => ({ kind: 'item', ref: printedRef(item), score: 0.9, why: lotWords })),
    ]
    const best = new Map<string, HitAnswer>()
    for (const hit of hits) {
      const key = `${hit.kind} ${hit.ref}`
      if ((best.get(key)?.score ?? -1) < hit.score) best.set(key, hit)
    }
    return [...best.values()].toSorted((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1)).slice(0, limit)
  })
}

/** As typed, with or without its source, and as names and references are mostly written. */
function beginnings(asked: string): readonly KeyRange[] {
  const bare = /^[a-z0-9-]+:(.+)$/s.exec(asked)?.[1] ?? asked
  const capital = asked.charAt(0).toUpperCase() + asked.slice(1)
  return [...new Set([asked, bare, bare.toUpperCase(), capital])].map(prefixRange)
}

const named =
  (asked: string) =>
  (found: NamedRecord): HitAnswer => {
    const isWhole = found.met === asked || printedRef(found) === asked
    const [score, why] = namedWords(found, isWhole)
    return { kind: found.kind, ref: printedRef(found), score, why }
  }

/** A place is where, not what: below every reading of a mark that fits. */
function namedWords({ by, met }: NamedRecord, isWhole: boolean): readonly [number, Text] {
  if (by === 'place') return [isWhole ? 0.6 : 0.5, text(`Place: ${met}.`, `Lieu : ${met}.`)]
  if (isWhole)
    return [
      1,
      by === 'ref'
        ? text('This is its reference.', "C'est sa référence.")
        : text('This is its name.', "C'est son nom."),
    ]
  return by === 'ref'
    ? [0.7, text('Its reference begins so.', 'Sa référence commence ainsi.')]
    : [0.7, text(`Name: ${met}.`, `Nom : ${met}.`)]
}

function serialHits(asked: string, marked: readonly MarkedItem[]): readonly HitAnswer[] {
  const candidates = marked.filter(({ role }) => role.startsWith('serial'))
  return rankSerials({ serial: asked }, candidates).map(({ found, score, why }): HitAnswer => {
    const [first, ...others] = why.map(({ says }) => says)
    return {
      kind: 'item',
      ref: printedRef(found),
      score,
      why: others.reduce((all, next) => text(`${all.en} ${next.en}`, `${all.fr} ${next.fr}`), first ?? text('', '')),
    }
  })
}

const lotWords = text('It has this lot or tag.', 'Il porte ce lot ou cette étiquette.')
