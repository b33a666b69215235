/** What a person does with a file of their own at the desk: hand it in, correct it, take it in, read what came of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './at-the-page.ts'
import { choosePassword, openDesk, signIn, type Desk } from './open-desk.ts'

let desk: Desk
const folder = mkdtempSync(join(tmpdir(), 'headstamp-hand-in-'))
beforeAll(async () => {
  desk = await openDesk()
  await choosePassword(desk)
})
afterAll(async () => {
  await desk?.close()
  rmSync(folder, { recursive: true })
})

function saved(name: string, bytes: string | Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

const seizures = saved(
  'saisies.csv',
  `Saisies 2019;;;;;;\nDate de saisie;Lieu de saisie;Pays;Type d'arme;Cal.;N° de série;Coffre\n13/03/2019;Mopti;Mali;pistolet;7,62x25;AB 1234;K1\n25/04/2019;Gao;Mali;fusil d'assaut;7,62x39;KX 0091;K2\n`,
)

test('a spreadsheet of one’s own is shown as it would become, corrected, and taken in', async () => {
  const page = await desk.page()
  await signIn(page, desk.url)
  await page.locator('header nav').getByRole('link', { name: 'Import' }).click()
  await page.locator('input[type=file]').setInputFiles(seizures)
  await page.getByText('Its layout is new.').waitFor()
  expect(await page.getByLabel('What N° de série becomes').inputValue()).toBe('items.serial')
  expect(await page.getByLabel('What Coffre becomes').inputValue()).toBe('')
  await page.getByLabel('What Coffre becomes').selectOption('items.where_now')
  await page.getByText('2 rows: 2 added').waitFor()
  await page.getByRole('button', { name: 'Take it in' }).click()
  await page.getByRole('link', { name: 'See what is new' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('2 rows: 2 added, 0 updated')
  // Where it stands is kept in the address.
  await page.reload()
  await page.getByRole('link', { name: 'See what is new' }).waitFor()

  await page.getByRole('combobox', { name: 'Search' }).fill('AB 1234')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.locator('.lines li', { hasText: 'saisies:row-3-1' }).waitFor()
})

test('a file that cannot be read says what is wrong and what to do', async () => {
  const page = await desk.page()
  await signIn(page, desk.url)
  await page.locator('header nav').getByRole('link', { name: 'Import' }).click()
  await page.locator('input[type=file]').setInputFiles(saved('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))
  await page.locator('.notice').waitFor()
  expect(await page.getByRole('button', { name: 'Take it in' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Another file' }).click()
  await page.locator('input[type=file]').waitFor()
})

test.each(['light', 'dark'] as const)('axe finds no barrier and nothing scrolls sideways (%s)', async (colorScheme) => {
  const page = await desk.page({ colorScheme, width: 360, locale: 'fr' })
  await signIn(page, desk.url)
  await page.locator('header nav').waitFor()
  await page.locator('.account summary').click()
  await page.locator('#language').selectOption('fr')
  await page.goto(`${desk.url}/import`)
  await page.locator('input[type=file]').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.locator('input[type=file]').setInputFiles(seizures)
  await page.getByRole('button', { name: 'Importer' }).waitFor()
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
})

test('no page asks another host for anything', () => {
  expect(desk.foreign).toEqual([])
})
