/** The example mission at the desk: marked on every screen and sheet, and its stories there to be read. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers } from './at-the-page.ts'
import { openDesk, signIn, type Desk } from './open-desk.ts'

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

test('its first administrator signs in with the password of the exercise, and needs no other', async () => {
  await signIn(page, desk.url, desk.firstPassword)
  await mark().waitFor()
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

test('what no rule raised of an item is answered when somebody asks, under a heading that opens by keyboard', async () => {
  await page.goto(`${desk.url}/records/INN-PLOVER-1`)
  await page.getByRole('heading', { name: 'Everything asked of it' }).waitFor()
  await page.locator('summary', { hasText: 'Everything asked of it' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Not consistent with a loss from the stock').waitFor()
  await page.getByText('No earlier record carries the serial M17-204417.').waitFor()
  expect(await barriers(page)).toEqual([])
})

test('an item leads to what it is compared by: who carries it, among how many read', async () => {
  await page.goto(`${desk.url}/records/INN-PLOVER-1`)
  await page.getByRole('link', { name: 'arm R-62, Works 9, 2017' }).click()
  await page.getByRole('heading', { level: 1, name: 'arm R-62, Works 9, 2017' }).waitFor()
  await page.getByText('6 of 232 incidents read finely enough to show it.').waitFor()
  await page.getByRole('heading', { name: '6 incidents in view' }).waitFor()
  expect(await page.locator('.tall').last().locator('tbody tr').count()).toBe(6)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'arm R-62, Works 9', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'arm R-62, Works 9', exact: true }).waitFor()
})

test('what a survey calls common is said on its signature, and nothing is led to', async () => {
  await page.goto(`${desk.url}/records/TRAP-HUNTERS-3`)
  await page.getByText('None of interest.').waitFor()
  await page.getByText('It weighs nothing: a baseline study says it is common here (SURVEY-1).').first().waitFor()
  await page.getByRole('link', { name: 'ammunition 12 gauge, Works 11', exact: true }).first().click()
  await page.getByText('402 of 1,240 items (32%), said to be common').waitFor()
})

test('of its enquiries the late one stands first, one waits, and the answered one leads to its answer', async () => {
  await page.goto(`${desk.url}/enquiries`)
  const rows = page.locator('.records tbody tr')
  await rows.first().waitFor()
  expect(await rows.count()).toBe(3)
  expect(await rows.nth(0).innerText()).toMatch(/ENQUIRY-XC-1\s+sent, overdue: was due on 31 Jul 2021/)
  expect(await rows.nth(1).innerText()).toMatch(/ENQUIRY-XB-2\s+sent\s/)
  expect(await rows.nth(2).innerText()).toMatch(/ENQUIRY-XB-1\s+answered/)
  await rows.nth(2).getByRole('link', { name: 'ENQUIRY-XB-1' }).click()
  await page.getByRole('link', { name: 'ANSWER-XB-1' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Stock row ANSWER-XB-1' }).waitFor()
})

test('a signature that nobody carries is not there, and the page says so', async () => {
  await page.goto(`${desk.url}/signatures/arm%7Cmodel%7Cmodel%3DX`)
  await page.getByRole('heading', { level: 1, name: 'Nothing here has this reference.' }).waitFor()
})

test('the tour leads through seven pages, survives a reload, and ends at one’s own file', async () => {
  await page.emulateMedia({ media: 'screen' })
  await page.goto(desk.url)
  await page.getByRole('button', { name: 'Take the tour' }).click()
  const tour = page.getByRole('region', { name: 'Tour of the example' })
  const pages = [
    ['What is new', 'rests on'],
    ['Incident INN-PLOVER', 'five more attacks'],
    ['Item INN-PLOVER-1', 'no stock that ever held it'],
    ['arm R-62, Works 9, 2017', 'among how many read'],
    ['Item TRAP-LOST-RIFLE-1', 'nothing is claimed'],
    ['Search', 'two figures swapped'],
    ['Import', 'Now your file'],
  ] as const
  for (const [step, [heading, says]] of pages.entries()) {
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await tour.getByText(`Step ${step + 1} of 7`).waitFor()
    await tour.getByText(says).waitFor()
    if (step === 2) {
      await page.reload()
      await tour.getByText('Step 3 of 7').waitFor()
    }
    if (heading.includes('TRAP')) await page.getByText('None of interest.').waitFor()
    if (heading === 'Search') await page.getByRole('link', { name: 'INN-PLOVER-1', exact: true }).waitFor()
    if (step < 6) await tour.getByRole('button', { name: 'Next' }).click()
  }
  expect(await barriers(page)).toEqual([])
  await tour.getByRole('button', { name: 'End the tour' }).click()
  await tour.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Take the tour' }).waitFor()
}, 120_000)

const everyPage = [
  '/',
  '/?view=waiting',
  '/?view=findings',
  '/incidents',
  '/incidents?view=map',
  '/records/INN-PLOVER',
  '/records/INN-PLOVER-1',
  '/records/NOPE',
  '/signatures/arm%7Cyear%7Cmodel%3DR-62%3Bproducer%3DWorks%209%3Byear%3D2017',
  '/stock',
  '/coverage',
  '/calendar',
  '/library',
  '/library/look-up?marks=71%2015',
  '/library/propose',
  '/library/review/NOPE',
  '/enquiries',
  '/enquiries/new',
  '/records/ENQUIRY-XB-1',
  '/studies',
  '/studies/new',
  '/records/ENQUIRY-XB-1/correct',
  '/records/SURVEY-1',
  '/import',
  '/settings?change=floor',
  '/search?q=M17-204471',
  '/search?q=nothing',
  '/password',
  '/nowhere/at/all',
]

/** A window of its own that speaks the language, which the account then keeps. */
async function windowOf(width: number, language: 'en' | 'fr'): Promise<Page> {
  const own = await desk.page({ width })
  await signIn(own, desk.url, desk.firstPassword)
  await own.locator('.top nav').waitFor()
  await own.locator('.account summary').click()
  await Promise.all([own.waitForResponse(/update-user/), own.locator('#language').selectOption(language)])
  await own.locator(`html[lang=${language}]`).waitFor()
  return own
}

