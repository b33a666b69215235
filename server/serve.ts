/** Runs Headstamp: the HTTP server and what works beside it, until it is told to stop. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { examplePath } from '#api/example-routes.ts'
import { text, type Text } from '#core/lib/text.ts'
import { codeOf, PlaceError, type PlaceErrorKind } from '#store/place-error.ts'
import type { Context } from './context.ts'
import { ExampleHost, type HostedExample, type Running } from './example-host.ts'
import { makeApp, type AppParts } from './http/app.ts'
import { failureLine, type Log } from './http/log.ts'
import { keepJudging } from './keep-judging.ts'

export interface Serving {
  /** Where it is reached on this machine. */
  readonly url: string
  /** Answers what is under way, then stops listening. The context stays open. */
  stop(): Promise<void>
}

export interface ServeOptions {
  readonly host: string
  /** 0: a free one. */
  readonly port: number
  /** Under which address browsers open the desk, where that is another. */
  readonly publicUrl?: string | undefined
  readonly desk: string | null
  readonly log: Log
  /** The example that can be opened beside; absent where this is one. */
  readonly example?: HostedExample | undefined
}

export async function serve(context: Context, options: ServeOptions): Promise<Serving> {
  const { host, port, desk, log } = options
  const url = options.publicUrl ?? `http://${bracketed(host)}:${port}`
  const example =
    options.example === undefined
      ? null
      : new ExampleHost({
          ...options.example,
          mission: context,
          start: (beside) => run(beside, { url, desk, log: under(examplePath, log) }),
        })
  const { app, stop } = await run(context, { url, desk, log, example })
  try {
    await listen(app, host, port)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url: reachedAt(app, host),
    async stop() {
      await stop()
      await example?.close()
    },
  }
}

/** An application, with the judging of what waits. */
async function run(context: Context, parts: Omit<AppParts, 'context'>): Promise<Running> {
  const app = await makeApp({ context, ...parts })
  const judging = keepJudging(context.analysis, (error) =>
    parts.log(failureLine(error, new Date(context.now()).toISOString())),
  )
  return {
    app,
    async stop() {
      await Promise.all([app.close(), judging.stop()])
      await context.submitter.idle()
    },
  }
}

const under =
  (path: string, log: Log): Log =>
  (line) =>
    log('path' in line ? { ...line, path: `${path}${line.path}` } : line)

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const known = failures[codeOf(error)]
    throw known ? new PlaceError({ ...known, place: `${bracketed(host)}:${port}`, cause: error }) : error
  }
}

function reachedAt(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo
  const everywhere: { readonly [host: string]: string } = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }
  return `http://${everywhere[host] ?? bracketed(host)}:${port}`
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)

const anotherPort = text(
  'Stop the program that has this port, or choose another one with --port. Nothing was changed.',
  "Arrêtez le programme qui occupe ce port, ou choisissez-en un autre avec --port. Rien n'a été modifié.",
)
const anotherHost = text(
  'Give an address of this machine with --host; 127.0.0.1 always is one.',
  'Donnez une adresse de cette machine avec --host ; 127.0.0.1 en est toujours une.',
)

const failures: { readonly [code: string]: { kind: PlaceErrorKind; problem: Text; remedy: Text } } = {
  EADDRINUSE: {
    kind: 'port-taken',
    problem: text('Another program already listens here', 'Un autre programme écoute déjà ici'),
    remedy: anotherPort,
  },
  EACCES: {
    kind: 'other-user',
    problem: text('This user may not listen here', "Cet utilisateur n'a pas le droit d'écouter ici"),
    remedy: text('Choose a port above 1023 with --port.', 'Choisissez un port supérieur à 1023 avec --port.'),
  },
  EADDRNOTAVAIL: {
    kind: 'not-answering',
    problem: text('This machine has no such address', "Cette machine n'a pas cette adresse"),
    remedy: anotherHost,
  },
  ENOTFOUND: {
    kind: 'not-answering',
    problem: text('Nobody knows this name', 'Ce nom est inconnu'),
    remedy: anotherHost,
  },
}
