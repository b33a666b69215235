/** The example mission at the desk: marked on every screen and sheet, and its stories there to be read. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers } from './at-the-page.ts'
import { openDesk, password, signIn, type Desk } from './open-desk.ts'

let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await openDesk({ example: true })
  page = await desk.page()
})
afterAll(() => desk?.close())

const mark = () => page.locator('.exercise', { hasText: 'EXERCISE' })

test('it is marked as an exercise before anybody signs in', async () => {
  await page.goto(desk.url)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await mark().waitFor()
})

test('its first administrator signs in with the password of the exercise', async () => {
  await signIn(page, desk.url, desk.firstPassword)
  await mark().waitFor()
  await page.locator('input[name=present]').fill(desk.firstPassword)
  await page.locator('input[name=next]').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.locator('.group').first().waitFor()
})

test.each([
  ['what is new', '/', '.group'],
  ['an incident', '/records/INN-PLOVER', '.two'],
  ['an item', '/records/INN-PLOVER-1', '.two'],
  ['a signature', '/signatures/arm%7Cpattern%7Cpattern%3DAK', '.says-large'],
  ['a search', '/search?q=M17-204417', '.lines'],
  ['a page that is not there', '/nowhere/at/all', '.notice'],
])('%s is marked as an exercise', async (_, path, shown) => {
  await page.goto(desk.url + path)
  await page.locator(shown).first().waitFor()
  await mark().waitFor()
  expect(await barriers(page)).toEqual([])
})

test('a rifle of the first attack leads to the five others', async () => {
  await page.goto(`${desk.url}/records/INN-PLOVER`)
  for (const ref of ['HOTEL-GANNET', 'CAFE-FULMAR', 'BEACH-TERN', 'HOTEL-SOUTH', 'AIRFIELD-SKUA']) {
    await page
      .getByRole('link', { name: new RegExp(ref) })
      .first()
      .waitFor()
  }
})

test('on paper the mark is black on white', async () => {
  await page.emulateMedia({ media: 'print' })
  const style = await page.evaluate(`(() => {
    const element = document.querySelector('.exercise')
    const { color, backgroundColor } = getComputedStyle(element)
    return { color, backgroundColor, sheet: getComputedStyle(element.parentElement).page }
  })()`)
  expect(style).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgba(0, 0, 0, 0)', sheet: 'exercise' })
})

test('an item leads to what it is compared by: who carries it, among how many read', async () => {
  await page.goto(`${desk.url}/records/INN-PLOVER-1`)
  await page.getByRole('link', { name: 'arm R-62, Works 9, 2017' }).click()
  await page.getByRole('heading', { level: 1, name: 'arm R-62, Works 9, 2017' }).waitFor()
  await page.getByText('6 of 232 incidents read finely enough to show it.').waitFor()
  await page.getByRole('heading', { name: '6 incidents in view' }).waitFor()
  expect(await page.locator('.tall tbody tr').count()).toBe(6)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'arm R-62, Works 9', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'arm R-62, Works 9', exact: true }).waitFor()
})

test('a signature that nobody carries is not there, and the page says so', async () => {
  await page.goto(`${desk.url}/signatures/arm%7Cmodel%7Cmodel%3DX`)
  await page.getByRole('heading', { level: 1, name: 'Nothing here has this reference.' }).waitFor()
})
