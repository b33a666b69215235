/** Coverage and calendar: what was reached and read, and what was seen in it; read, narrowed, kept in the address. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, tabTo } from './at-the-page.ts'
import { choosePassword, openDesk, signIn, type Desk } from './open-desk.ts'

const mission = join(import.meta.dirname, '../../fixtures/mission')
let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await openDesk()
  await choosePassword(desk)
  page = await desk.page({ width: 360 })
  await signIn(page, desk.url)
})
afterAll(() => desk?.close())

const scrollsAside = () => page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
const months = () => page.locator('.months')
const show = () => page.getByRole('button', { name: 'Show', exact: true }).click()

test('where nothing is known or read, the way to import is shown', async () => {
  await page.locator('header nav').getByRole('link', { name: 'Coverage' }).click()
  await page.getByRole('heading', { name: 'Nothing yet' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Calendar' }).click()
  await page.getByRole('heading', { name: 'Nothing was read yet.' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Import' }).waitFor()
})

test('coverage says what was known, reached and read, by area and month', async () => {
  desk.run('import', ...readdirSync(mission).flatMap((name) => (name.endsWith('.csv') ? [join(mission, name)] : [])))
  await page.goto(`${desk.url}/coverage`)
  await months().waitFor()
  await page.getByText('115 incidents known:').waitFor()
  await page.getByText('1 incident is of no sure month').waitFor()
  expect(await barriers(page)).toEqual([])
  expect(await scrollsAside()).toBeLessThanOrEqual(0)

  await page.getByRole('link', { name: '2018' }).click()
  await page.waitForURL(/year=2018/)
  const january = months()
    .getByRole('row', { name: /^XA North/ })
    .locator('td')
    .first()
  expect(await january.innerText()).toContain('2 known, 2 reached')

  await page.getByRole('textbox', { name: 'Area' }).fill('XA North')
  await page.getByLabel('Read at least to').selectOption('marks')
  await show()
  await page.waitForURL(/area=XA/)
  await months().waitFor()
  expect(await months().locator('tbody tr').count()).toBe(1)
  await page.reload()
  expect(await months().locator('tbody th').innerText()).toBe('XA North')
  expect(page.url()).toContain('level=marks')
})

test('an area that nobody knows is told, and what to write instead', async () => {
  await page.getByRole('textbox', { name: 'Area' }).fill('Atlantis')
  await show()
  await page.getByRole('alert').getByText('No area is known by this.').waitFor()
  expect(await barriers(page)).toEqual([])
})

test('what was read and not seen is told from what nobody read, in the calendar and on the page of a signature', async () => {
  await page.goto(`${desk.url}/calendar`)
  await months().waitFor()
  await page.getByLabel('Class').selectOption('arm')
  await show()
  await page.waitForURL(/class=arm/)
  await months().getByText('nothing read').first().waitFor()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await barriers(page)).toEqual([])
  }
  expect(await scrollsAside()).toBeLessThanOrEqual(0)
  await tabTo(page, '.months a')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Seen month by month' }).waitFor()
  await page.goto(`${desk.url}/signatures/${encodeURIComponent('arm|year|model=R-62;producer=Works 9;year=2017')}`)
  await months().locator('.unread').first().waitFor()
  await months().locator('.seen').first().waitFor()
  await months().locator('.not-seen').first().waitFor()
  expect(await barriers(page)).toEqual([])
  expect(desk.foreign).toEqual([])
})
