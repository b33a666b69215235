/** A proposed mapping in words: which column becomes what, what is left out, and what taking the table in would do. */
import { text } from '#core/lib/text.ts'
import type { Proposed } from '#server/exchange/import-files.ts'
import type { Mapping } from '#server/exchange/mapping.ts'
import { plain } from './print.ts'
import { say, type Terminal } from './terminal.ts'

type Source = Mapping['records'][number]['fields'][string]

export function proposalInWords(terminal: Terminal, { file, sheet, mapping, layout, rehearsal }: Proposed): string[] {
  const { rows, isWhole, added, updated, unchanged, merged, refused, doubted, first } = rehearsal
  const some = isWhole ? text('', '') : text('Of the first rows: ', 'Parmi les premières lignes : ')
  return [
    `${file}${sheet === null ? '' : `, ${plain(sheet)}`}`,
    say(terminal, text('No mapping is known for it. This one is proposed:', 'Aucun mappage connu. Proposition :')),
    ...mapping.records.flatMap(({ kind, fields }) =>
      Object.entries(fields).map(([field, source]) => `  ${kind}.${field}  <-  ${plain(sourceInWords(source))}`),
    ),
    ...(layout.unknown.length === 0
      ? []
      : [
          say(
            terminal,
            text(
              `Left out: ${plain(layout.unknown.join(', '))}`,
              `Laissées de côté : ${plain(layout.unknown.join(', '))}`,
            ),
          ),
        ]),
    ...first.flatMap(({ row, records }) =>
      records.map(
        ({ table, values }) =>
          `  ${say(terminal, text('row', 'ligne'))} ${row}, ${table}: ${plain(
            Object.entries(values)
              .map(([field, value]) => `${field}=${value}`)
              .join('; '),
          )}`,
      ),
    ),
    say(
      terminal,
      text(
        `${some.en}${rows} rows: ${added} added, ${updated} updated, ${unchanged} unchanged, ${merged} merged, ${refused} refused; ${doubted} with doubts.`,
        `${some.fr}${rows} lignes : ${added} ajoutées, ${updated} mises à jour, ${unchanged} inchangées, ${merged} réunies, ${refused} refusées ; ${doubted} avec doutes.`,
      ),
    ),
  ]
}

/** `column (form)`, a fixed word in quotes, a template as it stands. */
function sourceInWords(source: Source): string {
  return [source]
    .flat()
    .map((one) => {
      if ('const' in one) return `"${one.const}"`
      if ('template' in one) return one.template
      return one.form === undefined ? one.column : `${one.column} (${[one.form].flat().join(', ')})`
    })
    .join(' | ')
}
