/** `headstamp export`: a table file that imports back to equal records. */
import { resolve } from 'node:path'
import { text } from '#core/lib/text.ts'
import { tables, type Table } from '#core/record/kinds.ts'
import { exportRecords, SeveralSources } from '#server/exchange/export-file.ts'
import { asAccount, command, UsageError } from './command.ts'
import { printOne } from './print.ts'
import { say } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const exportCommand = command({
  summary: text(
    'Writes the records of one kind as CSV that imports back to equal records.',
    'Écrit les enregistrements d’un type en CSV, réimportables à l’identique.',
  ),
  options: {
    kind: { type: 'string', value: 'KIND', says: text(Object.keys(tables).join(', '), Object.keys(tables).join(', ')) },
    source: { type: 'string', value: 'NAME', says: text('of this file source', 'de cette source') },
    format: { type: 'string', value: 'csv', says: text('csv', 'csv') },
    out: { type: 'string', value: 'FILE', says: text('the file to write', 'le fichier à écrire') },
    ...asAccount,
  },
  async run({ values, terminal }) {
    const { kind = 'items', format = 'csv', source, out } = values
    if (!Object.hasOwn(tables, kind)) {
      throw new UsageError(
        text(
          `There is no kind ${kind}: ${Object.keys(tables).join(', ')}.`,
          `Le type ${kind} n'existe pas : ${Object.keys(tables).join(', ')}.`,
        ),
      )
    }
    if (format !== 'csv') throw new UsageError(text('Only csv is written.', 'Seul csv est écrit.'))
    if (out === undefined)
      throw new UsageError(text('Name the file with --out FILE.', 'Nommez le fichier avec --out FICHIER.'))
    return withContext(terminal, async (context) => {
      try {
        const reader = await readerOf(context, values.as)
        const written = await exportRecords(context.analysis, reader, {
          kind: kind as Table,
          source,
          out: resolve(terminal.folder, out),
        })
        printOne(terminal, values, written, ({ file, rows }) => [
          say(
            terminal,
            text(
              `${rows} rows in ${file}. Values stand as they were typed: do not open the file in a spreadsheet that runs formulas.`,
              `${rows} lignes dans ${file}. Les valeurs sont telles que saisies : n'ouvrez pas le fichier dans un tableur qui exécute les formules.`,
            ),
          ),
        ])
        return 0
      } catch (error) {
        if (!(error instanceof SeveralSources)) throw error
        const list = error.sources.join(', ')
        throw new UsageError(
          text(
            `Several sources hold such records: ${list}. Name one with --source.`,
            `Plusieurs sources en contiennent : ${list}. Nommez-en une avec --source.`,
          ),
        )
      }
    })
  },
})
