/** The example beside the mission. Always asked of the mission, also from a page of the example. */
import { queryOptions } from '@tanstack/react-query'
import { exampleRoute, openExampleRoute, removeExampleRoute } from '#api/example-routes.ts'
import type { Language } from '#core/lib/text.ts'
import { ask } from './ask.ts'

const mission = ''

export const exampleQuery = (language: Language) =>
  queryOptions({
    queryKey: ['example'],
    queryFn: ({ signal }) => ask(exampleRoute, { language, signal, at: mission }),
  })

/** Makes it where there is none, and goes there. */
export async function openExample(language: Language): Promise<void> {
  const { path } = await ask(openExampleRoute, { language, body: {}, at: mission })
  location.assign(path)
}

/** Drops it with all that was written in it, and goes back to the mission. */
export async function removeExample(language: Language): Promise<void> {
  await ask(removeExampleRoute, { language, body: {}, at: mission })
  location.assign('/')
}
