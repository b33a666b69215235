/**
 * How many alerts a week the example raises when it is played as it happened, and when each planted lead reached the
 * inbox. `tools/node bench/attention.ts`.
 */
import { sayWeek } from '#core/attention/week.ts'
import { plantedLeads } from '#exercise/example/leads.ts'
import { readInbox } from '#server/reading/inbox.ts'
import { operator } from '#store/reader.ts'
import { benchBase } from './base.ts'
import { playExample } from './play-example.ts'

const about = ({ about: of }: { about: { kind: string; ref: string | null; class?: string } }) =>
  of.kind === 'signature' ? String(of.ref) : `${of.ref} ${of.class}`

let now = Date.parse('2018-01-01T00:00:00Z')
const base = await benchBase(() => now)
const aWeek: number[] = []
const reached = new Map<string, string>()
let slowest = 0
await playExample(
  base.context,
  (instant) => {
    now = Date.parse(instant)
  },
  async (week) => {
    const start = performance.now()
    const inbox = await readInbox(base.context.analysis, operator, { now: new Date(now).toISOString() })
    slowest = Math.max(slowest, performance.now() - start)
    aWeek.push(inbox.alerts.length)
    for (const { name, about: of, incident } of plantedLeads) {
      const shown = [...inbox.alerts, ...inbox.changed].find(
        (alert) => about(alert) === of && alert.incidents.includes(incident),
      )
      if (shown !== undefined && !reached.has(name)) reached.set(name, `${sayWeek(week)} ${shown.state.padEnd(8)}`)
    }
    if (inbox.alerts.length + inbox.changed.length > 0) {
      const names = [...inbox.alerts, ...inbox.changed].map((alert) => `${alert.state} ${about(alert)}`)
      console.log(`${inbox.week}  ${names.join(', ')}${inbox.waiting > 0 ? `; ${inbox.waiting} wait` : ''}`)
    }
  },
)
await base.close()
const sum = aWeek.reduce((all, one) => all + one, 0)
console.log(
  `alerts in ${aWeek.length} weeks in which something came: ${sum}, at most ${Math.max(...aWeek)} a week, ` +
    `${(sum / aWeek.length).toFixed(2)} in the mean; the slowest inbox ${slowest.toFixed(0)} ms`,
)
for (const lead of plantedLeads) console.log(`${reached.get(lead.name) ?? 'never            '}  ${lead.name}`)
