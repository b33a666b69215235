// The embedded PostgreSQL of a home: starts it or joins the one that runs, and stops it when the last process leaves.

import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { text, type Text } from '#core/lib/text.ts'
import { checkVersion, makeClusterOnce } from './embedded/cluster.ts'
import { databasePlace, type DatabasePlace } from './embedded/database-place.ts'
import { letGo, takeHold, type Connection, type Hold } from './embedded/hold.ts'
import { run } from './embedded/run.ts'
import { explainFailure } from './embedded/server-failure.ts'
import { installedServer, serverPrograms, type InstalledServer } from './embedded/server-programs.ts'
import { serverState } from './embedded/server-state.ts'
import { removeSocketFolder, startServer, type StartOptions } from './embedded/start-server.ts'
import { takeTurn } from './embedded/start-turn.ts'
import type { Home } from './home.ts'
import { PlaceError, placeErrorOf } from './place-error.ts'

export interface EmbeddedOptions extends StartOptions {
  /** Where the server's npm package lies; found by itself otherwise. */
  readonly packageFolder?: string
}

export interface Embedded {
  readonly connection: Connection
  /** What the person who starts Headstamp should be told; each is said once in the life of a home. */
  readonly notices: readonly Text[]
  /** Settles, with the reason, only when the server has gone and could not be started again where it was. */
  readonly lost: Promise<unknown>
  /** Lets go of the server; the last process to do so stops it. A process that ends without it leaves the server running. */
  release(): Promise<void>
}

/**
 * Any number of processes may call this at once, on an empty home too. Throws a `PlaceError` that says where it failed
 * and what to do.
 */
export async function openEmbedded(home: Home, options: EmbeddedOptions = {}): Promise<Embedded> {
  try {
    const place = databasePlace(home)
    const notices = [...place.notices]
    const site = { place, installed: installedServer(options.packageFolder), options, notices }
    return keep(site, await reachServer(site))
  } catch (error) {
    throw placeErrorOf(error, home.path)
  }
}

/** A home's database and what it is started with. */
interface Site {
  readonly place: DatabasePlace
  readonly installed: InstalledServer
  readonly options: EmbeddedOptions
  readonly notices: Text[]
}

async function reachServer(site: Site, signal?: AbortSignal): Promise<Hold> {
  const { place, installed } = site
  const stillPatient = patience(place)
  for (;;) {
    checkVersion(place, installed)
    const hold = await takeHold(place)
    if (hold) return hold

    signal?.throwIfAborted()
    const turn = takeTurn(join(place.folder, 'starting'), place.home.owner)
    try {
      if (turn && (await startInTurn(site))) continue
    } finally {
      turn?.leave()
    }
    stillPatient()
    // Not in step with another process that waits too.
    await pause(20 + Math.random() * 40)
  }
}

async function startInTurn({ place, installed, options, notices }: Site): Promise<boolean> {
  if (isRunning(place)) return false
  const programs = await serverPrograms(place, installed)
  notices.push(...programs.notices)
  await makeClusterOnce(place, programs)
  return startServer(place, programs, options)
}

function keep(site: Site, first: Hold): Embedded {
  const { promise: lost, resolve: lose } = Promise.withResolvers<unknown>()
  const leaving = new AbortController()
  let holding = Promise.resolve(first)
  let released: Promise<void> | undefined

  /** A server that crashed is started again where it was, and the pools that point there go on. */
  const watch = (hold: Hold): Hold => {
    hold.client.once('end', () => {
      if (leaving.signal.aborted) return
      holding = reachServer(site, leaving.signal).then((again) => watch(sameAddress(again, first.connection)))
      holding.catch(lose)
    })
    return hold
  }
  const leaveOnce = async (): Promise<void> => {
    leaving.abort()
    const hold = await holding.catch(() => undefined)
    if (hold) await leave(site, hold)
  }
  watch(first)
  return { connection: first.connection, notices: site.notices, lost, release: () => (released ??= leaveOnce()) }
}

async function leave(site: Site, hold: Hold): Promise<void> {
  try {
    if (await letGo(hold)) await stop(site, hold.connection)
  } finally {
    await hold.client.end()
  }
}

async function stop({ place, installed }: Site, address: Connection): Promise<void> {
  const { pgCtl } = await serverPrograms(place, installed)
  const stopped = await run(pgCtl, ['-D', place.data, '-m', 'fast', '-w', '-t', '600', 'stop'], place.user)
  if (!stopped.ok && isRunning(place)) throw explainFailure(stopped.stderr, place.folder)
  removeSocketFolder(place, address)
}

function isRunning({ data }: DatabasePlace): boolean {
  const { kind } = serverState(data)
  return kind === 'starting' || kind === 'ready' || kind === 'stopping'
}

function sameAddress(hold: Hold, expected: Connection): Hold {
  if (hold.connection.host === expected.host && hold.connection.port === expected.port) return hold
  void hold.client.end()
  throw notAnswering(expected.host, 'gone')
}

/** A server may take long to recover or to stop, but not to answer once it says that it is ready. */
function patience({ data, folder }: DatabasePlace): () => void {
  let stage = ''
  let since = 0
  return () => {
    const { kind } = serverState(data)
    if (kind !== stage) [stage, since] = [kind, performance.now()]
    if (performance.now() - since > (kind === 'ready' ? 30_000 : 600_000)) throw notAnswering(folder, kind)
  }
}

function notAnswering(place: string, stage: string): PlaceError {
  return new PlaceError({
    kind: 'not-answering',
    place,
    problem: text(
      `The database server does not answer (${stage})`,
      `Le serveur de base de données ne répond pas (${stage})`,
    ),
    remedy: text(
      'Look at postgres.log there; end that server if it hangs, then run this again.',
      "Consultez postgres.log à cet endroit ; arrêtez ce serveur s'il est bloqué, puis relancez.",
    ),
  })
}
