/** Opens the home for one command, and lets go of it however the command ends. */
import { resolve } from 'node:path'
import { text } from '#core/lib/text.ts'
import { openContext, type Context } from '#server/context.ts'
import { accountNamed } from '#server/accounts/reader-of.ts'
import { homePath } from '#store/home.ts'
import { operator, type Reader } from '#store/reader.ts'
import type { ExitCode } from './command.ts'
import { fillExample } from './example.ts'
import { say, type Terminal } from './terminal.ts'

export const homeOf = ({ root, env, folder }: Terminal): string =>
  homePath(root, env['HEADSTAMP_HOME'] ? { HEADSTAMP_HOME: resolve(folder, env['HEADSTAMP_HOME']) } : {})

/** `example` opens the example instead of the mission. */
export async function withContext(
  terminal: Terminal,
  { example = false }: { readonly example?: boolean },
  work: (context: Context) => Promise<ExitCode>,
): Promise<ExitCode> {
  const context = await openContext({
    home: homeOf(terminal),
    databaseUrl: terminal.env['DATABASE_URL'],
    exercise: example,
  })
  for (const notice of context.notices) terminal.tell(say(terminal, notice))
  const stopListening = onSignal(async (exitCode) => {
    terminal.tell(say(terminal, interrupted))
    await context.leave()
    process.exit(exitCode)
  })
  try {
    if (example) await fillExample(terminal, context)
    return await work(context)
  } finally {
    stopListening()
    await context.close()
  }
}

const interrupted = text(
  'Interrupted. What was acknowledged is kept; the same command again goes on.',
  'Interrompu. Ce qui a été confirmé est conservé ; la même commande reprend.',
)

/** Calls back once for Ctrl-C or a request to end; a second one ends the process at once. Answers how to stop listening. */
export function onSignal(react: (exitCode: number) => unknown): () => void {
  const ended = { SIGINT: 130, SIGTERM: 143 } as const
  const listeners = (['SIGINT', 'SIGTERM'] as const).map((signal) => {
    const listener = (): void => {
      stop()
      void react(ended[signal])
    }
    process.on(signal, listener)
    return { signal, listener }
  })
  const stop = (): void => listeners.forEach(({ signal, listener }) => process.off(signal, listener))
  return stop
}

/** The operator of this home, who sees all, or the account that `--as` names. */
export async function readerOf({ store }: Context, as: string | undefined): Promise<Reader> {
  if (as === undefined) return operator
  const { id, clearance, teams } = await accountNamed(store, as)
  return { account: id, clearance, teams }
}
