/** Search from anywhere: serials with their near misses, lots and tags, references, names. */
import type { HitAnswer } from '#api/routes.ts'
import { text } from '#core/lib/text.ts'
import { foldSerial } from '#core/marking/serial.ts'
import { rankSerials } from '#core/marking/rank-serials.ts'
import { serialProbes } from '#core/marking/serial-probes.ts'
import { markedItems, namedRecords, type MarkedItem } from '#store/search.ts'
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
      ...(await namedRecords(client, nodeId, asked)).map((found): HitAnswer => ({
        kind: found.kind,
        ref: printedRef(found),
        score: 1,
        why: found.by === 'ref' ? refWords : nameWords,
      })),
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

const refWords = text('This is its reference.', "C'est sa référence.")
const nameWords = text('This is its name.', "C'est son nom.")
const lotWords = text('It has this lot or tag.', 'Il porte ce lot ou cette étiquette.')
