/** An enquiry from the item that raised it to the answer that the rules read, at 360 px and by keyboard. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, speak, tabTo } from './at-the-page.ts'
import { choosePassword, openDesk, signIn, type Desk } from './open-desk.ts'

let desk: Desk
let page: Page
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headstamp-enquiries-'))
  desk = await openDesk()
  take({
    settings: ['setting,value', 'host_country,QM'],
    incidents: ['incident_ref,kind,date,country', 'I1,attack,2016-01-01,QM'],
    items: [
      'item_ref,incident_ref,class,model,producer,year,used_by,holder',
      'J1,I1,arm,AKMS,Factory 11,2011,attacker,Army of QM',
    ],
  })
  await choosePassword(desk)
  page = await desk.page({ width: 360 })
  await signIn(page, desk.url)
  await page.locator('header nav').waitFor()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await desk?.close()
})

function take(tables: { readonly [table: string]: readonly string[] }): void {
  const files = Object.entries(tables).map(([table, lines]) => {
    const file = join(folder, `${table}.csv`)
    writeFileSync(file, `${lines.join('\n')}\n`)
    return file
  })
  desk.run('import', ...files)
}

const overflow = () => page.evaluate('document.documentElement.scrollWidth - window.innerWidth')

test('where nobody was asked, the page says what an enquiry is for', async () => {
  await page.locator('nav').getByRole('link', { name: 'Enquiries' }).click()
  await page.getByRole('heading', { name: 'Nobody was asked yet.' }).waitFor()
  expect(await barriers(page)).toEqual([])
})

test('from an item the form is filled with what it is, and kept as a draft', async () => {
  await page.goto(`${desk.url}/records/J1`)
  await page.getByRole('link', { name: 'Ask about its stock' }).click()
  await page.getByLabel('Authority asked').waitFor()
  expect(await page.getByLabel('Model').inputValue()).toBe('AKMS')
  expect(await page.getByLabel('Class').inputValue()).toBe('arm')
  expect(await page.getByLabel('Holder', { exact: true }).inputValue()).toBe('Army of QM')
  expect(await barriers(page)).toEqual([])
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByLabel('Country of the holder').fill('Mali')
  await page.getByLabel('Authority asked').fill('Ministry of Defence')
  await page.getByLabel('Authority asked').press('Enter')
  // A mistake is named with its field, and what was typed stays.
  await page.getByRole('alert').getByText('Country of the holder:').waitFor()
  await page.getByLabel('Country of the holder').fill('')
  await page.getByRole('button', { name: 'Keep as a draft' }).click()
  await page.getByRole('heading', { level: 1, name: /^Enquiry desk:ENQ-/ }).waitFor()
  await page.getByText('Draft.', { exact: true }).waitFor()
})

test('what was typed wrong is corrected, by keyboard, and what it said before stays in its history', async () => {
  await tabTo(page, 'a[href$="/correct"]')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Correct desk:ENQ-/ }).waitFor()
  expect(await page.getByLabel('Authority asked').inputValue()).toBe('Ministry of Defence')
  expect(await page.getByLabel('Handling').inputValue()).toBe('confidential')
  expect(await barriers(page)).toEqual([])
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByLabel('Country of the holder').fill('Mali')
  await page.getByRole('button', { name: 'Keep the correction' }).click()
  await page.getByRole('alert').getByText('Country of the holder:').waitFor()
  await page.getByLabel('Country of the holder').fill('QM')
  await tabTo(page, 'textarea')
  await page.keyboard.type('Was it ever held?')
  await tabTo(page, 'button[type=submit]')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Enquiry desk:ENQ-/ }).waitFor()
  await page.getByText('Was it ever held?').waitFor()
  await page.getByText('Draft.', { exact: true }).waitFor()
  expect(await page.getByText('revised').count()).toBe(1)
})

test('one that came with a file says where it is corrected, in both languages, and has no form', async () => {
  take({ enquiries: ['enquiry_ref,asked,holder,class,model,status', 'E1,Ministry,Army of QM,arm,AKMS,draft'] })
  const mine = page.url()
  for (const at of ['/records/E1', '/records/E1/correct']) {
    await page.goto(`${desk.url}${at}`)
    await page.getByText('It came with a file of the source default. Correct it there').waitFor()
    expect(await page.getByRole('link', { name: 'Correct' }).count()).toBe(0)
    expect(await page.getByLabel('Authority asked').count()).toBe(0)
    expect(await barriers(page)).toEqual([])
  }
  await page.goto(`${desk.url}/records/E1`)
  await speak(page, 'fr')
  await page.getByText('Cela vient d’un fichier de la source default.').waitFor()
  await page.goto(mine)
  await page.getByRole('link', { name: 'Corriger' }).click()
  await page.getByRole('heading', { level: 1, name: /^Corriger desk:ENQ-/ }).waitFor()
  expect(await page.getByLabel('Autorité interrogée').inputValue()).toBe('Ministry of Defence')
  expect(await barriers(page)).toEqual([])
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('link', { name: 'Retour, sans rien changer' }).click()
  await page.getByRole('heading', { level: 1, name: /^Demande desk:ENQ-/ }).waitFor()
  await speak(page, 'en')
  await page.goto(`${desk.url}/records/J1/correct`)
  await page.getByRole('heading', { level: 1, name: 'There is no page at this address.' }).waitFor()
  await page.goto(mine)
})

test('it is sent, and when its day is past the list says so first', async () => {
  await page.getByLabel('Sent on').fill('2020-01-01')
  await page.getByLabel('Answer asked for by').fill('2020-02-01')
  await page.getByRole('button', { name: 'Mark as sent' }).click()
  await page.getByText('Sent, overdue: was due on 1 Feb 2020.').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.locator('nav').getByRole('link', { name: 'Enquiries' }).click()
  const first = page.locator('.records tbody tr').first()
  expect(await first.innerText()).toContain('overdue')
  expect(await overflow()).toBeLessThanOrEqual(0)
  await first.getByRole('link').click()
})

test('its answer is a row of stock, which the rules have read', async () => {
  await page.getByRole('button', { name: 'Record the answer' }).click()
  await page.getByLabel('They say it was').selectOption('never-held')
  await page.getByLabel('Coverage').selectOption('whole')
  await page.getByLabel('Covers from').fill('2005')
  await page.getByLabel('Covers to').fill('2020')
  await page.getByLabel('Grade').fill('B2')
  await page.getByLabel('all', { exact: true }).check()
  expect(await barriers(page)).toEqual([])
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Keep the answer' }).click()
  await page.getByText('Answered.', { exact: true }).waitFor()
  await page
    .getByRole('link', { name: /-answer$/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: /^Stock row desk:ENQ-.*-answer$/ }).waitFor()
  await page.goto(`${desk.url}/records/J1`)
  await page.getByText('Ministry of Defence: answered').waitFor()
  await expect
    .poll(
      async () => {
        await page.reload()
        await page.getByRole('heading', { name: 'Findings' }).waitFor()
        return page.getByText("never in the holder's stock").count()
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toBeGreaterThan(0)
  expect(desk.foreign).toEqual([])
})
