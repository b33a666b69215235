/** `headstamp export`: a table file that imports back to equal records, or the ledger that anyone can check. */
import { resolve } from 'node:path'
import { text } from '#core/lib/text.ts'
import { tables, type Table } from '#core/record/kinds.ts'
import { exportLedger } from '#server/exchange/export-ledger.ts'
import { exportRecords, SeveralSources } from '#server/exchange/export-file.ts'
import { exportFormats, type ExportFormat } from '#server/exchange/write/rows-out.ts'
import { asAccount, command, UsageError, type ExitCode } from './command.ts'
import { onExample } from './example.ts'
import { printOne } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const exportCommand = command({
  summary: text(
    'Writes the records of one kind as a table that imports back to equal records, incidents as GeoJSON, or the whole ledger.',
    'Écrit les enregistrements d’un type en table réimportable à l’identique, les incidents en GeoJSON, ou le registre entier.',
  ),
  options: {
    kind: { type: 'string', value: 'KIND', says: text(Object.keys(tables).join(', '), Object.keys(tables).join(', ')) },
    source: { type: 'string', value: 'NAME', says: text('of this file source', 'de cette source') },
    format: {
      type: 'string',
      value: 'FORMAT',
      says: text('csv, xlsx, geojson; ledger for verify FILE', 'csv, xlsx, geojson ; ledger pour verify FILE'),
    },
    out: { type: 'string', value: 'FILE', says: text('the file to write', 'le fichier à écrire') },
    ...asAccount,
    ...onExample,
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
    if (format !== 'ledger' && !isExportFormat(format)) {
      throw new UsageError(text('There are csv, xlsx, geojson and ledger.', 'Il existe csv, xlsx, geojson et ledger.'))
    }
    if (format === 'geojson' && kind !== 'incidents') {
      throw new UsageError(
        text(
          'Only incidents have a point: give --kind incidents.',
          'Seuls les incidents ont un point : donnez --kind incidents.',
        ),
      )
    }
    if (out === undefined)
      throw new UsageError(text('Name the file with --out FILE.', 'Nommez le fichier avec --out FICHIER.'))
    const target = resolve(terminal.folder, out)
    if (format === 'ledger') return writeLedger(terminal, values, target)
    return withContext(terminal, values, async (context) => {
      try {
        const reader = await readerOf(context, values.as)
        const written = await exportRecords(context.analysis, reader, {
          kind: kind as Table,
          source,
          format,
          out: target,
        })
        printOne(terminal, values, written, ({ file, rows }) => [
          say(terminal, text(`${rows} rows in ${file}.`, `${rows} lignes dans ${file}.`)),
          ...(format === 'csv' ? [say(terminal, unguarded)] : []),
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

const unguarded = text(
  'Values stand as they were typed: for a spreadsheet, write --format xlsx, whose cells are never formulas.',
  'Les valeurs sont telles que saisies : pour un tableur, écrivez --format xlsx, dont les cellules ne sont jamais des formules.',
)

const isExportFormat = (format: string): format is ExportFormat => (exportFormats as readonly string[]).includes(format)

interface LedgerWanted {
  readonly kind?: string
  readonly source?: string
  readonly as?: string
  readonly example?: boolean
  readonly json?: boolean
}

/** The ledger is one, with every text of it: it cannot be of a kind or source, nor as an account would see it. */
async function writeLedger(terminal: Terminal, wanted: LedgerWanted, file: string): Promise<ExitCode> {
  if (wanted.kind !== undefined || wanted.source !== undefined || wanted.as !== undefined) {
    throw new UsageError(
      text(
        'The ledger is written whole: leave out --kind, --source and --as.',
        'Le registre est écrit en entier : retirez --kind, --source et --as.',
      ),
    )
  }
  return withContext(terminal, wanted, async ({ store, intake }) => {
    printOne(terminal, wanted, await exportLedger(store, intake.sha256, file), ({ rows }) => [
      say(
        terminal,
        text(
          `${rows} leaves in ${file}. The file holds every text that was not erased, the strictly confidential too.`,
          `${rows} feuilles dans ${file}. Le fichier contient tous les textes non effacés, y compris strictement confidentiels.`,
        ),
      ),
    ])
    return 0
  })
}
