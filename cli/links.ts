/** `headstamp links REF`: the incidents that carry the same signatures, heaviest first. */
import type { LinkAnswer } from '#api/routes.ts'
import { text } from '#core/lib/text.ts'
import { linksOfIncident } from '#server/reading/links.ts'
import { asAccount, command, limitOf, listing } from './command.ts'
import { onExample } from './example.ts'
import { plain, printList } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const linksCommand = command({
  summary: text(
    'Lists the incidents that an incident is linked to, heaviest first, with reasons.',
    'Liste les incidents liés à un incident, les plus probants en tête, avec leurs raisons.',
  ),
  takes: { usage: 'REF', least: 1, most: 1 },
  options: { ...listing, ...asAccount, ...onExample },
  async run({ values, positionals: [ref = ''], terminal }) {
    const limit = limitOf(values.limit)
    return withContext(terminal, values, async (context) => {
      const reader = await readerOf(context, values.as)
      const found = await linksOfIncident(context.analysis, reader, ref, limit)
      printList(terminal, values, found, (list) => list.flatMap((link) => linkInWords(terminal, link)))
      if (found.length === 0 && values.json !== true && values.ndjson !== true) {
        terminal.tell(say(terminal, text('No other incident is linked to it.', 'Aucun autre incident ne lui est lié.')))
      }
      return 0
    })
  },
})

const linkInWords = (terminal: Terminal, { incident_ref: ref, weight, reasons }: LinkAnswer): readonly string[] => [
  `${weight.toFixed(1).padStart(6)}  ${plain(ref)}`,
  ...reasons.map(({ says }) => `        - ${plain(say(terminal, says))}`),
]
