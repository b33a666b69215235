/** Which alerts reached the inbox in which week, and which wait, as one reader has them. */
import { admit, weeksOfWaiting, type Admission, type Admitted } from '#core/attention/admit.ts'
import { byRank, leadsOf, risesOf, type Rise, type Step } from '#core/attention/leads.ts'
import { weekOf, type Monday } from '#core/attention/week.ts'
import { heaviestOfWeeks, heaviestSteps, stepsAround, weeksOfSteps, type StepRow } from '#store/alert-steps.ts'
import type { Store } from '#store/connect.ts'
import type { Reading } from './reading.ts'

export interface Alerts {
  readonly aWeek: number
  readonly admitted: ReadonlyMap<string, Admitted>
  /** How many wait, counted up to `mostWaiting`. */
  readonly waiting: number
}

const mostWaiting = 1000

/** More a week than this is no help to anybody. */
const mostAWeek = 1000

/** As they were worked out last, by what their reader may see: again when a step changed, a setting, or the week. */
const known = new WeakMap<Store, Map<string, { readonly mark: string; readonly alerts: Alerts }>>()
const mostReaders = 100

/** `mark`: that of the steps, read before this reading began. */
export async function admittedAlerts(reading: Reading, now: string, mark: string | null): Promise<Alerts> {
  const { settings, reader, analysis } = reading
  const { clearance, teams } = reader
  const whose = JSON.stringify([clearance, teams.toSorted(), settings.alerts_a_week, weekOf(now)])
  const ofBase = known.get(analysis.store) ?? new Map<string, { mark: string; alerts: Alerts }>()
  known.set(analysis.store, ofBase)
  const before = ofBase.get(whose)
  if (before !== undefined && before.mark === mark) return before.alerts
  const worked = await workedOut(reading, now)
  const waiting = await waitingAlerts(reading, worked, { most: mostWaiting })
  const alerts = { ...worked, waiting: waiting.length }
  if (ofBase.size >= mostReaders) ofBase.clear()
  if (mark !== null) ofBase.set(whose, { mark, alerts })
  return alerts
}

/** Read week by week as deep as it takes to be sure. */
async function workedOut({ client, nodeId, settings }: Reading, now: string): Promise<Omit<Alerts, 'waiting'>> {
  const aWeek = Math.min(settings.alerts_a_week, mostAWeek)
  const weeks = (await weeksOfSteps(client, nodeId)) as readonly Monday[]
  const until = [weekOf(now), ...weeks.slice(-1)].toSorted().at(-1) ?? weekOf(now)
  const depth = new Map(weeks.map((week) => [week, aWeek + 5]))
  const read = new Map<Monday, readonly StepRow[]>()
  const steps = new Map<string, StepRow>()
  const looked = new Set<string>()
  for (let deeper: readonly Monday[] = weeks; ;) {
    const asked = deeper.map((week) => ({ week, most: depth.get(week) ?? 0 }))
    const rows = asked.length === 0 ? [] : await heaviestOfWeeks(client, nodeId, asked)
    for (const week of deeper) {
      read.set(
        week,
        rows.filter((row) => row.week === week),
      )
    }
    const fresh = rows.filter((row) => !looked.has(keyOf(row)))
    for (const row of fresh) looked.add(keyOf(row))
    for (const step of [...rows, ...(await stepsAround(client, nodeId, fresh))]) steps.set(keyOf(step), step)
    const readTo = new Map<Monday, Step>()
    for (const [week, ofWeek] of read) {
      const last = ofWeek.at(-1)
      if (last !== undefined && ofWeek.length === depth.get(week)) readTo.set(week, last)
    }
    const admission: Admission = admit(risesOf([...steps.values()]), { until, aWeek, readTo })
    if (admission.unsure.length === 0) {
      return { aWeek, admitted: new Map(admission.admitted.map((one) => [one.lead, one])) }
    }
    deeper = admission.unsure
    // As deep as all the weeks in which it can be admitted have room; deeper where others speak for what was read.
    const enough = aWeek * (weeksOfWaiting + 1)
    for (const week of deeper) depth.set(week, Math.max(enough, (depth.get(week) ?? 1) * 2))
  }
}

