import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { listStock, type StockQuery } from './stock.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  const list = { holder: 'Army of XA', holder_country: 'XA', basis: 'list', coverage: 'whole', covers_to: '2012' }
  await base.put('stock', [
    { ...list, stock_ref: 'K1', class: 'arm', model: 'Type 56-1', serial: '100', serial_to: '200', quantity: '101' },
    { ...list, stock_ref: 'K2', class: 'ammunition', calibre: '7.62x39', lot: 'L7' },
    { ...list, stock_ref: 'K3', class: 'arm', model: 'AKM', handling: 'strictly-confidential' },
    { ...list, stock_ref: 'K4', class: 'arm', holder: 'Police 100%', model: 'type 56' },
  ])
})
afterAll(() => base.close())

const refs = async (query: StockQuery = {}, reader = operator) =>
  (await listStock(base.analysis, reader, query)).map(({ ref }) => ref)

test('the last recorded row comes first, and each page goes on where the last ended', async () => {
  const all = await refs()
  expect(all).toEqual(['K4', 'K3', 'K2', 'K1'])
  const paged: string[] = []
  for (let page = await refs({ limit: 1 }); page.length > 0; page = await refs({ limit: 1, after: paged.at(-1) }))
    paged.push(...page)
  expect(paged).toEqual(all)
})

test('holder and model are found by a part of them, whatever its case; a sign that means more elsewhere is a sign', async () => {
  expect(await refs({ model: 'TYPE 56' })).toEqual(['K4', 'K1'])
  expect(await refs({ holder: 'army', class: 'ammunition' })).toEqual(['K2'])
  expect(await refs({ holder: '0%' })).toEqual(['K4'])
  expect(await refs({ holder: '_' })).toEqual([])
})

test('a row says what it is a row of, and what is doubtful is said', async () => {
  const [row] = await listStock(base.analysis, operator, { model: '56-1' })
  expect(row).toMatchObject({ serial: '100', serial_to: '200', quantity: 101, covers_from: null, covers_to: '2012' })
})

test('who may not see a row is not told of it', async () => {
  expect(await refs({}, { account: 'a', clearance: 1, teams: [] })).toEqual(['K4', 'K2', 'K1'])
})
