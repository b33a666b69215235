/** What is known to have happened, was reached and was read, by area and month: what nobody reached is data as well. */
import { readingLevels } from '../linking/reading.ts'
import type { Incident } from '../record/kinds.ts'
import { areaName, type Area } from './area.ts'
import { laterMonth, sureMonth, type SureMonth } from './sure-month.ts'

export type Access = NonNullable<Incident['access']> | 'not-known'

/** Somebody was there and looked. */
export const reachedBy = ['documented', 'nothing-found'] as const satisfies readonly Access[]
/** It is known, and nobody documented it there. */
export const notReachedBy = [
  'not-reached',
  'refused',
  'already-swept',
  'done-by-authority',
] as const satisfies readonly Access[]

/** Incidents that are alike in all that is counted. */
export interface KnownIncidents extends Area {
  /** The months (`2015-08`) of the first and the last possible day; null: undated. */
  readonly first: string | null
  readonly last: string | null
  /** As recorded; where it is not: documented where the incident has items, else not known. */
  readonly access: Access
  /** The finest over classes: 0 none, 1 class, 2 type, 3 marks. */
  readonly level: number
  readonly incidents: number
}

export interface CoverageRow {
  readonly area: string | null
  readonly month: SureMonth
  /** The three add up to `known`. */
  readonly known: number
  readonly reached: number
  readonly not_reached: number
  readonly access_not_known: number
  /** Why it was not reached, of `not_reached`. */
  readonly refused: number
  readonly already_swept: number
  readonly done_by_authority: number
  /** Each counts what was read so finely or finer. */
  readonly read_class: number
  readonly read_type: number
  readonly read_marks: number
}

export type Counts = Omit<CoverageRow, 'area' | 'month'>

/** One row an area and month, the latest month first; each incident stands in exactly one. */
export function coverageOf(known: readonly KnownIncidents[]): readonly CoverageRow[] {
  const rows = new Map<string, CoverageRow>()
  for (const group of known) {
    const area = areaName(group)
    const month = sureMonth(group.first, group.last)
    const key = JSON.stringify([area, month])
    rows.set(key, { area, month, ...sum([rows.get(key) ?? none, countsOf(group)]) })
  }
  return [...rows.values()].toSorted((a, b) => laterMonth(a.month, b.month) || compare(a.area ?? '~', b.area ?? '~'))
}

/** All incidents of these rows together. */
export const sum = (rows: readonly Counts[]): Counts =>
  rows.reduce(
    (all, row) => Object.fromEntries(names.map((name) => [name, all[name] + row[name]])) as unknown as Counts,
    none,
  )

function countsOf({ access, level, incidents }: KnownIncidents): Counts {
  const ofAccess = (...words: readonly Access[]) => (words.includes(access) ? incidents : 0)
  const readTo = (least: number) => (level >= least ? incidents : 0)
  return {
    known: incidents,
    reached: ofAccess(...reachedBy),
    not_reached: ofAccess(...notReachedBy),
    access_not_known: ofAccess('not-known'),
    refused: ofAccess('refused'),
    already_swept: ofAccess('already-swept'),
    done_by_authority: ofAccess('done-by-authority'),
    read_class: readTo(readingLevels.class),
    read_type: readTo(readingLevels.type),
    read_marks: readTo(readingLevels.marks),
  }
}

const none: Counts = {
  known: 0,
  reached: 0,
  not_reached: 0,
  access_not_known: 0,
  refused: 0,
  already_swept: 0,
  done_by_authority: 0,
  read_class: 0,
  read_type: 0,
  read_marks: 0,
}
const names = Object.keys(none) as readonly (keyof Counts)[]

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
