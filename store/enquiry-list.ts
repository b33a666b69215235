/** Lists enquiries as a reader may see them: those that wait for somebody first, the soonest due before the others. */
import { rowsOf, type Queryable } from './database.ts'

export interface EnquiryFilter {
  /** `open`: a draft, or sent and not answered. */
  readonly state?: string | undefined
  /** A part of the authority's or the holder's name, whatever its case. */
  readonly who?: string | undefined
  /** Exactly what raised the question. */
  readonly about?: string | undefined
  /** The id of the enquiry after which the list goes on. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface ListedEnquiry {
  readonly source: string
  readonly ref: string
  readonly asked: string
  readonly holder: string
  readonly holder_country: string | null
  readonly class: string
  readonly pattern: string | null
  readonly model: string | null
  readonly producer: string | null
  readonly calibre: string | null
  readonly year: number | null
  readonly year_to: number | null
  readonly lot: string | null
  readonly serial: string | null
  readonly about: string | null
  readonly status: string
  readonly asked_on: string | null
  readonly due_on: string | null
  readonly answered_on: string | null
  readonly answer_ref: string | null
  readonly handling: number
  readonly doubted: boolean
}

export async function listedEnquiries(
  db: Queryable,
  nodeId: number,
  filter: EnquiryFilter,
): Promise<readonly ListedEnquiry[]> {
  const values: unknown[] = [nodeId]
  const value = (one: unknown) => `$${values.push(one)}`
  const where = ['node_id = $1']
  if (filter.state === 'open') where.push('closed = 0')
  else if (filter.state !== undefined) where.push(`coalesce(status, 'draft') = ${value(filter.state)}`)
  if (filter.who !== undefined) {
    const who = value(filter.who)
    where.push(`(strpos(lower(asked), lower(${who})) > 0 or strpos(lower(holder), lower(${who})) > 0)`)
  }
  if (filter.about !== undefined) where.push(`about = ${value(filter.about)}`)
  if (filter.after !== undefined) {
    const after = value(filter.after)
    const last = `(select closed, due from enquiries where node_id = $1 and id = ${after})`
    // Of equally due ones the last recorded comes first.
    where.push(`(closed, due) >= ${last}`, `((closed, due) > ${last} or id < ${after})`)
  }
  return rowsOf<ListedEnquiry>(
    db,
    `select source, ref, asked, holder, holder_country, class, pattern, model, producer, calibre, year, year_to, lot, serial,
            about, coalesce(status, 'draft') as status, asked_on, due_on, answered_on, answer_ref, handling,
            (coalesce(doubts, '[]') <> '[]' or coalesce(found_doubts, '[]') <> '[]') as doubted
       from enquiries where ${where.join(' and ')} order by closed, due, id desc limit ${value(filter.limit)}`,
    values,
  )
}
