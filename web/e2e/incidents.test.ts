/** The incidents as a table: read, narrowed, opened; what is asked for is kept in the address. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './at-the-page.ts'
import { choosePassword, openDesk, signIn, type Desk } from './open-desk.ts'

const mission = join(import.meta.dirname, '../../fixtures/mission')
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  await choosePassword(desk)
  const tables = readdirSync(mission).filter((name) => name.endsWith('.csv'))
  desk.run('import', ...tables.map((name) => join(mission, name)))
})
afterAll(() => desk?.close())

test('the table is narrowed, kept in the address, and leads to a record', async () => {
  const page = await desk.page()
  await signIn(page, desk.url)
  await page.locator('header nav').getByRole('link', { name: 'Incidents' }).click()
  const rows = page.locator('.records tbody tr')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(100)
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByText('115 incidents; these are all.').waitFor()

  await page.getByLabel('Kind').selectOption('cache')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('these are all').waitFor()
  expect(await rows.allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('CACHE-SOUTH')]))
  expect(page.url()).toContain('kind=cache')
  await page.reload()
  await page.getByRole('link', { name: 'CACHE-SOUTH' }).click()
  await page.getByRole('heading', { level: 1, name: 'Incident CACHE-SOUTH' }).waitFor()
})

test('where nothing is like what was asked for, the way back is shown', async () => {
  const page = await desk.page()
  await signIn(page, desk.url)
  await page.locator('header nav').waitFor()
  await page.goto(`${desk.url}/incidents?country=FR`)
  await page.getByRole('heading', { name: 'No incident is like that.' }).waitFor()
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.locator('.records').waitFor()
})

test.each(['light', 'dark'] as const)('axe finds no barrier and nothing scrolls sideways (%s)', async (colorScheme) => {
  const page = await desk.page({ colorScheme, width: 360 })
  await signIn(page, desk.url)
  await page.locator('header nav').getByRole('link', { name: 'Incidents' }).click()
  await page.locator('.records').waitFor()
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
})

test('no page asks another host for anything', () => {
  expect(desk.foreign).toEqual([])
})
