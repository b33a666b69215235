/** The example mission beside the mission: whether it is there, opening it, removing it. */
import { z } from 'zod'
import { route } from './route.ts'

/** Under which path the example's own desk and interface are reached. */
export const examplePath = '/example'

export const exampleRoute = route({
  method: 'GET',
  path: '/api/example',
  summary: 'Whether an example can be opened here, and whether one is there',
  answer: z.object({ offered: z.boolean(), there: z.boolean() }),
  problems: ['not-signed-in'],
})

export const openExampleRoute = route({
  method: 'POST',
  path: '/api/example',
  summary: 'Opens the example, made where there is none; signs in there, and says where',
  answer: z.object({ path: z.string() }),
  problems: ['not-signed-in', 'not-allowed', 'not-found'],
})

export const removeExampleRoute = route({
  method: 'POST',
  path: '/api/example/removal',
  summary: 'Drops the example with all that was written in it',
  answer: z.object({ removed: z.boolean() }),
  problems: ['not-signed-in', 'not-allowed', 'not-found'],
})
