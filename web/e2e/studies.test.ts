/** Baseline studies: what they are where there is none, the table of their rows, and what they say on a signature's page. */
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
  folder = mkdtempSync(join(tmpdir(), 'headstamp-studies-'))
  desk = await openDesk()
  await choosePassword(desk)
  page = await desk.page({ width: 360 })
  await signIn(page, desk.url)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await desk?.close()
})

function take(table: string, ...lines: readonly string[]): void {
  const file = join(folder, `${table}.csv`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  desk.run('import', file)
}

test('where no study is recorded, the page says what one is, and leads to the import', async () => {
  await page.locator('nav').getByRole('link', { name: 'Studies' }).click()
  await page.getByRole('heading', { name: 'No baseline study is recorded yet.' }).waitFor()
  await page.getByText('A baseline study says what is common').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Import' }).waitFor()
  expect(await barriers(page)).toEqual([])
})

test('its rows are listed by study, and each leads to its page', async () => {
  take('settings', 'setting,value', 'host_country,QM')
  take(
    'baselines',
    'baseline_ref,study,country,to,class,model,producer,sample,seen,says',
    'B-1,Survey of depots,QM,2014,arm,AKMS,Factory 11,400,62,common',
    'B-2,Markets,QM,2013,arm,M16,,90,0,',
  )
  await page.reload()
  const rows = page.locator('.records tbody tr')
  await page.getByText('62 of 400 items (16%), said to be common').waitFor()
  expect(await rows.count()).toBe(2)
  await page.getByRole('link', { name: 'Markets' }).click()
  await page.waitForURL(/study=Markets/)
  await page.getByText('looked for among 90 items and not seen').waitFor()
  expect(await rows.count()).toBe(1)
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  await rows.first().getByRole('link', { name: 'B-2' }).click()
  await page.getByRole('heading', { level: 1, name: 'Row of a study B-2' }).waitFor()
})

test('a row that came with a file says that it is corrected there', async () => {
  await page.getByText('It came with a file of the source default. Correct it there').waitFor()
  expect(await page.getByRole('link', { name: 'Correct' }).count()).toBe(0)
})

test('a row is made at the desk in French, a mistake is named with its field, and it is corrected by keyboard', async () => {
  await speak(page, 'fr')
  await page.locator('nav').getByRole('link', { name: 'Études' }).click()
  await page.getByRole('link', { name: 'Nouvelle ligne d’étude' }).click()
  await page.getByLabel('Étude', { exact: true }).fill('Marchés du nord')
  await page.getByLabel('Pays', { exact: true }).fill('QM')
  await page.getByLabel('Du', { exact: true }).fill('2014')
  await page.getByLabel('Au', { exact: true }).fill('2014-06')
  await page.getByLabel('Classe').selectOption('arm')
  await page.getByLabel('Modèle').fill('M14')
  await page.getByLabel('Échantillon').fill('200')
  await page.getByLabel('Vus parmi eux').fill('300')
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Enregistrer la ligne' }).click()
  await page.getByRole('alert').getByText("L'étude en a vu 300 parmi 200.").waitFor()
  await page.getByLabel('Vus parmi eux').fill('30')
  await page.getByRole('button', { name: 'Enregistrer la ligne' }).click()
  await page.getByRole('heading', { level: 1, name: /desk:STUDY-/ }).waitFor()
  await tabTo(page, 'a[href$="/correct"]')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Corriger desk:STUDY-/ }).waitFor()
  expect(await page.getByLabel('Au', { exact: true }).inputValue()).toBe('2014-06')
  expect(await barriers(page)).toEqual([])
  await tabTo(page, 'input[name=seen]')
  await page.keyboard.type('60')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Ligne d’étude desk:STUDY-/ }).waitFor()
  expect(await page.getByText('révisé', { exact: false }).count()).toBeGreaterThan(0)
  await page.locator('nav').getByRole('link', { name: 'Études' }).click()
  await page.getByText('60 objets sur 200').waitFor()
  await speak(page, 'en')
})

test("on a signature's page a study says that it is common, and the link of its incidents weighs nothing", async () => {
  take('incidents', 'incident_ref,kind,date,country', 'I1,attack,2016-01-01,QM', 'I2,attack,2016-01-02,QM')
  take(
    'items',
    'item_ref,incident_ref,class,model,producer,used_by',
    'J1,I1,arm,AKMS,Factory 11,attacker',
    'J2,I2,arm,AKMS,Factory 11,attacker',
  )
  await page.goto(`${desk.url}/records/I1`)
  await page.getByText('It weighs nothing: a baseline study says it is common here (B-1).').waitFor()
  await page.getByRole('link', { name: 'arm AKMS, Factory 11' }).click()
  await page.getByRole('heading', { name: 'Baseline studies' }).waitFor()
  await page.getByText('Survey of depots, QM, 2014: 62 of 400 items (16%), said to be common.').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'B-1' }).click()
  await page.getByRole('heading', { level: 1, name: 'Row of a study B-1' }).waitFor()
  expect(desk.foreign).toEqual([])
})
