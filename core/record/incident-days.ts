/** When an incident happened, and when its materiel was used, recovered, seized or documented. */
import { daysOf, spanOf, type Interval, type PartialDate } from './day.ts'
import type { Incident } from './kinds.ts'

export type DateKind = NonNullable<Incident['date_kind']>
type Dated = Pick<
  Incident,
  'kind' | 'date' | 'end_date' | 'date_kind' | 'used_on' | 'recovered_on' | 'seized_on' | 'documented_on'
>

/** What `date` is, where the record does not say: the exchange format's defaults by kind of incident. */
export function dateKindOf(incident: Pick<Incident, 'kind' | 'date_kind'>): DateKind {
  if (incident.date_kind !== undefined) return incident.date_kind
  switch (incident.kind) {
    case 'attack':
    case 'clash':
    case 'ambush':
    case 'ied':
    case 'crime':
      return 'use'
    case 'seizure':
      return 'seizure'
    case 'inspection':
    case 'loss':
    case 'other':
      return 'documentation'
    default:
      return 'recovery'
  }
}

const fieldOf = {
  use: 'used_on',
  recovery: 'recovered_on',
  seizure: 'seized_on',
  documentation: 'documented_on',
} as const

/** The interval of `date` to `end_date`; of `date` alone where the end is missing or lies before it. */
export function spanOfDate({ date, end_date }: Dated): Interval | null {
  if (date === undefined) return end_date === undefined ? null : daysOf(end_date)
  return end_date === undefined ? daysOf(date) : (spanOf(date, end_date) ?? daysOf(date))
}

/** The days of each kind that the record knows; `date` fills its own kind where that has no date of its own. */
export function datesOf(incident: Dated): readonly { readonly kind: DateKind; readonly days: Interval }[] {
  const span = spanOfDate(incident)
  const own = dateKindOf(incident)
  return (Object.keys(fieldOf) as DateKind[]).flatMap((kind) => {
    const given: PartialDate | undefined = incident[fieldOf[kind]]
    const days = given !== undefined ? daysOf(given) : kind === own ? span : null
    return days === null ? [] : [{ kind, days }]
  })
}

/** The earliest of its dates, as an interval: by what day at the latest was the materiel out of lawful hands? */
export function closingDays(incident: Dated): Interval | null {
  const dates = datesOf(incident).map(({ days }) => days)
  const [first] = dates
  if (first === undefined) return null
  return dates.reduce((earliest, days) => ({
    first: days.first < earliest.first ? days.first : earliest.first,
    last: days.last < earliest.last ? days.last : earliest.last,
  }))
}

/** When it happened: `date` to `end_date`, else the earliest date that is known. */
export const happenedIn = (incident: Dated): Interval | null => spanOfDate(incident) ?? closingDays(incident)

/** Whether `date` and the date of its own kind are both given and differ. */
export function dateDiffers(incident: Dated): boolean {
  const field = fieldOf[dateKindOf(incident)]
  const given = incident[field]
  return given !== undefined && incident.date !== undefined && given !== incident.date
}
