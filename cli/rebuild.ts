/** `headstamp rebuild`: makes everything anew from the ledger and says whether it came out equal. */
import { text } from '#core/lib/text.ts'
import { rebuild } from '#server/analysis/rebuild.ts'
import { command } from './command.ts'
import { onExample } from './example.ts'
import { printOne } from './print.ts'
import { say } from './terminal.ts'
import { withContext } from './with-context.ts'

const steps = {
  records: text('Records', 'Enregistrements'),
  findings: text('Findings', 'Constats'),
} as const

export const rebuildCommand = command({
  summary: text(
    'Makes records, signatures and findings anew from the ledger, and says whether they came out equal.',
    'Refait enregistrements, signatures et constats à partir du registre, et dit si le résultat est identique.',
  ),
  options: onExample,
  async run({ values, terminal }) {
    return withContext(terminal, values, async ({ intake, analysis }) => {
      const rebuilt = await rebuild(intake, analysis, (step, done, of) =>
        terminal.progress(`${say(terminal, steps[step])}: ${done} / ${of}`),
      )
      terminal.progress(null)
      const { entries, rows, equal } = rebuilt
      printOne(terminal, values, { entries, rows, equal }, () => [
        say(
          terminal,
          equal
            ? text(
                `${entries} entries gave ${rows} rows, equal to what was there.`,
                `${entries} entrées ont donné ${rows} lignes, identiques à l'existant.`,
              )
            : text(
                `${entries} entries gave ${rows} rows, other than what was there: ${rebuilt.different.join(', ')}. The ledger's version stands now.`,
                `${entries} entrées ont donné ${rows} lignes, différentes de l'existant : ${rebuilt.different.join(', ')}. La version du registre est désormais en place.`,
              ),
        ),
      ])
      return equal ? 0 : 1
    })
  },
})
