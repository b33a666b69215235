/** The inbox at the desk: the alerts of this week, why each stands where it stands, and what waits. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, tabTo } from './at-the-page.ts'
import { choosePassword, openDesk, signIn, type Desk } from './open-desk.ts'

const mission = join(import.meta.dirname, '../../fixtures/mission')

let desk: Desk
let page: Page
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headstamp-inbox-'))
  desk = await openDesk()
  const tables = readdirSync(mission).filter((name) => name.endsWith('.csv'))
  desk.run('import', ...tables.map((name) => join(mission, name)))
  writeFileSync(join(folder, 'settings.csv'), 'setting,value\nalerts_a_week,2\n')
  // A third lead, lighter than the two of the mission: what was found soon.
  writeFileSync(join(folder, 'incidents.csv'), 'incident_ref,kind,date,country\nSOON,seizure,2022-05-03,XA\n')
  writeFileSync(
    join(folder, 'items.csv'),
    'item_ref,incident_ref,class,model,producer,year,used_by\nSOON-1,SOON,arm,P-9,Works 77,2021,holder\n',
  )
  for (const table of ['settings', 'incidents', 'items']) desk.run('import', join(folder, `${table}.csv`))
  rmSync(folder, { recursive: true })
  await choosePassword(desk)
  page = await desk.page()
  await signIn(page, desk.url)
  await page.locator('.alert').first().waitFor()
})
afterAll(() => desk?.close())

const views = () => page.getByRole('navigation', { name: 'View' })

test('no more alerts stand in this week than the mission set, and the import is told in a line', async () => {
  await page.getByRole('heading', { name: /This week/ }).waitFor()
  expect(await page.locator('.alert').count()).toBe(2)
  await page.getByText('At most 2 alerts reach you a week').waitFor()
  await page
    .getByText(/^Import of .*: \d+ findings in \d+ leads\.$/)
    .first()
    .waitFor()
})

test('an alert says why it stands here, and shows its other findings when asked by keyboard', async () => {
  const rifles = page.locator('.alert', { hasText: 'arm R-62' }).first()
  await rifles.getByText(/Materiel that no stock here held \(weight 60, 3 findings\)/).waitFor()
  await tabTo(page, '.alert .others summary')
  await page.keyboard.press('Enter')
  await page.locator('.others[open] .finding-line').first().waitFor()
  expect(await barriers(page)).toEqual([])
})

test('what waits is one press away, and the whole list too', async () => {
  await views()
    .getByRole('link', { name: /^Waiting: [1-9]/ })
    .focus()
  await page.keyboard.press('Enter')
  await page.getByText('These are all that wait.').waitFor()
  expect(new URL(page.url()).search).toBe('?view=waiting')
  expect(await barriers(page)).toEqual([])
  await views().getByRole('link', { name: 'All findings' }).click()
  await page.getByText('That is all.').waitFor()
  await page.locator('#rule').selectOption('embargo')
  await page.getByText('ATTACK-2-2').first().waitFor()
  expect(new URL(page.url()).search).toBe('?rule=embargo')
})

test.each([360, 1280])('at %i pixels nothing bars or runs out of the page, in French too', async (width) => {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(desk.url)
  await page.locator('.account summary').click()
  await page.locator('#language').selectOption('fr')
  await page.getByRole('heading', { name: /Cette semaine/ }).waitFor()
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  await page.locator('.account summary').click()
  await page.locator('#language').selectOption('en')
  await page.getByRole('heading', { name: /This week/ }).waitFor()
})
