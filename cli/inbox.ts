/** `headstamp inbox`: the alerts of a week, or those that wait. */
import type { AlertAnswer, InboxAnswer } from '#api/inbox-routes.ts'
import { parseWeek } from '#core/attention/week.ts'
import { text, type Text } from '#core/lib/text.ts'
import { counted } from '#core/screening/say.ts'
import { listWaiting, readInbox } from '#server/reading/inbox.ts'
import { asAccount, command, limitOf, listing, UsageError } from './command.ts'
import { onExample } from './example.ts'
import { plain, printList } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const inboxCommand = command({
  summary: text(
    'Shows the alerts of a week: findings that are one lead are one alert, and so many a week as the mission set.',
    'Montre les alertes d’une semaine : les constats d’une même piste en font une, au nombre fixé par la mission.',
  ),
  options: {
    week: { type: 'string', value: 'YYYY-Www', says: text('of this week', 'de cette semaine') },
    waiting: { type: 'boolean', says: text('those that wait for room', 'celles qui attendent une place') },
    ...listing,
    ...asAccount,
    ...onExample,
  },
  async run({ values, terminal }) {
    const week = values.week === undefined ? undefined : parseWeek(values.week)
    if (week === null)
      throw new UsageError(text('--week takes a week: 2026-W05.', '--week demande une semaine : 2026-W05.'))
    const limit = limitOf(values.limit)
    return withContext(terminal, values, async (context) => {
      const reader = await readerOf(context, values.as)
      const now = new Date(context.now()).toISOString()
      if (values.waiting === true) {
        const waiting = await listWaiting(context.analysis, reader, { limit, now })
        printList(terminal, values, waiting, (list) => list.flatMap((one) => alertInWords(terminal, one)))
        return 0
      }
      const inbox = await readInbox(context.analysis, reader, { week, now })
      if (values.json === true || values.ndjson === true) terminal.out(JSON.stringify(inbox))
      else for (const line of inboxInWords(terminal, inbox)) terminal.out(line)
      return 0
    })
  },
})

function inboxInWords(terminal: Terminal, inbox: InboxAnswer): readonly string[] {
  const { week, from, to, alerts, changed, bulk, waiting, a_week: aWeek, earlier } = inbox
  const most = text(`at most ${aWeek} new ones a week`, `au plus ${aWeek} nouvelles par semaine`)
  const none = text('No new alert.', 'Aucune nouvelle alerte.')
  return [
    `${week}  ${from} – ${to}  (${say(terminal, most)})`,
    '',
    ...bulk.map((one) => say(terminal, bulkWords(one))),
    ...(alerts.length === 0 ? [say(terminal, none)] : alerts.flatMap((one) => alertInWords(terminal, one))),
    ...changed.flatMap((one) => alertInWords(terminal, one)),
    '',
    say(terminal, text(`${waiting} wait${waiting === 1 ? 's' : ''}.`, `${waiting} en attente.`)) +
      (earlier === null ? '' : `  ${say(terminal, text(`Before: --week ${earlier}`, `Avant : --week ${earlier}`))}`),
  ]
}

function bulkWords({ file, findings, alerts }: InboxAnswer['bulk'][number]): Text {
  const what = counted(findings, text('finding', 'constat'), text('findings', 'constats'))
  const leads = counted(alerts, text('lead', 'piste'), text('leads', 'pistes'))
  return file === null
    ? text(`Bulk work: ${what.en} in ${leads.en}.`, `Traitement en lot : ${what.fr} en ${leads.fr}.`)
    : text(`Import of ${file}: ${what.en} in ${leads.en}.`, `Import de ${file} : ${what.fr} en ${leads.fr}.`)
}

const states = {
  new: text('NEW', 'NOUVEAU'),
  risen: text('RISEN', 'MONTÉE'),
  waited: text('WAITED', 'ATTENDAIT'),
  changed: text('changed', 'modifiée'),
  waiting: text('waiting', 'en attente'),
} as const

function alertInWords(terminal: Terminal, alert: AlertAnswer): readonly string[] {
  const { state, title, why, findings, findings_in_all: all } = alert
  const more = all - findings.length
  return [
    `${say(terminal, states[state])}  ${plain(say(terminal, title))}`,
    `    ${plain(say(terminal, why))}`,
    ...findings.map(({ rule, says }) => `    - ${rule}: ${plain(say(terminal, says))}`),
    ...(more > 0 ? [`    ${say(terminal, text(`and ${more} more`, `et ${more} de plus`))}`] : []),
  ]
}