const keyOf = ({ by, family, spot, weight, at }: Step) => `${by} ${family} ${spot} ${weight} ${at}`

/** Each step once. */
function each(...lists: readonly (readonly StepRow[])[]): readonly StepRow[] {
  return [...new Map(lists.flat().map((step) => [keyOf(step), step])).values()]
}

export interface Waiting {
  readonly lead: string
  readonly as: Rise
}

const chunk = 500

/** Those that no week admitted, the heaviest first. */
export async function waitingAlerts(
  { client, nodeId }: Reading,
  { admitted }: Pick<Alerts, 'admitted'>,
  { after, most }: { readonly after?: string | undefined; readonly most: number },
): Promise<readonly Waiting[]> {
  const waiting = new Map<string, Waiting>()
  let last = after === undefined ? null : await topOf({ client, nodeId }, after)
  for (let isLast = false; waiting.size < most && !isLast;) {
    const rows = await heaviestSteps(client, nodeId, { after: last, most: chunk })
    const steps = each(rows, await stepsAround(client, nodeId, rows))
    const leadOf = leadsOf(steps)
    const tops = topsOf(steps, leadOf)
    for (const row of rows) {
      const lead = leadOf(row)
      const top = lead === null ? undefined : tops.get(lead)
      if (lead === null || admitted.has(lead) || waiting.has(lead)) continue
      if (top === undefined || keyOf(top) !== keyOf(row)) continue
      waiting.set(lead, { lead, as: { ...row, lead } })
    }
    last = rows.at(-1) ?? last
    isLast = rows.length < chunk
  }
  return [...waiting.values()].slice(0, most)
}

/** Each lead's heaviest step. */
function topsOf(steps: readonly StepRow[], leadOf: ReturnType<typeof leadsOf>): ReadonlyMap<string, StepRow> {
  const tops = new Map<string, StepRow>()
  for (const step of steps.toSorted(byRank)) {
    const lead = leadOf(step)
    if (lead !== null && !tops.has(lead)) tops.set(lead, step)
  }
  return tops
}

async function topOf({ client, nodeId }: Pick<Reading, 'client' | 'nodeId'>, lead: string): Promise<StepRow | null> {
  const { steps, leadOf } = await resolved({ client, nodeId }, [asStep(lead)])
  return topsOf(steps, leadOf).get(lead) ?? null
}

const isSpot = (lead: string) => lead.split('|').length === 2

const unknownStep = { by: 'item', above: '', weight: 0, week: '', at: '', bulk: false } as const

/** Something to ask by, of which only its name is known. */
const asStep = (lead: string): StepRow => ({
  ...unknownStep,
  family: isSpot(lead) ? '' : lead,
  spot: isSpot(lead) ? lead : '',
})

export interface Resolved {
  readonly steps: readonly StepRow[]
  readonly leadOf: ReturnType<typeof leadsOf>
}

/** What lies around these, and to which lead each step belongs. */
export async function resolved(
  { client, nodeId }: Pick<Reading, 'client' | 'nodeId'>,
  asked: readonly StepRow[],
): Promise<Resolved> {
  const steps = await stepsAround(client, nodeId, asked)
  return { steps, leadOf: leadsOf(steps) }
}

export const resolvedLeads = (reading: Reading, leads: readonly string[]): Promise<Resolved> =>
  resolved(reading, leads.map(asStep))

/** Of findings that were raised: to which leads they belong. */
export async function leadsTouched(
  reading: Reading,
  touched: readonly Pick<StepRow, 'family' | 'above' | 'spot'>[],
): Promise<ReadonlySet<string>> {
  const asked = touched.map((one): StepRow => ({ ...unknownStep, ...one }))
  const { leadOf } = await resolved(reading, asked)
  const leads = asked.flatMap((step) => {
    if (step.spot === '') return leadOf({ ...step, by: 'signature' }) ?? []
    return leadOf(step) ?? leadOf({ ...step, spot: '' }) ?? []
  })
  return new Set(leads)
}
