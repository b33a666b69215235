/** The example opened beside an empty mission: one click there, one click away. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './at-the-page.ts'
import { choosePassword, openDesk, signIn, type Desk } from './open-desk.ts'

let desk: Desk
let page: Page
beforeAll(async () => {
  desk = await openDesk()
  await choosePassword(desk)
  page = await desk.page({ width: 360 })
  await signIn(page, desk.url)
})
afterAll(() => desk?.close())

const mark = () => page.locator('.exercise', { hasText: 'EXERCISE' })

test('an empty mission offers it, and one click opens it, signed in', async () => {
  await page.getByRole('heading', { name: 'Nothing yet' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.locator('main').getByRole('button', { name: 'Open the example mission' }).click()
  await page.waitForURL(`${desk.url}/example/`)
  await mark().waitFor()
  await page.locator('.group').first().waitFor()
  expect(await barriers(page)).toEqual([])
})

test('its pages lie under a path of their own, and a reload stays there', async () => {
  await page.locator('header nav').getByRole('link', { name: 'Incidents' }).click()
  await page.locator('.records tbody tr').first().waitFor()
  expect(page.url()).toBe(`${desk.url}/example/incidents`)
  await page.reload()
  await page.locator('.records tbody tr').first().getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: /^Incident / }).waitFor()
  await mark().waitFor()
})

test('the mission beside it is untouched, and its session goes on', async () => {
  await page.getByRole('link', { name: 'Back to the mission' }).click()
  await page.getByRole('heading', { name: 'Nothing yet' }).waitFor()
  expect(await mark().count()).toBe(0)
})

test('who is not signed in to the mission can neither open nor remove it', async () => {
  const stranger = await desk.page()
  await stranger.goto(desk.url)
  for (const path of ['/api/example', '/api/example/removal']) {
    const status = await stranger.evaluate(
      `fetch('${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then((a) => a.status)`,
    )
    expect(status).toBe(401)
  }
  await stranger.goto(`${desk.url}/example/`)
  await stranger.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('one click removes it, and its address leads back to the mission', async () => {
  await page.goto(`${desk.url}/example/`)
  await page.getByRole('button', { name: 'Remove the example' }).click()
  await page.waitForURL(`${desk.url}/`)
  await page.getByRole('heading', { name: 'Nothing yet' }).waitFor()
  await page.goto(`${desk.url}/example/incidents`)
  await page.waitForURL(`${desk.url}/`)
  expect(desk.foreign).toEqual([])
})

test('it can be opened again', async () => {
  await page.getByRole('button', { name: 'Open the example mission' }).first().click()
  await page.waitForURL(`${desk.url}/example/`)
  await page.locator('.group').first().waitFor()
})
