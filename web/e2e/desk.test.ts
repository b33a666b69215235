/** What a person does at the desk, from the first password to the record behind a finding. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, tabTo } from './at-the-page.ts'
import { email, openDesk, password, signIn, type Desk } from './open-desk.ts'

const mission = join(import.meta.dirname, '../../fixtures/mission')

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk?.close())

test('who has the first password chooses their own, and sees that there is nothing yet', async () => {
  const page = await desk.page()
  await signIn(page, desk.url, desk.firstPassword)
  await page.locator('input[name=present]').fill(desk.firstPassword)
  await page.locator('input[name=next]').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByRole('heading', { name: 'Nothing yet' }).waitFor()
  const commands = await page.locator('.notice code').allInnerTexts()
  expect(commands).toEqual([expect.stringContaining('./headstamp import')])
  await page.locator('main').getByRole('button', { name: 'Open the example mission' }).waitFor()
})

test('after an import a finding is read, and its grounds lead to the record', async () => {
  const tables = readdirSync(mission).filter((name) => name.endsWith('.csv'))
  desk.run('import', ...tables.map((name) => join(mission, name)))
  const page = await desk.page()
  await signIn(page, desk.url)
  await page.locator('#rule').selectOption('not-in-stock')
  const group = page.locator('.group', { hasText: 'ATTACK-1' }).first()
  await group.getByRole('link', { name: 'Open the finding' }).first().click()
  await page.locator('.answer', { hasText: 'Yes' }).waitFor()
  await page.locator('.grounds .record-link').first().click()
  await page.getByRole('heading', { level: 1, name: /^(Item|Stock row|Incident) / }).waitFor()
  expect(await page.locator('main').innerText()).toContain('History')
})

test('the desk speaks French to who chooses it', async () => {
  const page = await desk.page({ locale: 'fr' })
  await page.goto(desk.url)
  await page.getByRole('heading', { name: 'Se connecter' }).waitFor()
  await signIn(page, desk.url)
  await page.locator('.group').first().waitFor()
  await page.locator('.account summary').click()
  await page.locator('#language').selectOption('fr')
  await page.getByRole('heading', { name: 'Nouveautés' }).waitFor()
  await page.getByRole('link', { name: 'Ouvrir le constat' }).first().click()
  await page.getByRole('heading', { name: 'Fondements' }).waitFor()
  await page.locator('.account summary').click()
  await page.locator('#language').selectOption('en')
  await page.getByRole('heading', { name: 'Grounds' }).waitFor()
})

test('a mistyped serial finds its item and says why', async () => {
  const page = await desk.page()
  await signIn(page, desk.url)
  await page.getByRole('combobox', { name: 'Search' }).fill('A1O4217')
  await page.getByRole('button', { name: 'Search' }).click()
  const hit = page.locator('.lines li', { hasText: 'H-01-1' })
  await hit.waitFor()
  expect((await hit.innerText()).length).toBeGreaterThan('Item H-01-1'.length)
})

test('what is typed is offered while it is typed, and the arrows and Enter lead to it', async () => {
  const page = await desk.page({ width: 360 })
  await signIn(page, desk.url)
  await page.locator('.group').first().waitFor()
  const box = page.getByRole('combobox', { name: 'Search' })
  const offered = page.locator('.suggestions').getByRole('option')
  await box.pressSequentially('h-01')
  await offered.filter({ hasText: 'H-01-1' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await box.press('ArrowDown')
  await page.locator('.suggestions [data-combobox-selected]').waitFor()
  await box.press('Enter')
  await page.getByRole('heading', { level: 1, name: /H-01/ }).waitFor()
  await offered.first().waitFor({ state: 'hidden' })
  await box.fill('H-01')
  await offered.first().waitFor()
  await box.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor()
})

test('the first page comes compressed, and the map only with the page that shows it', async () => {
  const page = await desk.page()
  await signIn(page, desk.url)
  await page.locator('.group').first().waitFor()
  const files: [string, number][] = []
  page.on('response', (response) => {
    void response
      .request()
      .sizes()
      .then(({ responseBodySize }) => files.push([response.url(), responseBodySize]))
  })
  await page.reload({ waitUntil: 'networkidle' })
  const [script] = files.flatMap(([url]) => (url.endsWith('.js') ? [url] : []))
  // React's build for developing, which a test run's own setting would choose, spells its errors out.
  expect(await (await page.request.get(String(script))).text()).toContain('Minified React error')
  expect(files.filter(([url]) => url.includes('map'))).toEqual([])
  expect(files.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(350_000)
})

test('at 360 pixels no screen scrolls sideways', async () => {
  const page = await desk.page({ width: 360, colorScheme: 'dark' })
  await signIn(page, desk.url)
  await page.locator('.group').first().waitFor()
  const sideways = () => page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(await sideways()).toBeLessThanOrEqual(0)
  for (const [path, shown] of [
    ['/records/ATTACK-1', '.two'],
    ['/records/H-01-1', '.two'],
    ['/search?q=A104217', '.lines'],
    ['/records/NOPE', '.notice-wrong'],
    ['/nowhere/at/all', '.notice'],
  ] as const) {
    await page.goto(desk.url + path)
    await page.locator(shown).first().waitFor()
    expect(await sideways()).toBeLessThanOrEqual(0)
  }
})

test('who has only a keyboard signs in, opens a finding and reaches the record behind it', async () => {
  const page = await desk.page()
  await page.goto(desk.url)
  await page.locator('#email').waitFor()
  await tabTo(page, '#email')
  await page.keyboard.type(email)
  await tabTo(page, 'input[name=password]')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.locator('.group').first().waitFor()
  await tabTo(page, '.group a[href^="/findings/"]')
  await page.keyboard.press('Enter')
  await page.locator('.grounds').waitFor()
  await tabTo(page, '.grounds .record-link')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^(Item|Stock row|Incident) / }).waitFor()
})

test.each(['light', 'dark'] as const)(
  'axe finds no barrier on any screen (%s)',
  async (colorScheme) => {
    const page = await desk.page({ colorScheme, width: 360 })
    const found: string[] = []
    const look = async (shown: string) => {
      await page.locator(shown).first().waitFor()
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        found.push(...(await barriers(page)).map((barrier) => `${page.url()} at ${width}: ${barrier}`))
      }
    }
    await page.goto(desk.url)
    await look('#email')
    await signIn(page, desk.url)
    await look('.group')
    await page.locator('.group a[href^="/findings/"]').first().click()
    await look('.grounds')
    for (const [path, shown] of [
      ['/records/ATTACK-1', '.two'],
      ['/records/H-01-1', '.two'],
      ['/search?q=A1O4217', '.lines'],
      ['/search?q=nothing-of-this', '.notice'],
      ['/password', 'input[name=present]'],
      ['/records/NOPE', '.notice-wrong'],
      ['/nowhere/at/all', '.notice'],
    ] as const) {
      await page.goto(desk.url + path)
      await look(shown)
    }
    expect(found).toEqual([])
  },
  120_000,
)

test('an ended session shows signing in, and nothing of what was read', async () => {
  const page = await desk.page()
  await signIn(page, desk.url)
  await page.locator('.group').first().waitFor()
  await page.context().clearCookies()
  await page.goto(`${desk.url}/records/ATTACK-1`)
  await page.locator('#email').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('ATTACK-1')
})

test('no page asks another host for anything', () => {
  expect(desk.foreign).toEqual([])
})
