/** The inbox of a week, and what waits, in words. */
import type { AlertAnswer, InboxAnswer } from '#api/inbox-routes.ts'
import type { Admitted } from '#core/attention/admit.ts'
import { byRank } from '#core/attention/leads.ts'
import { sayWeek, sundayOf, weekOf, weeksLater, type Monday } from '#core/attention/week.ts'
import { alertMark, bulkBetween, heaviestOfWeeks, latestImports, touchedBetween } from '#store/alert-steps.ts'
import type { Reader } from '#store/reader.ts'
import type { Analysis } from '../analysis/judge.ts'
import { admittedAlerts, leadsTouched, resolved, waitingAlerts, type Alerts } from './alerts.ts'
import { printAlerts, type Standing } from './print-alerts.ts'
import { asReader, type Reading } from './reading.ts'

interface Asked {
  /** The present one where none is named. */
  readonly week?: Monday | undefined
  readonly now: string
}

const mostCounted = 1000
const mostChanged = 20
const mostTouched = 500

export async function readInbox(analysis: Analysis, reader: Reader, { week, now }: Asked): Promise<InboxAnswer> {
  const mark = await markOf(analysis)
  return asReader(analysis, reader, async (reading) => {
    const alerts = await admittedAlerts(reading, now, mark)
    const shown = week ?? weekOf(now)
    const admitted = [...alerts.admitted.values()]
    const came = admitted
      .filter((one) => one.week === shown)
      .toSorted((a, b) => byRank(a.as, b.as))
      .map(standingOf)
    const changed = await changedIn(reading, alerts, shown)
    const printed = await printAlerts(reading, [...came, ...changed])
    return {
      week: sayWeek(shown),
      from: shown,
      to: sundayOf(shown),
      a_week: alerts.aWeek,
      alerts: printed.filter(({ state }) => state !== 'changed'),
      changed: printed.filter(({ state }) => state === 'changed'),
      bulk: await bulkIn(reading, shown),
      waiting: alerts.waiting,
      earlier: earlierThan(shown, admitted),
    }
  })
}

export async function listWaiting(
  analysis: Analysis,
  reader: Reader,
  { after, limit = 20, now }: { readonly after?: string | undefined; readonly limit?: number | undefined; now: string },
): Promise<readonly AlertAnswer[]> {
  const mark = await markOf(analysis)
  return asReader(analysis, reader, async (reading) => {
    const alerts = await admittedAlerts(reading, now, mark)
    const waiting = await waitingAlerts(reading, alerts, { after, most: limit })
    return printAlerts(
      reading,
      waiting.map(({ lead, as }) => ({ lead, state: 'waiting', week: null, weight: as.weight })),
    )
  })
}

const markOf = ({ store }: Analysis) => alertMark(store.intake, store.nodeId)

const standingOf = ({ lead, why, week, as }: Admitted): Standing => ({ lead, state: why, week, weight: as.weight })

function earlierThan(shown: Monday, admitted: readonly Admitted[]): string | null {
  const before = admitted.flatMap(({ week }) => (week < shown ? [week] : [])).toSorted()
  const last = before.at(-1)
  return last === undefined ? null : sayWeek(last)
}

const spanOf = (week: Monday) => ({ from: `${week}T00:00:00Z`, before: `${weeksLater(week, 1)}T00:00:00Z` })

/** Alerts of earlier weeks with findings of this one. */
async function changedIn(reading: Reading, { admitted }: Alerts, week: Monday): Promise<readonly Standing[]> {
  const { client, nodeId } = reading
  const touched = await touchedBetween(client, nodeId, { ...spanOf(week), most: mostTouched })
  const leads = await leadsTouched(reading, touched)
  return [...leads]
    .flatMap((lead) => admitted.get(lead) ?? [])
    .filter((one) => one.week < week)
    .toSorted((a, b) => byRank(a.as, b.as))
    .slice(0, mostChanged)
    .map((one) => ({ ...standingOf(one), state: 'changed' }))
}

const mostOfBulk = 10_000
const importsLookedAt = 20

/** What bulk work raised in a week, by the file that brought it: the first noted after it was received. */
async function bulkIn(reading: Reading, week: Monday): Promise<InboxAnswer['bulk']> {
  const { client, nodeId } = reading
  const raised = await bulkBetween(client, nodeId, { ...spanOf(week), most: mostOfBulk })
  if (raised.length === 0) return []
  const heaviest = await heaviestOfWeeks(client, nodeId, [{ week, most: mostCounted }])
  const { leadOf } = await resolved(reading, heaviest)
  const files = (await latestImports(client, nodeId, importsLookedAt)).toReversed()
  const fileOf = (at: string) => files.find((one) => one.at >= at)
  const rows = Map.groupBy(raised, ({ at }) => fileOf(at))
  return [...rows]
    .map(([file, all]) => ({
      file: file?.file ?? null,
      at:
        all
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? '',
      findings: all.reduce((sum, { findings }) => sum + findings, 0),
      alerts: new Set(
        heaviest.filter(({ bulk, at }) => bulk && fileOf(at) === file).flatMap((step) => leadOf(step) ?? []),
      ).size,
    }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
