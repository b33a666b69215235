/** `headstamp verify`: checks the whole ledger of this home against its head, or an exported one in a file. */
import { hash } from 'node:crypto'
import { resolve } from 'node:path'
import { text, type Text } from '#core/lib/text.ts'
import type { Sha256 } from '#core/ledger/hash.ts'
import type { LedgerReport } from '#core/ledger/verify.ts'
import { verifyBase } from '#server/analysis/verify.ts'
import { verifyFile } from '#server/exchange/verify-file.ts'
import { codeOf } from '#store/place-error.ts'
import { command, UsageError, type ExitCode } from './command.ts'
import { onExample } from './example.ts'
import { printOne } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { withContext } from './with-context.ts'

export const verifyCommand = command({
  summary: text(
    'Checks that nothing in the ledger was changed, dropped or reordered.',
    "Vérifie que rien dans le registre n'a été modifié, retiré ou déplacé.",
  ),
  takes: { usage: '[FILE]', least: 0, most: 1 },
  options: onExample,
  notes: text(
    'With FILE an exported ledger is checked, and no database is needed.',
    "Avec FILE, c'est un registre exporté qui est vérifié, sans base de données.",
  ),
  async run({ values, positionals: [file], terminal }) {
    const answer = (report: LedgerReport, keep: Text): ExitCode => {
      terminal.progress(null)
      printOne(terminal, values, report, () => inWords(terminal, report, keep))
      return report.ok ? 0 : 1
    }
    if (file !== undefined) return answer(await reportOfFile(terminal, resolve(terminal.folder, file)), keepFile)
    return withContext(terminal, values, async ({ store, intake }) =>
      answer(await verifyBase(store, intake.sha256, (done, of) => terminal.progress(`${done} / ${of}`)), keepBase),
    )
  },
})

const sha256: Sha256 = (input) => hash('sha256', input, 'hex')

async function reportOfFile(terminal: Terminal, file: string): Promise<LedgerReport> {
  try {
    return await verifyFile(file, sha256, (lines) => terminal.progress(String(lines)))
  } catch (error) {
    const code = codeOf(error)
    if (code === '') throw error
    throw new UsageError(
      text(
        `${file} cannot be read (${code}). Check the path and its rights.`,
        `${file} est illisible (${code}). Vérifiez le chemin et ses droits.`,
      ),
    )
  }
}

const keepBase = text(
  'The ledger does NOT hold. Keep this base as it is and compare it with a backup.',
  "Le registre N'EST PAS intact. Conservez cette base telle quelle et comparez-la à une sauvegarde.",
)

const keepFile = text(
  'This file is NOT an intact ledger. Keep it as it is and ask whoever made it for another copy.',
  "Ce fichier N'EST PAS un registre intact. Conservez-le tel quel et demandez une autre copie à son auteur.",
)

const mostInWords = 20

function inWords(
  terminal: Terminal,
  { ok, entries, leaves, root, problems }: LedgerReport,
  keep: Text,
): readonly string[] {
  const holds = text(
    `The ledger holds: ${entries} entries, ${leaves} leaves.`,
    `Le registre est intact : ${entries} entrées, ${leaves} feuilles.`,
  )
  const more = problems.length - mostInWords
  return [
    say(terminal, ok ? holds : keep),
    `root ${root ?? '-'}`,
    ...problems.slice(0, mostInWords).map(({ leaf, group, says }) => {
      const place = [leaf, group].filter((part) => part !== null).join(' ')
      return `  ${place === '' ? '' : `${place}: `}${say(terminal, says)}`
    }),
    ...(more > 0
      ? [say(terminal, text(`  … and ${more} more: --json lists them.`, `  … et ${more} autres : voir --json.`))]
      : []),
  ]
}
