/** A desk for the stories: a home of its own, the real server started by its own command, a real browser before it. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './open-browser.ts'

export const email = 'admin@headstamp.local'
export const password = 'four unrelated words do'
const root = join(import.meta.dirname, '../..')

export interface Desk {
  readonly url: string
  readonly browser: Browser
  readonly firstPassword: string
  /** Addresses of other hosts that any page of this desk asked for. */
  readonly foreign: readonly string[]
  run(...args: readonly string[]): void
  /** A window of its own, in which nobody is signed in. */
  page(parts?: { locale?: string; width?: number; colorScheme?: 'light' | 'dark' }): Promise<Page>
  close(): Promise<void>
}

interface Opening {
  /** The example mission instead of an empty one. */
  readonly example?: boolean
  /** A home that lies already; absent: a new one, which goes when the desk is closed. */
  readonly home?: string
}

export async function openDesk({ example = false, home: given }: Opening = {}): Promise<Desk> {
  const home = given ?? join(mkdtempSync(join(tmpdir(), 'headstamp-desk-')), 'home')
  const env = { ...process.env, HEADSTAMP_HOME: home, LANG: 'C' }
  const server = spawn(join(root, 'headstamp'), ['serve', '--port', '0', '--json', ...(example ? ['--example'] : [])], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
  const { url } = JSON.parse(line) as { url: string }
  const browser = await openBrowser()
  const foreign: string[] = []
  return {
    url,
    browser,
    firstPassword: readFileSync(join(home, example ? 'first-password-exercise' : 'first-password'), 'utf8').trim(),
    foreign,
    run(...args) {
      const { status, stderr } = spawnSync(join(root, 'headstamp'), args, { env, encoding: 'utf8' })
      if (status !== 0) throw new Error(`headstamp ${args.join(' ')} ended with ${status}: ${stderr}`)
    },
    async page({ locale = 'en', width = 1280, colorScheme = 'light' } = {}) {
      const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      page.on('request', (request) => {
        const asked = request.url()
        if (!asked.startsWith(url) && !asked.startsWith('data:')) foreign.push(asked)
      })
      return page
    },
    async close() {
      await browser.close()
      server.kill('SIGINT')
      await once(server, 'exit')
      if (given === undefined) rmSync(dirname(home), { recursive: true, force: true })
    },
  }
}

export async function signIn(page: Page, url: string, given = password, as = email): Promise<void> {
  await page.goto(url)
  await page.locator('#email').fill(as)
  await page.locator('input[name=password]').fill(given)
  await page.locator('form.sign-in button.button-main').click()
}

/** The administrator's first step, for stories that begin after it. */
export async function choosePassword(desk: Desk): Promise<void> {
  const page = await desk.page()
  await signIn(page, desk.url, desk.firstPassword)
  await page.locator('input[name=present]').fill(desk.firstPassword)
  await page.locator('input[name=next]').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.locator('header nav').waitFor()
  await page.context().close()
}
