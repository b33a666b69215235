/** Lists the rows of baseline studies as a reader may see them, the last recorded first, by keyset. */
import type { Baseline } from '#core/record/kinds.ts'
import { rowsOf, type Queryable } from './database.ts'

export interface BaselineFilter {
  /** Case and parts of words do not matter. */
  readonly study?: string | undefined
  readonly model?: string | undefined
  readonly country?: string | undefined
  readonly class?: string | undefined
  /** The id of the row after which the list goes on. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface ListedBaseline {
  readonly source: string
  readonly ref: string
  readonly study: string
  readonly country: string
  readonly area: string | null
  readonly class: Baseline['class']
  readonly pattern: string | null
  readonly model: string | null
  readonly producer: string | null
  readonly calibre: string | null
  readonly year: number | null
  readonly lot: string | null
  readonly from: NonNullable<Baseline['from']> | null
  readonly to: NonNullable<Baseline['to']> | null
  readonly sample: number
  readonly seen: number
  readonly unit: NonNullable<Baseline['unit']> | null
  readonly says: NonNullable<Baseline['says']> | null
  readonly basis: string | null
  readonly grade: string | null
  readonly confidence: NonNullable<Baseline['confidence']> | null
  readonly handling: number
  readonly doubted: boolean
}

export const baselineColumns = `b.source, b.ref, b.study, b.country, b.area, b.class, b.pattern, b.model, b.producer, b.calibre,
  b.year, b.lot, b."from", b."to", b.sample::float8 as sample, b.seen::float8 as seen, b.unit, b.says, b.basis, b.grade,
  b.confidence, b.handling,
  (coalesce(b.doubts, '[]') <> '[]' or coalesce(b.found_doubts, '[]') <> '[]') as doubted`

export async function listedBaselines(
  db: Queryable,
  nodeId: number,
  filter: BaselineFilter,
): Promise<readonly ListedBaseline[]> {
  const values: unknown[] = [nodeId]
  const value = (one: unknown) => `$${values.push(one)}`
  const where = ['b.node_id = $1']
  if (filter.study !== undefined) where.push(`strpos(lower(b.study), lower(${value(filter.study)})) > 0`)
  if (filter.model !== undefined) where.push(`strpos(lower(b.model), lower(${value(filter.model)})) > 0`)
  if (filter.country !== undefined) where.push(`b.country = upper(${value(filter.country)})`)
  if (filter.class !== undefined) where.push(`b.class = ${value(filter.class)}`)
  if (filter.after !== undefined) where.push(`b.id < ${value(filter.after)}`)
  return rowsOf<ListedBaseline>(
    db,
    `select ${baselineColumns} from baselines b where ${where.join(' and ')}
      order by b.id desc limit ${value(filter.limit)}`,
    values,
  )
}
