/** `headstamp verify`: checks the whole ledger against its head. */
import { text } from '#core/lib/text.ts'
import { verifyBase } from '#server/analysis/verify.ts'
import { command } from './command.ts'
import { printOne } from './print.ts'
import { say } from './terminal.ts'
import { withContext } from './with-context.ts'

export const verifyCommand = command({
  summary: text(
    'Checks that nothing in the ledger was changed, dropped or reordered.',
    "Vérifie que rien dans le registre n'a été modifié, retiré ou déplacé.",
  ),
  options: {},
  async run({ values, terminal }) {
    return withContext(terminal, async ({ store, intake }) => {
      const report = await verifyBase(store, intake.sha256, (done, of) => terminal.progress(`${done} / ${of}`))
      terminal.progress(null)
      printOne(terminal, values, report, ({ ok, entries, leaves, root, problems }) => [
        ok
          ? say(
              terminal,
              text(
                `The ledger holds: ${entries} entries, ${leaves} leaves.`,
                `Le registre est intact : ${entries} entrées, ${leaves} feuilles.`,
              ),
            )
          : say(
              terminal,
              text(
                'The ledger does NOT hold. Keep this base as it is and compare it with a backup.',
                "Le registre N'EST PAS intact. Conservez cette base telle quelle et comparez-la à une sauvegarde.",
              ),
            ),
        `root ${root ?? '-'}`,
        ...problems.map(({ leaf, says }) => `  ${leaf === null ? '' : `${leaf}: `}${say(terminal, says)}`),
      ])
      return report.ok ? 0 : 1
    })
  },
})
