/** A table of a layout never seen: proposed, agreed to, kept, and recognised the next time. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Choices } from '#core/mapping/propose.ts'
import { rowsOf } from '#store/database.ts'
import { openHome } from '#store/home.ts'
import { shippedReference, lookupsOf } from '../reference.ts'
import { sampleBase, sampleCodes, type SampleBase } from '../sample-base.ts'
import { importFiles, type ImportOptions, type Proposed } from './import-files.ts'
import { keepMapping, keptMappings } from './kept-mappings.ts'
import { UnknownLayout } from './layout.ts'
import type { Mapping } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'
import { openFile } from './read/open-file.ts'
import type { TableIn } from './read/table.ts'

let base: SampleBase
let folder: string
beforeAll(async () => {
  base = await sampleBase()
  folder = await mkdtemp(join(tmpdir(), 'headstamp-propose-'))
})
afterAll(() => base.close())

const lookups = lookupsOf(shippedReference())

async function take(file: string, options: ImportOptions = {}, mappings: readonly Mapping[] = []) {
  const importing = { intake: base.intake, analysis: base.analysis, codes: sampleCodes, mappings, lookups }
  return (await importFiles(importing, [file], { judge: false, ...options })).files
}

const header = "N° saisie;Date de saisie;Lieu de saisie;Pays;Type d'arme;Cal.;N° de série;Agent"
async function seizures(name: string, ...rows: readonly string[]): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, ['Saisies 2019;;;;;;;', header, ...rows].join('\r\n'))
  return file
}

const first = 'S-1;13/03/2019;Mopti;Mali;pistolet;7,62x25;AB 1234;X'
const second = 'S-2;25/04/2019;Gao;Mali;cartouches;7,62x39;;Y'

test('it is shown with what it would do before anything is written, and written only where a person agrees', async () => {
  const file = await seizures('saisies-2019.csv', first, second)
  const shown: Proposed[] = []
  const refuse = async (proposed: Proposed) => {
    shown.push(proposed)
    return false
  }
  await expect(take(file, { agree: refuse })).rejects.toThrow(UnknownLayout)
  expect(await rowsOf(base.store.intake, 'select from ledger')).toEqual([])
  expect(shown).toMatchObject([
    {
      mapping: { name: 'saisies-2019' },
      layout: { unknown: ['Agent'] },
      rehearsal: { rows: 2, isWhole: true, added: 2, updated: 0, refused: 0, doubted: 0 },
    },
  ])
  expect(shown[0]?.rehearsal.first[0]).toMatchObject({
    row: 3,
    records: [{ values: { date: '2019-03-13', country: 'ML', kind: 'seizure' } }, { values: { class: 'arm' } }],
  })

  expect(await take(file, { agree: async () => true })).toMatchObject([
    { source: 'saisies-2019', added: 2, refused: 0, records: { incidents: 2, items: 2 }, unknown_columns: ['Agent'] },
  ])
  expect(await rowsOf(base.store.intake, 'select serial, quantity from items where serial is not null')).toEqual([
    { serial: 'AB 1234', quantity: null },
  ])
})

test('a list of stock becomes rows of stock, which answer for what they name alone', async () => {
  const file = join(folder, 'depot.csv')
  const rows = ['Garde;cartouches;7,62x39;Usine 3;2011;12 400;15/12/2018', 'Garde;grenade;;;;60;15/12/2018']
  await writeFile(file, ['Détenteur;Nature;Calibre;Fabricant;Année fab.;Qté;Date inventaire', ...rows].join('\r\n'))
  expect(await take(file, { agree: async () => true })).toMatchObject([
    { source: 'depot', added: 2, refused: 0, records: { stock: 2 }, unknown_columns: [] },
  ])
  expect(
    await rowsOf(base.store.intake, 'select class, quantity::int, coverage, covers_to from stock order by ref'),
  ).toEqual([
    { class: 'ammunition', quantity: 12_400, coverage: 'partial', covers_to: '2018-12-15' },
    { class: 'grenade', quantity: 60, coverage: 'partial', covers_to: '2018-12-15' },
  ])
})

test('a table chosen to be stock is none until a column says whose it is, and another for when', async () => {
  const file = join(folder, 'arms.csv')
  await writeFile(file, 'Who;What;When\nArmy;AKM;2012-05-01\n')
  const one = (await openFile(file)).tables[0] as TableIn
  const chosen = async (choices: Choices) =>
    (await proposeMapping(file, one, lookups, choices))?.records[0]?.kind ?? null
  expect(await chosen({ What: 'stock.model' })).toBeNull()
  expect(await chosen({ What: 'stock.model', Who: 'stock.holder' })).toBeNull()
  expect(await chosen({ What: 'stock.model', Who: 'stock.holder', When: 'stock.covers_to' })).toBe('stock')
})

const askedAgain = () => Promise.reject(new Error('asked again'))

test('what was agreed to is kept in the home, and the next file of that layout is asked about no more', async () => {
  const home = openHome(join(folder, 'home'))
  const file = await seizures('saisies-2020.csv', first)
  expect(keptMappings(home)).toEqual([])
  await take(file, {
    agree: async ({ mapping }) => {
      keepMapping(home, { ...mapping, name: 'saisies' })
      return true
    },
  })
  const kept = keptMappings(home)
  expect(kept).toMatchObject([{ name: 'saisies', confirmed: true }])
  expect(await take(file, { agree: askedAgain }, kept)).toMatchObject([{ source: 'saisies', added: 1 }])
})

test('a newer vintage shows what it would change', async () => {
  const older = await seizures('vintage.csv', first, second)
  await take(older, { yes: true, source: 'vintage' })
  const newer = await seizures('vintage.csv', first, second.replace('Gao', 'Kidal'), second.replace('S-2', 'S-3'))
  let rehearsal: Proposed['rehearsal'] | undefined
  await take(newer, {
    source: 'vintage',
    agree: async (proposed) => {
      rehearsal = proposed.rehearsal
      return true
    },
  })
  expect(rehearsal).toMatchObject({ rows: 3, added: 1, updated: 1, unchanged: 1 })
})

test('a table that does not say what it is gets no proposal', async () => {
  const file = join(folder, 'pay.csv')
  await writeFile(file, 'Matricule;Nom;Date;Montant\r\n1;X;01/02/2020;100\r\n')
  await expect(take(file, { yes: true })).rejects.toMatchObject({ proposed: null })
})
