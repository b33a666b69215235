/** `headstamp serve`: starts Headstamp and says where it is. */
import { text } from '#core/lib/text.ts'
import { firstEmail, firstPasswordFile, hasFirstPassword } from '#server/accounts/first-administrator.ts'
import { openContext, type Context } from '#server/context.ts'
import { removeExercise } from '#server/exercise-base.ts'
import { deskBundle } from '#server/http/desk-bundle.ts'
import { logTo } from '#server/http/log.ts'
import { serve, type Serving } from '#server/serve.ts'
import { command, UsageError, wholeNumber } from './command.ts'
import { fillExample, onExample } from './example.ts'
import { printOne } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { homeOf, onSignal } from './with-context.ts'

export const serveCommand = command({
  summary: text(
    'Starts Headstamp: the database, the pages, the interface for devices.',
    "Démarre Headstamp : la base de données, les pages, l'interface pour les appareils.",
  ),
  options: {
    port: {
      type: 'string',
      value: 'N',
      says: text('port, 8080 by default; 0 takes a free one', 'port, 8080 par défaut ; 0 en prend un libre'),
    },
    host: {
      type: 'string',
      value: 'H',
      says: text('address to listen on, 127.0.0.1 by default', "adresse d'écoute, 127.0.0.1 par défaut"),
    },
    ...onExample,
    fresh: {
      type: 'boolean',
      says: text('with --example: make it anew', 'avec --example : le refaire à neuf'),
    },
  },
  notes: text(
    'HEADSTAMP_HOME names the folder that holds everything, DATABASE_URL a PostgreSQL of your own,\nHEADSTAMP_URL the address under which browsers reach it through a proxy (https://…).',
    "HEADSTAMP_HOME désigne le dossier qui contient tout, DATABASE_URL votre propre PostgreSQL,\nHEADSTAMP_URL l'adresse par laquelle les navigateurs passent derrière un proxy (https://…).",
  ),
  async run({ values, terminal }) {
    const port = wholeNumber(values.port, '--port', { least: 0, most: 65_535 }) ?? 8080
    const host = values.host ?? '127.0.0.1'
    const publicUrl = publicUrlOf(terminal)
    const desk = await deskBundle(terminal.root, () => terminal.tell(say(terminal, building)))
    const { example = false, fresh = false } = values
    if (fresh && !example) throw new UsageError(freshExample)
    const place = { home: homeOf(terminal), databaseUrl: terminal.env['DATABASE_URL'] }
    if (fresh) await removeExercise(place)
    const context = await openContext({ ...place, exercise: example })
    try {
      for (const notice of context.notices) terminal.tell(say(terminal, notice))
      if (example) await fillExample(terminal, context)
      const log = logTo({ write: (line) => terminal.tell(line.trimEnd()) })
      const beside = { place, fill: (made: Context) => fillExample(terminal, made) }
      const hosted = example ? undefined : beside
      const serving = await serve(context, { host, port, publicUrl, desk, log, example: hosted })
      tellBeside(terminal, context, { host, publicUrl })
      const ready = { url: publicUrl ?? serving.url, ms: Math.round(performance.now()) }
      printOne(terminal, values, ready, ({ url, ms }) => [
        say(
          terminal,
          text(`Headstamp is ready at ${url} (${seconds(ms)} s).`, `Headstamp est prêt : ${url} (${seconds(ms)} s).`),
        ),
      ])
      await untilTold(context, serving)
      return 0
    } finally {
      await context.close()
    }
  },
})

const seconds = (ms: number): string => (ms / 1000).toFixed(1)

function publicUrlOf({ env }: Terminal): string | undefined {
  const given = env['HEADSTAMP_URL']
  if (!given) return undefined
  if (/^https?:\/\/[^/?#]+\/?$/.test(given) && URL.canParse(given)) return new URL(given).origin
  throw new UsageError(
    text(
      'HEADSTAMP_URL is an address such as https://headstamp.example.org.',
      'HEADSTAMP_URL est une adresse telle que https://headstamp.example.org.',
    ),
  )
}

/** What the person who starts it should know, beside standard output's one line. */
function tellBeside(
  terminal: Terminal,
  { home, store }: Context,
  { host, publicUrl }: { readonly host: string; readonly publicUrl: string | undefined },
): void {
  if (hasFirstPassword(home, store)) {
    const file = firstPasswordFile(home, store.exercise)
    const words = text(
      `Sign in as ${firstEmail}; the password is in ${file}, until you change it.`,
      `Connectez-vous en tant que ${firstEmail} ; le mot de passe est dans ${file}, jusqu'à ce que vous le changiez.`,
    )
    terminal.tell(say(terminal, words))
  }
  const isLoopback = /^(localhost|127\.|::1$)/.test(host)
  if (!isLoopback && publicUrl?.startsWith('https:') !== true) terminal.tell(say(terminal, inTheOpen))
}

/** Until Ctrl-C or a request to end. Rejects where the database is gone for good. */
async function untilTold(context: Context, serving: Serving): Promise<void> {
  const { promise: told, resolve } = Promise.withResolvers<void>()
  const stopListening = onSignal(() => resolve())
  try {
    await Promise.race([told, context.lost.then((reason) => Promise.reject(reason))])
  } finally {
    stopListening()
    await serving.stop()
  }
}

const freshExample = text('--fresh goes with --example alone.', '--fresh ne va qu’avec --example.')
const building = text('Building the pages (once) ...', 'Construction des pages (une fois) ...')
const inTheOpen = text(
  'Other machines reach it without encryption: put a proxy with TLS before it, and name its address in HEADSTAMP_URL.',
  "D'autres machines y accèdent sans chiffrement : placez un proxy TLS devant, et indiquez son adresse dans HEADSTAMP_URL.",
)
