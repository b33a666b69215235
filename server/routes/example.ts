/** The example beside the mission. Any account may enter it; an administrator makes it and removes it. */
import { exampleRoute, examplePath, openExampleRoute, removeExampleRoute } from '#api/example-routes.ts'
import { text } from '#core/lib/text.ts'
import { PlaceError } from '#store/place-error.ts'
import type { Who } from '../accounts/who.ts'
import type { ExampleHost } from '../example-host.ts'
import { ProblemError } from '../http/problem-error.ts'
import { served, type Served } from './served.ts'

/** `host` is null where no example is served beside: an example has none of its own. */
export const example = (host: ExampleHost | null): readonly Served[] => [
  served(exampleRoute, async () => ({
    answer: host === null ? { offered: false, there: false } : { offered: true, there: await host.isThere() },
  })),
  served(openExampleRoute, async ({ who }) => {
    const hosted = hostOf(host)
    if (!(await hosted.isThere())) onlyAdministrator(who)
    const setCookies = await hosted.enter(who.language).catch(explained)
    return { answer: { path: `${examplePath}/` }, setCookies }
  }),
  served(removeExampleRoute, async ({ who }) => {
    onlyAdministrator(who)
    return { answer: { removed: await hostOf(host).remove().catch(explained) } }
  }),
]

function hostOf(host: ExampleHost | null): ExampleHost {
  if (host === null) throw new ProblemError('not-found')
  return host
}

function onlyAdministrator({ administrator, by }: Who): void {
  if (!administrator || by !== 'session') throw new ProblemError('not-allowed')
}

/** What the server's own login may not do, or what another process keeps open, is told with its remedy. */
function explained(error: unknown): never {
  if (error instanceof PlaceError)
    throw new ProblemError('not-allowed', { detail: text(error.message, error.inLanguage('fr')) })
  throw error
}
