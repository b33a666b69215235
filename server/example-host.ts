/** The example mission served beside the mission, under a path of its own: made, entered and removed from there. */
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { examplePath } from '#api/example-routes.ts'
import type { Language } from '#core/lib/text.ts'
import { firstEmail, firstPasswordFile } from './accounts/first-administrator.ts'
import { openContext, type Context, type OpenContext } from './context.ts'
import { isExerciseBeside, removeExercise } from './exercise-base.ts'

/** An application that runs with all that works beside it. */
export interface Running {
  readonly app: FastifyInstance
  stop(): Promise<void>
}

export interface HostedExample {
  /** Where the mission lies, and the example beside it. */
  readonly place: Pick<OpenContext, 'home' | 'databaseUrl'>
  /** Makes the invented records where they are not there yet. */
  readonly fill: (example: Context) => Promise<void>
}

interface Hosting extends HostedExample {
  readonly mission: Context
  readonly start: (example: Context) => Promise<Running>
}

interface Opened extends Running {
  readonly context: Context
}

export class ExampleHost {
  readonly #hosting: Hosting
  #opened: Promise<Opened> | null = null

  constructor(hosting: Hosting) {
    this.#hosting = hosting
  }

  isThere(): Promise<boolean> {
    return isExerciseBeside(this.#hosting.mission.store.app)
  }

  /** Signs in as its administrator, whose password nobody has chosen: the cookies; none where somebody has. */
  async enter(language: Language): Promise<readonly string[]> {
    const { app, context } = await this.#open()
    const password = await readFile(firstPasswordFile(context.home, true), 'utf8').catch(() => null)
    if (password === null) return []
    const answer = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email: firstEmail, password: password.trim() },
    })
    const cookies = [answer.headers['set-cookie'] ?? []].flat()
    const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ')
    await app.inject({
      method: 'POST',
      url: '/api/auth/update-user',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      payload: { language },
    })
    return cookies
  }

  /** Answers whether there was one. Fails while another process serves it. */
  async remove(): Promise<boolean> {
    await this.close()
    return removeExercise(this.#hosting.place)
  }

  /** Answers a request whose path begins with the example's. Where there is no example, the way back to the mission. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rest = (request.url ?? '').slice(examplePath.length)
    if (this.#opened === null && !(await this.isThere())) return sendTo(response, '/')
    if (!rest.startsWith('/')) return sendTo(response, `${examplePath}/${rest}`)
    const { app } = await this.#open()
    request.url = rest
    app.routing(request, response)
  }

  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => null)
    this.#opened = null
    await opened?.stop()
    await opened?.context.close()
  }

  #open(): Promise<Opened> {
    this.#opened ??= this.#start().catch((error: unknown) => {
      this.#opened = null
      throw error
    })
    return this.#opened
  }

  async #start(): Promise<Opened> {
    const { place, fill, start, mission } = this.#hosting
    const context = await openContext({ ...place, exercise: true, now: mission.now })
    try {
      await fill(context)
      const running = await start(context)
      await running.app.ready()
      return { ...running, context }
    } catch (error) {
      await context.close()
      throw error
    }
  }
}

const below = new RegExp(`^${examplePath}(?:[/?]|$)`)

export const isExamplePath = (url = ''): boolean => below.test(url)

function sendTo(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end()
}
