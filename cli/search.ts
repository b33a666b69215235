/** `headstamp search TEXT`: serials with their near misses, lots, references, names, places. */
import { text } from '#core/lib/text.ts'
import { search } from '#server/reading/search.ts'
import { asAccount, command, limitOf, listing } from './command.ts'
import { onExample } from './example.ts'
import { aligned, plain, printList } from './print.ts'
import { say } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const searchCommand = command({
  summary: text(
    'Finds serials with their near misses, lots, references and names, best first.',
    'Trouve les numéros de série et leurs voisins, lots, références et noms, les meilleurs en tête.',
  ),
  takes: { usage: 'TEXT', least: 1, most: 1 },
  options: { ...listing, ...asAccount, ...onExample },
  async run({ values, positionals: [asked = ''], terminal }) {
    const limit = limitOf(values.limit)
    return withContext(terminal, values, async (context) => {
      const found = await search(context.analysis, await readerOf(context, values.as), asked, limit)
      printList(terminal, values, found, (list) =>
        aligned(
          list.map(({ kind, ref, score, why }) => [score.toFixed(2), kind, plain(ref), plain(say(terminal, why))]),
        ),
      )
      if (found.length === 0 && values.json !== true && values.ndjson !== true) {
        terminal.tell(say(terminal, text('Nothing like it is known.', "Rien de semblable n'est connu.")))
      }
      return 0
    })
  },
})
