/** What is known of a signature: who carries it among how many read, where and when, what is coarser and finer. */
import type { SignatureAnswer } from '#api/routes.ts'
import { keyOf } from '#core/linking/canonical-names.ts'
import { crimeActor } from '#core/linking/side.ts'
import { shareInCirculation } from '#core/screening/circulation.ts'
import { keptFindings } from '#store/finding-list.ts'
import { carryingIncidents, type CarryingIncident } from '#store/incident-list.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import { signaturesByNumber, type KnownSignature } from '#store/signature-counts.ts'
import { signatureNumber } from '../analysis/derive.ts'
import type { Analysis } from '../analysis/judge.ts'
import { circulationInput } from '../analysis/judge-signatures.ts'
import { allSeen, readIndex, type Index } from '../analysis/signature-index.ts'
import { printedBaseline } from './baselines.ts'
import { positionOf } from './incidents.ts'
import { printFindings } from './print-findings.ts'
import { asReader, NotOneRecord, type Reading } from './reading.ts'

const mostIncidents = 200
const mostFiner = 50
const mostStudies = 100

/** Throws NotOneRecord where no item that the reader sees carries it. */
export async function showSignature(analysis: Analysis, reader: Reader, typed: string): Promise<SignatureAnswer> {
  return asReader(analysis, reader, async (reading) => {
    const { client, nodeId, zone } = reading
    const number = signatureNumber(keyOf(typed))
    const asked = new Set([number])
    const index = await readIndex(
      { db: client, nodeId, zone },
      { same: asked, novelty: new Set(), whole: new Set(), stand: new Set() },
      new Set(),
    )
    const known = index.signatures.get(number)
    if (known === undefined) throw new NotOneRecord({ kind: 'not-found', ref: typed })
    const incidents = await carryingIncidents(client, nodeId, { signature: number, limit: mostIncidents + 1 })
    return {
      signature: known.text,
      level: known.level,
      sides: ([1, 2] as const).map((side) => carriedOn(reading, index, { known, side })),
      ...(await neighboursOf(reading, index, number)),
      studies: studiesOf(index, number),
      incidents: incidents.slice(0, mostIncidents).map(printed),
      more: incidents.length > mostIncidents,
      findings: [
        ...(await printFindings(
          reading,
          await keptFindings(client, nodeId, { subjects: [String(number)], limit: 100 }),
        )),
      ],
    }
  })
}

function carriedOn(
  { settings }: Reading,
  index: Index,
  { known, side }: { readonly known: KnownSignature; readonly side: 1 | 2 },
): SignatureAnswer['sides'][number] {
  const { actors, all } = circulationInput(index, known, { view: allSeen, number: side })
  return {
    side: sideWords[side],
    carried: all.carried,
    // What carries it was read, whatever was counted.
    read: Math.max(all.read, all.carried),
    upper: shareInCirculation(actors, all, settings.actor_floor).upper,
    actors: actors
      .filter(({ carried }) => carried > 0)
      .toSorted((a, b) => b.carried - a.carried)
      .map(({ actor, carried, read }) => ({
        actor: actor === crimeActor ? null : actor,
        carried,
        read: Math.max(read, carried),
      })),
  }
}

/** The next coarser ones that its carriers carry with it, and the finer ones, the most carried first. */
async function neighboursOf(
  { client, nodeId }: Reading,
  { counts, finer }: Index,
  number: bigint,
): Promise<Pick<SignatureAnswer, 'coarser' | 'finer'>> {
  const parents = [...new Set((counts.get(number) ?? []).map(({ parent }) => parent))]
  const carried = (one: bigint) => (counts.get(one) ?? []).reduce((sum, { incidents }) => sum + incidents, 0)
  const below = (finer.get(number) ?? []).toSorted((a, b) => carried(b) - carried(a) || Number(a - b))
  const known = await signaturesByNumber(client, nodeId, [...parents, ...below.slice(0, mostFiner)])
  const textsOf = (numbers: readonly bigint[]) => numbers.flatMap((one) => known.get(one)?.text ?? [])
  return { coarser: textsOf(parents).toSorted(), finer: textsOf(below) }
}

/** Those that saw it first, then those that did not; the latest recorded of each. */
const studiesOf = ({ studies }: Index, number: bigint): SignatureAnswer['studies'] =>
  (studies.get(number) ?? [])
    .toSorted((a, b) => Number(b.row.seen > 0) - Number(a.row.seen > 0) || (a.baseline < b.baseline ? 1 : -1))
    .slice(0, mostStudies)
    .map(({ row }) => printedBaseline(row))

const sideWords = ['none', 'attack', 'defence'] as const

const printed = ({ source, ref, lat, lon, sides, ...row }: CarryingIncident) => ({
  ref: printedRef({ source, ref }),
  ...row,
  at: positionOf(lon, lat),
  sides: sides.flatMap((side) => sideWords[side] ?? []),
})
