/** Plays the example as it would have happened: each incident, with its items, a submission of its own on its day. */
import { weekOf, type Monday } from '#core/attention/week.ts'
import type { Table } from '#core/record/kinds.ts'
import { parseRow } from '#core/record/parse-row.ts'
import { daysOf, parseDate } from '#core/record/day.ts'
import { makeExample } from '#exercise/example/make-example.ts'
import type { Context } from '#server/context.ts'
import { workOff } from '#server/analysis/judge.ts'
import type { Part } from '#server/intake/plan.ts'

type Row = Readonly<Record<string, string>>

/** What is known beforehand is there from the start; an incident without a day comes last. */
export async function playExample(
  context: Pick<Context, 'submitter' | 'analysis' | 'reference'>,
  setNow: (instant: string) => void,
  /** Asked when a week in which something came is over, before anything of the next is written. */
  weekEnds: (week: Monday) => Promise<void>,
): Promise<void> {
  const given = makeExample()
  const part = (table: Table, row: Row): Part => {
    const parsed = parseRow(table, row, context.reference.codes)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    return parsed.value
  }
  const submit = async (source: string, parts: readonly Part[]) => {
    await context.submitter.submit({ source, author: 'operator', device: 'test', parts: [...parts] }, null)
    await workOff(context.analysis)
  }
  const items = Map.groupBy(
    given.flatMap(({ table, rows }) => (table === 'items' ? rows : [])),
    (row) => row['incident_ref'] ?? '',
  )
  const incidents = given
    .flatMap(({ table, source, rows }) => (table === 'incidents' ? rows.map((row) => ({ source, row })) : []))
    .map(({ source, row }) => ({ source, row, day: dayOf(row) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const [first] = incidents
  const last = incidents.findLast(({ day }) => day !== undatedDay)
  if (first === undefined || last === undefined) throw new Error('the example has incidents')
  setNow(`${first.day}T00:00:00.000Z`)
  for (const { table, source, rows } of given) {
    if (table === 'incidents' || table === 'items' || rows.length === 0) continue
    await submit(
      source,
      rows.map((row) => part(table, row)),
    )
  }
  let week = weekOf(first.day)
  for (const { source, row, day } of incidents) {
    const received = day === undatedDay ? last.day : day
    if (weekOf(received) !== week) await weekEnds(week)
    week = weekOf(received)
    setNow(`${received}T12:00:00.000Z`)
    const own = source === 'default' ? (items.get(row['incident_ref'] ?? '') ?? []) : []
    await submit(source, [part('incidents', row), ...own.map((item) => part('items', item))])
  }
  await weekEnds(week)
}

const undatedDay = '9999-12-31'

function dayOf(row: Row): string {
  const date = parseDate(row['end_date'] ?? row['date'] ?? '')
  return date === null ? undatedDay : daysOf(date).first
}
