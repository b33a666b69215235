/** `headstamp remove-example`: drops the example with all that was written in it. */
import { text } from '#core/lib/text.ts'
import { removeExercise } from '#server/exercise-base.ts'
import { command } from './command.ts'
import { printOne } from './print.ts'
import { say } from './terminal.ts'
import { homeOf } from './with-context.ts'

export const removeExampleCommand = command({
  summary: text(
    'Drops the example with all that was written in it. The mission is not touched.',
    "Supprime l'exemple avec tout ce qui y a été écrit. La mission n'est pas touchée.",
  ),
  options: {},
  async run({ values, terminal }) {
    const removed = await removeExercise({ home: homeOf(terminal), databaseUrl: terminal.env['DATABASE_URL'] })
    printOne(terminal, values, { removed }, () => [
      say(
        terminal,
        removed
          ? text('The example is removed.', "L'exemple est supprimé.")
          : text('There is no example here.', "Il n'y a pas d'exemple ici."),
      ),
    ])
    return 0
  },
})
