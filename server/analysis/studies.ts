/** Baseline studies as rules about signatures read them: those that speak of one, looked here, and are seen by a view. */
import { keyOf, namesAsTyped } from '#core/linking/canonical-names.ts'
import { readSignature, signaturesOf } from '#core/linking/signature.ts'
import { studyFrom, type Study } from '#core/linking/study.ts'
import type { Queryable } from '#store/database.ts'
import { printedRef } from '#store/refs.ts'
import type { KnownSignature, Zone } from '#store/signature-counts.ts'
import { studiesOf, type StudyRow } from '#store/studies.ts'
import { signatureNumber } from './derive.ts'

/** By signature: what was seen of it or of a finer one, and where it or a coarser one was looked for and not seen. */
export type Studies = ReadonlyMap<bigint, readonly StudyRow[]>

/** Of `parents` only what was seen is asked. */
export async function studiesOfSignatures(
  db: Queryable,
  nodeId: number,
  signatures: readonly KnownSignature[],
  parents: readonly bigint[],
): Promise<Studies> {
  const coarser = new Map(signatures.map(({ signature, text }) => [signature, upTo(text)]))
  const rows = await studiesOf(db, nodeId, [
    ...new Set([...[...coarser.values()].flat(), ...coarser.keys(), ...parents]),
  ])
  if (rows.length === 0) return new Map()
  const bySignature = Map.groupBy(rows, ({ signature }) => signature)
  const seen = (one: bigint) => (bySignature.get(one) ?? []).filter(({ row }) => row.seen > 0)
  const unseen = (one: bigint) => (bySignature.get(one) ?? []).filter(({ row }) => row.seen === 0)
  return new Map([
    ...parents.map((one) => [one, seen(one)] as const),
    ...[...coarser].map(([one, all]) => [one, [...seen(one), ...all.flatMap(unseen)]] as const),
  ])
}

/** The signature and the coarser ones of its ladder, as its own text says them. */
function upTo(text: string): readonly bigint[] {
  const { class: cls, level, parts } = readSignature(text)
  if (level === 'features' || level === 'removed') return []
  const named = Object.fromEntries(parts.map(([part, value]) => [part, part === 'year' ? Number(value) : value]))
  return signaturesOf({ class: cls, ...named }, namesAsTyped).map(({ text: one }) => signatureNumber(keyOf(one)))
}

/** Those that looked in that land. Null: it is not known where *here* is, and none did. */
export const studiesIn = (rows: readonly StudyRow[], land: Zone | null): readonly Study[] =>
  land === null
    ? []
    : rows
        .filter((one) => sharesLand(one.land, land))
        .map(({ row }) => studyFrom({ ...row, ref: printedRef(row) }))
        .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))

/** What can change an answer: only what was seen, and that somebody could verify. */
export const decides = ({ row: { seen, confidence } }: StudyRow): boolean => seen > 0 && confidence !== 'unverified'

const sharesLand = (a: Zone, b: Zone): boolean =>
  takesIn(a, b) || takesIn(b, a) || a.regions.some((one) => b.regions.some((other) => isSame(one, other)))

/** Whether a whole country of one holds something of the other. */
const takesIn = ({ countries }: Zone, { countries: others, regions }: Zone): boolean =>
  countries.some((country) => others.includes(country) || regions.some((one) => one.country === country))

const isSame = (a: Zone['regions'][number], b: Zone['regions'][number]): boolean =>
  a.country === b.country && a.region === b.region
