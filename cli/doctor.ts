/** `headstamp doctor`: looks whether this installation can do its work. */
import { text } from '#core/lib/text.ts'
import { examine } from '#server/doctor/doctor.ts'
import { command } from './command.ts'
import { aligned, printOne } from './print.ts'
import { say } from './terminal.ts'
import { homeOf } from './with-context.ts'

export const doctorCommand = command({
  summary: text(
    'Checks rights, versions, space, clocks, keys and the database, and says what to do. Changes nothing recorded.',
    "Vérifie droits, versions, espace, horloges, clés et base de données, et dit quoi faire. Ne modifie rien d'enregistré.",
  ),
  options: {},
  async run({ values, terminal }) {
    const checks = await examine({ home: homeOf(terminal), databaseUrl: terminal.env['DATABASE_URL'] })
    const printed = checks.map(({ name, remedy }) => ({
      name,
      ok: remedy === null,
      remedy: remedy === null ? null : say(terminal, remedy),
    }))
    printOne(terminal, values, { checks: printed }, () => [
      ...aligned(checks.map(({ name, remedy, found }) => [remedy === null ? 'ok' : '!!', name, say(terminal, found)])),
      ...printed.flatMap(({ name, remedy }) => (remedy === null ? [] : ['', `${name}: ${remedy}`])),
    ])
    return checks.every(({ remedy }) => remedy === null) ? 0 : 1
  },
})
