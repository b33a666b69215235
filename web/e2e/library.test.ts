/** The reference library: browsed, asked, added to by one person and reviewed by another. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContext } from '#server/context.ts'
import { sampleAccount } from '#server/sample-account.ts'
import { barriers, tabTo } from './at-the-page.ts'
import { choosePassword, openDesk, password, signIn, type Desk } from './open-desk.ts'

const home = join(mkdtempSync(join(tmpdir(), 'headstamp-library-')), 'home')
const colleague = 'ben@headstamp.local'
let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await openDesk({ home })
  await choosePassword(desk)
  const context = await openContext({ home })
  await sampleAccount(context.store.app, { id: context.newId(), name: 'Ben', email: colleague, password })
  await context.close()
  page = await desk.page({ width: 360 })
  await signIn(page, desk.url)
  await page.locator('header nav').waitFor()
})
afterAll(async () => {
  await desk?.close()
  rmSync(dirname(home), { recursive: true, force: true })
})

const tooWide = (of: Page) => of.evaluate('document.documentElement.scrollWidth - window.innerWidth')

test('what ships is browsed, narrowed by a name in any script, and says how sure it is', async () => {
  await page.locator('header nav').getByRole('link', { name: 'Library' }).click()
  await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
  await page.locator('.records tbody tr').first().waitFor()
  expect(await barriers(page)).toEqual([])
  await tabTo(page, '#text')
  await page.keyboard.type('ульяновский')
  await page.keyboard.press('Enter')
  await page.waitForURL(/text=/)
  await page.getByText('1 row; this is all.').waitFor()
  expect(await page.locator('.records tbody tr').textContent()).toMatch(
    /Ulyanovsk.*unverified.*general knowledge.*shipped/,
  )
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  await page.getByLabel('Name or code').fill('nobody at all')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'No row is like that.' }).waitFor()
})

test('marks are typed by their clock and every reading is told with what speaks against it', async () => {
  await page.getByRole('link', { name: 'Look up' }).click()
  await page.getByLabel('Marks of a headstamp').fill('12:71 6:81')
  await page.getByLabel('There in the year').fill('1975')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: /readings$/ }).waitFor()
  await page.getByText('It cannot be: 1981 lies after 1975.').waitFor()
  expect(await page.getByText('year 1971').count()).toBe(1)
  expect(await barriers(page)).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
})

test('one person proposes a row with its source; another accepts it, and then it is read', async () => {
  await page.getByRole('link', { name: 'Propose' }).click()
  await page.getByLabel('List').selectOption('headstamp-codes')
  await page.locator('#code').fill('QZX')
  await page.locator('#country').fill('ML')
  await page.locator('#read_in').fill('Box found at Gao')
  expect(await barriers(page)).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Propose', exact: true }).click()
  await page.getByRole('heading', { name: /^Proposed: / }).waitFor()
  await page.goto(`${desk.url}/library?state=proposed`)
  await page.getByText('proposed by Administrator').waitFor()
  expect(await page.getByRole('link', { name: /^Review/ }).count()).toBe(0)
  const [entry = ''] = (await page.locator('.row-ways .record-link').textContent())?.match(/\S+/) ?? []
  await page.goto(`${desk.url}/library/review/${encodeURIComponent(entry)}`)
  await page.getByText('You proposed this row: another person reviews it.').waitFor()

  const other = await desk.page()
  await signIn(other, desk.url, password, colleague)
  await other.locator('header nav').waitFor()
  await other.goto(`${desk.url}/library?state=proposed`)
  await other.getByRole('link', { name: 'Review QZX' }).click()
  await other.getByText('Box found at Gao').waitFor()
  expect(await barriers(other)).toEqual([])
  await other.getByRole('button', { name: 'Accept' }).click()
  await other.getByRole('heading', { name: 'Accepted' }).waitFor()
  await other.getByText('everybody sees it').waitFor()
  await other.goto(`${desk.url}/library/look-up?marks=12:QZX`)
  await other.getByText('made in ML').waitFor()
  await other.getByText('proposed by Administrator · reviewed by Ben').waitFor()
  expect(desk.foreign).toEqual([])
})