test.each(['fr', 'en'] as const)(
  'at 360 pixels no page scrolls sideways, and headings follow one another (%s)',
  async (language) => {
    const narrow = await windowOf(360, language)
    const found: string[] = []
    for (const path of everyPage) {
      await narrow.goto(desk.url + path)
      await narrow.locator('h1').waitFor()
      await narrow.locator('.loading').first().waitFor({ state: 'detached' })
      const [sideways, levels] = (await narrow.evaluate(`[
      document.documentElement.scrollWidth - window.innerWidth,
      [...document.querySelectorAll('h1, h2, h3, h4')].filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1])),
    ]`)) as [number, number[]]
      if (sideways > 0) found.push(`${path} scrolls by ${sideways}`)
      if (levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1))
        found.push(`${path} has headings ${levels.join(' ')}`)
    }
    await narrow.context().close()
    expect(found).toEqual([])
  },
  120_000,
)

test.each([
  [1280, 'fr'],
  [1440, 'fr'],
  [1440, 'en'],
  [1280, 'en'],
] as const)('at %i pixels the menu has one row, below search and account (%s)', async (width, language) => {
  const wide = await windowOf(width, language)
  const topOf = async (selector: string) =>
    new Set(
      (await Promise.all((await wide.locator(selector).all()).map((one) => one.boundingBox()))).map((box) =>
        Math.round(box?.y ?? -1),
      ),
    )
  const [menu, account, search] = [await topOf('.top nav a'), await topOf('.account'), await topOf('.search-box')]
  await wide.context().close()
  expect(menu.size).toBe(1)
  expect(account).toEqual(search)
  expect(Math.min(...menu)).toBeGreaterThan(Math.max(...account))
})
