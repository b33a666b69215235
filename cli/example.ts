/** The example: an invented mission in a base of its own beside the real one, filled when it is first opened. */
import { text } from '#core/lib/text.ts'
import { workOff } from '#server/analysis/judge.ts'
import type { Context } from '#server/context.ts'
import { holdsRows, importRows } from '#server/exchange/import-rows.ts'
import type { Options } from './command.ts'
import { say, type Terminal } from './terminal.ts'

/** An option of every command that opens the home. */
export const onExample = {
  example: {
    type: 'boolean',
    says: text(
      'on the example, an invented mission in a base of its own',
      "sur l'exemple, une mission inventée dans sa propre base",
    ),
  },
} as const satisfies Options

/** A filling that was killed is completed by the next. */
export async function fillExample(terminal: Terminal, { intake, analysis, reference }: Context): Promise<void> {
  const { makeExample } = await import('#exercise/example/make-example.ts')
  const importing = { intake, analysis, codes: reference.codes, mappings: [] }
  const tables = makeExample()
  const last = tables.at(-1)
  if (last !== undefined && (await holdsRows(importing, last))) {
    await workOff(analysis)
    return
  }
  terminal.progress(say(terminal, text('Making the example ...', "Création de l'exemple ...")))
  const taken = await importRows(importing, 'example', tables)
  terminal.progress(null)
  const refused = taken.flatMap(({ rejected }) => rejected)
  if (refused.length > 0) throw new Error(`the example has rows that are refused: ${JSON.stringify(refused[0])}`)
}
