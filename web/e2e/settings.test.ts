/** The settings: read by everybody; an administrator sees what a change would move, keeps it, and sees what moved. */
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
  desk.run('import', ...readdirSync(mission).flatMap((name) => (name.endsWith('.csv') ? [join(mission, name)] : [])))
  page = await desk.page({ width: 360 })
  await signIn(page, desk.url)
})
afterAll(() => desk?.close())

const fits = () => page.evaluate('document.documentElement.scrollWidth - window.innerWidth')

test('each setting says what it does, what it is, and which questions read it', async () => {
  await page.locator('nav').getByRole('link', { name: 'Settings' }).click()
  const rare = page.getByRole('region', { name: 'Rare up to a share of' })
  await rare.getByText('5%').waitFor()
  expect(await rare.textContent()).toContain('Same signature')
  expect(await barriers(page)).toEqual([])
  expect(await fits()).toBeLessThanOrEqual(0)
})

test('a value that cannot be kept says what to do', async () => {
  await tabTo(page, 'a[aria-label="Change: Rare up to a share of"]')
  await page.keyboard.press('Enter')
  await page.locator('#value').fill('many')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Write a value such as 0.05.').waitFor()
})

test('what a change would move is shown before it is kept, and is what then moved', async () => {
  await page.getByRole('link', { name: 'Leave it as it is' }).click()
  await page.getByRole('link', { name: 'Change: Least number of incidents' }).click()
  await page.locator('#value').fill('1000')
  await page.locator('#note').fill('for a try')
  await page.getByRole('button', { name: 'Show what would move' }).click()
  await page.getByText(/^All was judged both ways/).waitFor()
  const [said = ''] = (await page.getByText(/findings? would cease$/).allTextContents()) as readonly string[]
  expect(await barriers(page)).toEqual([])
  expect(await fits()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Keep it' }).click()
  const heading = page.getByRole('heading', { name: 'What the last change moved: Least number of incidents' })
  await heading.waitFor()
  const ceased = page.getByRole('heading', { name: /no longer holds?$/ })
  await ceased.waitFor()
  await page.getByText('Judging goes on').waitFor({ state: 'detached' })
  expect((await ceased.textContent())?.split(' ')[0]).toBe(said.split(' ')[0])
  const floor = page.getByRole('region', { name: 'Least number of incidents' })
  expect(await floor.textContent()).toContain('for a try')
  expect(await barriers(page)).toEqual([])
  expect(await fits()).toBeLessThanOrEqual(0)
})

test('a finding that no longer holds says so on its page, with the setting that moved it', async () => {
  await page.locator('.closed-line').first().getByRole('link', { name: 'Open the finding' }).click()
  await page.getByText(/^No longer holds since /).waitFor()
  await page.locator('.closed-says').getByRole('link', { name: 'desk:floor' }).click()
  await page.getByRole('heading', { level: 1, name: /^Setting / }).waitFor()
})

test('who is no administrator reads and changes nothing', async () => {
  await page.route('**/api/me', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), administrator: false } })
  })
  await page.goto(`${desk.url}/settings?change=floor`)
  await page.getByRole('region', { name: 'Rare up to a share of' }).waitFor()
  expect(await page.getByRole('link', { name: /^Change/ }).count()).toBe(0)
  expect(await page.locator('form.change-setting').count()).toBe(0)
  expect(desk.foreign).toEqual([])
})
