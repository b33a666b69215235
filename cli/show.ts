/** `headstamp show REF`: a record with its opinions, findings, doubts and history. */
import type { RecordAnswer } from '#api/routes.ts'
import { text, type Text } from '#core/lib/text.ts'
import { showRecord } from '#server/reading/show.ts'
import { asAccount, command } from './command.ts'
import { onExample } from './example.ts'
import { findingInWords } from './findings.ts'
import { aligned, plain, printOne } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const showCommand = command({
  summary: text(
    'Shows a record with its opinions, findings, doubts and history.',
    'Montre un enregistrement avec ses avis, ses constats, ses doutes et son historique.',
  ),
  takes: { usage: 'REF', least: 1, most: 1 },
  options: { ...asAccount, ...onExample },
  async run({ values, positionals: [ref = ''], terminal }) {
    return withContext(terminal, values, async (context) => {
      const record = await showRecord(context.analysis, await readerOf(context, values.as), ref)
      printOne(terminal, values, record, (shown) => recordInWords(terminal, shown))
      return 0
    })
  },
})

function recordInWords(terminal: Terminal, record: RecordAnswer): readonly string[] {
  const section = (title: Text, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${say(terminal, title)}:`, ...lines.map((line) => `  ${line}`)]
  return [
    `${record.kind} ${plain(record.ref)}  (${record.handling})`,
    ...fieldsInWords(record.fields).map((line) => `  ${line}`),
    ...record.opinions.flatMap((opinion) => section(text('Opinion', 'Avis'), fieldsInWords(opinion))),
    ...section(text('Items', 'Objets'), (record.items ?? []).map(plain)),
    ...section(
      text('Doubts', 'Doutes'),
      record.doubts.map(({ column, says }) => `${column}: ${say(terminal, says)}`),
    ),
    ...section(
      text('Findings', 'Constats'),
      record.findings.flatMap((finding) => findingInWords(terminal, finding)),
    ),
    ...section(
      text('History', 'Historique'),
      aligned(record.history.map(({ at, act, author, receipt }) => [at, act, plain(author), receipt])),
    ),
  ]
}

const fieldsInWords = (fields: Readonly<Record<string, unknown>>): readonly string[] =>
  aligned(
    Object.entries(fields).map(([name, value]) => [
      name,
      plain(typeof value === 'string' ? value : JSON.stringify(value)),
    ]),
  )
