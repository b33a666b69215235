/** `headstamp calendar [SIGNATURE]`: when signatures were seen among what was read to their level. */
import type { CalendarRow } from '#core/coverage/calendar.ts'
import { text } from '#core/lib/text.ts'
import { classes, type Class } from '#core/record/kinds.ts'
import { listCalendar } from '#server/reading/calendar.ts'
import { asAccount, command, limitOf, listing, UsageError } from './command.ts'
import { onExample } from './example.ts'
import { aligned, plain, printList } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const calendarCommand = command({
  summary: text(
    'Counts, by signature and month, the incidents that carried it among those read to its level.',
    'Compte, par signature et par mois, les incidents qui la portaient parmi ceux lus à son niveau.',
  ),
  takes: { usage: '[SIGNATURE]', least: 0, most: 1 },
  options: {
    area: { type: 'string', value: 'A', says: text('in this area', 'dans cette zone') },
    class: { type: 'string', value: 'C', says: text('of this class of materiel', 'de cette classe de matériel') },
    ...listing,
    ...asAccount,
    ...onExample,
  },
  notes: text(
    'Without SIGNATURE: those that most incidents carry, lots and date codes left out; --limit says how many (20). In a month without a row nothing was so read.',
    'Sans SIGNATURE : celles que portent le plus d’incidents, hors lots et codes de date ; --limit dit combien (20). Un mois sans ligne : rien n’a été lu ainsi.',
  ),
  async run({ values, positionals: [signature], terminal }) {
    const limit = limitOf(values.limit)
    const cls = classOf(values.class)
    return withContext(terminal, values, async (context) => {
      const reader = await readerOf(context, values.as)
      const query = { signature, area: values.area, class: cls, limit }
      const found = await listCalendar(context.analysis, reader, query)
      printList(terminal, values, found, (rows) => inWords(terminal, rows))
      if (found.length === 0 && values.json !== true && values.ndjson !== true) {
        terminal.tell(say(terminal, text('Nothing was read so finely.', "Rien n'a été lu aussi finement.")))
      }
      return 0
    })
  },
})

function classOf(given: string | undefined): Class | undefined {
  const cls = classes.find((one) => one === given)
  if (given === undefined || cls !== undefined) return cls
  const all = classes.join(', ')
  throw new UsageError(text(`--class takes one of: ${all}.`, `--class demande l'une de : ${all}.`))
}

const noMonth = text('no sure month', 'mois non sûr')

function inWords(terminal: Terminal, rows: readonly CalendarRow[]): readonly string[] {
  return [...Map.groupBy(rows, ({ signature }) => signature)].flatMap(([signature, months]) => [
    plain(signature),
    ...aligned(
      months.map(({ month, carried, read }) => [
        `    ${month ?? say(terminal, noMonth)}`,
        say(terminal, text(`${carried} of ${read} read`, `${carried} sur ${read} lus`)),
      ]),
    ),
  ])
}
