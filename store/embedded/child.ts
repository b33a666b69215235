// Another process for the tests: opens a home as whoever it is told to be, and lets go when told so on stdin.
//
// Its argument: `{ home, options?, user? }`. It writes one line of JSON when it has opened the home or could not, and
// one when it has let go. When stdin ends it ends too, without letting go.

import { openHome } from '../home.ts'
import { openEmbedded, type EmbeddedOptions } from '../open-embedded.ts'
import { PlaceError } from '../place-error.ts'
import type { Owner } from '../private-files.ts'

interface Task {
  readonly home: string
  readonly options?: EmbeddedOptions
  readonly user?: Owner
}

const say = (what: unknown): void => void process.stdout.write(`${JSON.stringify(what)}\n`)

const { home, options, user } = JSON.parse(process.argv[2] ?? '') as Task
if (user) {
  process.setgroups?.([])
  process.setgid?.(user.gid)
  process.setuid?.(user.uid)
}
try {
  const { connection, notices, release } = await openEmbedded(openHome(home), options)
  say({ connection, notices })
  for await (const part of process.stdin.setEncoding('utf8')) {
    if (!String(part).includes('release')) continue
    await release()
    say('released')
    break
  }
} catch (error) {
  say(error instanceof PlaceError ? { kind: error.kind, message: error.message } : { message: String(error) })
}
