/** `headstamp coverage`: what was known, reached and read, by area and month. */
import { sum, type CoverageRow } from '#core/coverage/coverage.ts'
import { text } from '#core/lib/text.ts'
import { listCoverage } from '#server/reading/coverage.ts'
import { asAccount, command, dayOption, limitOf, listing } from './command.ts'
import { onExample } from './example.ts'
import { aligned, plain, printList } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const coverageCommand = command({
  summary: text(
    'Counts the incidents known, reached and read, by area and month, the latest first.',
    'Compte les incidents connus, atteints et lus, par zone et par mois, les plus récents en tête.',
  ),
  options: {
    area: { type: 'string', value: 'A', says: text('in this area', 'dans cette zone') },
    since: { type: 'string', value: 'DATE', says: text('that may be since then', 'qui peuvent être postérieurs') },
    ...listing,
    ...asAccount,
    ...onExample,
  },
  notes: text(
    'Each incident stands in one row: in that of its year where its month is not sure, in that of no month where not even its year is.',
    'Chaque incident figure dans une seule ligne : celle de son année si le mois n’est pas sûr, celle sans mois si l’année ne l’est pas non plus.',
  ),
  async run({ values, terminal }) {
    const limit = limitOf(values.limit)
    const since = dayOption(values.since, '--since')
    return withContext(terminal, values, async (context) => {
      const reader = await readerOf(context, values.as)
      const found = await listCoverage(context.analysis, reader, { area: values.area, since, limit })
      printList(terminal, values, found, (rows) => inWords(terminal, rows, rows.length !== limit))
      if (found.length === 0 && values.json !== true && values.ndjson !== true) {
        terminal.tell(say(terminal, text('No incident is known.', "Aucun incident n'est connu.")))
      }
      return 0
    })
  },
})

const heads = [
  text('month', 'mois'),
  text('area', 'zone'),
  text('known', 'connus'),
  text('reached', 'atteints'),
  text('not reached', 'non atteints'),
  text('access not known', 'accès inconnu'),
  text('read: class', 'lus : classe'),
  text('type', 'type'),
  text('marks', 'marques'),
]
const noMonth = text('not known', 'inconnu')

/** Where there are more rows than asked for, a total of these would be taken for one of all. */
function inWords(terminal: Terminal, rows: readonly CoverageRow[], areAll: boolean): readonly string[] {
  if (rows.length === 0) return []
  const total = {
    area: say(terminal, text('all', 'toutes')),
    month: say(terminal, text('total', 'total')),
    ...sum(rows),
  }
  return aligned([
    heads.map((head) => say(terminal, head)),
    ...[...rows, ...(areAll ? [total] : [])].map((row) => [
      row.month ?? say(terminal, noMonth),
      plain(row.area ?? say(terminal, noMonth)),
      ...[
        row.known,
        row.reached,
        row.not_reached,
        row.access_not_known,
        row.read_class,
        row.read_type,
        row.read_marks,
      ].map(String),
    ]),
  ])
}
