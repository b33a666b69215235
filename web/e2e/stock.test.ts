/** Holders' stock as a table: narrowed, kept in the address, opened. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './at-the-page.ts'
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

test('where no stock is recorded, the way to import is shown', async () => {
  await page.locator('header nav').getByRole('link', { name: 'Stock' }).click()
  await page.getByRole('heading', { name: 'No stock is recorded yet.' }).waitFor()
  expect(await barriers(page)).toEqual([])
})

test('the table is narrowed by a part of a name, kept in the address, and leads to a row', async () => {
  desk.run('import', ...readdirSync(mission).flatMap((name) => (name.endsWith('.csv') ? [join(mission, name)] : [])))
  await page.reload()
  const rows = page.locator('.records tbody tr')
  await rows.first().waitFor()
  const all = await rows.count()
  await page.getByLabel('Class').selectOption('arm')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL(/class=arm/)
  await page.getByText('these are all').waitFor()
  expect(await rows.count()).toBeLessThan(all)
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  await page.reload()
  await rows.first().getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: /^Stock row / }).waitFor()
  expect(desk.foreign).toEqual([])
})
