/** The incidents on the map: drawn without another host, read as a list beside it, opened from there. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, tabTo } from './at-the-page.ts'
import { openDesk, signIn, type Desk } from './open-desk.ts'

let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await openDesk({ example: true })
  page = await desk.page()
  await signIn(page, desk.url, desk.firstPassword)
  await page.locator('.group').first().waitFor()
})
afterAll(() => desk?.close())

const inView = () => page.getByRole('heading', { level: 2 })

test('the map shows what the table holds, and says what it cannot show', async () => {
  await page.locator('header nav').getByRole('link', { name: 'Incidents' }).click()
  await page.getByRole('link', { name: 'Map' }).click()
  await page.locator('[data-drawn=all]').waitFor()
  await page.getByRole('heading', { name: '337 incidents in view' }).waitFor()
  await page.getByText('10 incidents have no coordinates').waitFor()
  expect(page.url()).toContain('view=map')
})

test('the coasts of the world come from the server of the desk', async () => {
  const land = page.waitForResponse(
    (answer) => answer.url().startsWith(`${desk.url}/base-map/`) && answer.status() === 200,
  )
  for (let wider = 0; wider < 4; wider++) await page.getByRole('button', { name: 'Wider' }).click()
  await land
  expect(desk.foreign).toEqual([])
  await page.getByRole('button', { name: 'Show all' }).click()
})

test('a keyboard moves the map, and the list follows', async () => {
  await tabTo(page, '.map-drawn canvas')
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await page.getByRole('heading', { name: '337 incidents in view' }).waitFor({ state: 'detached' })
  const near = Number((await inView().innerText()).split(' ')[0])
  expect(near).toBeGreaterThan(0)
  expect(near).toBeLessThan(337)
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByRole('heading', { name: '337 incidents in view' }).waitFor()
})

test('what stands at one place is pointed at, listed, and opened', async () => {
  await page.goto(`${desk.url}/incidents?view=map&kind=seizure&to=2020-12-31`)
  await page.locator('[data-drawn=all]').waitFor()
  const box = await page.locator('.map-drawn').boundingBox()
  if (box === null) throw new Error('the map has no size')
  const cursor = () => page.evaluate("document.querySelector('.map-drawn canvas').style.cursor")
  const pointed = async (): Promise<void> => {
    for (let y = 12; y < box.height; y += 12) {
      for (let x = 12; x < box.width; x += 12) {
        await page.mouse.move(box.x + x, box.y + y)
        if ((await cursor()) === 'pointer') return page.mouse.click(box.x + x, box.y + y)
      }
    }
    throw new Error('nothing on the map can be pointed at')
  }
  // A group is parted by each click, until what is pointed at stands at one place.
  const here = page.getByRole('heading', { level: 2, name: 'here' })
  for (let clicks = 0; clicks < 8 && (await here.count()) === 0; clicks++) await pointed()
  const count = Number((await here.innerText()).split(' ')[0])
  expect(await page.locator('.places li').count()).toBe(count)
  await page.locator('.places a').first().click()
  await page.getByRole('heading', { level: 1, name: /^Incident / }).waitFor()
})

test('where nothing is like what was asked for, the map says so as the table does', async () => {
  await page.goto(`${desk.url}/incidents?view=map&country=FR`)
  await page.getByRole('heading', { name: 'No incident is like that.' }).waitFor()
})

test.each(['light', 'dark'] as const)('axe finds no barrier and nothing scrolls sideways (%s)', async (colorScheme) => {
  const small = await desk.page({ colorScheme, width: 360 })
  await signIn(small, desk.url, desk.firstPassword)
  await small.locator('header nav').first().waitFor()
  await small.goto(`${desk.url}/incidents?view=map`)
  await small.locator('[data-drawn=all]').waitFor()
  expect(await barriers(small)).toEqual([])
  expect(await small.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  expect(desk.foreign).toEqual([])
})
