import { expect, test } from 'vitest'
import { doubtWords } from './doubt.ts'
import { doubtsOfIncident, doubtsOfItem, doubtsOfStock, type Places } from './found-doubts.ts'
import { happenedIn } from './incident-days.ts'
import type { Table } from './kinds.ts'
import { parseRow, type Parsed } from './parse-row.ts'
import { sampleCodes } from './sample-rows.ts'

/** A State with one region, a square on the map. */
const places: Places = {
  region: (country, text) => (country === 'ML' && text === 'Gao' ? 'ML-7' : null),
  isInRegion: (_, lat, lon) => lat >= 14 && lat <= 18 && lon >= -2 && lon <= 2,
}

function parsed(table: Table, row: Record<string, string>): Parsed {
  const read = parseRow(table, row, sampleCodes)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const printed = (doubts: readonly { column: string; doubt: string }[]) =>
  doubts.map(({ column, doubt }) => `${column} ${doubt}`)

const incident = { incident_ref: 'A', kind: 'attack', date: '2015-11-20', country: 'ML', admin1: 'Gao' }
const gao = { lat: '16.2700', lon: '-0.0500' }

test.each([
  [{}, []],
  [{ date: '' }, ['date missing']],
  [{ date: '2026-01-02' }, []],
  [{ date: '2026-01-03' }, ['date in-future']],
  [{ date: '2026' }, []],
  [{ date: '2027' }, ['date in-future']],
  [{ seized_on: '2030-01' }, ['seized_on in-future']],
  [{ end_date: '2015-11-19' }, ['end_date end-before-start']],
  [{ end_date: '2015-11' }, []],
  [{ used_on: '2015-11-20' }, []],
  [{ used_on: '2015-11-21' }, ['date differs']],
  [{ recovered_on: '2015-11-21' }, []],
  [{ admin1: 'Goa' }, ['admin1 no-match']],
  [gao, []],
  [{ ...gao, lat: '12' }, ['lat outside-region']],
  [{ ...gao, grid: '30QZD1531601077' }, []],
  [{ ...gao, grid: '30Q ZD 15 01' }, []],
  [{ ...gao, grid: '30QZD2531601077' }, ['grid grid-contradicts']],
  [{ ...gao, grid: '30QZD' }, []],
  [{ ...gao, grid: '29PPP' }, ['grid grid-contradicts']],
  [{ grid: '30QZD2531601077' }, []],
  [{ grid: 'near the well' }, ['grid grid-unreadable']],
] as const)('an incident with %j has the doubts %j', (row, doubts) => {
  const { content, doubts: own } = parsed('incidents', { ...incident, ...row })
  const found = doubtsOfIncident(content as Parameters<typeof doubtsOfIncident>[0], places, '2026-01-02T23:00:00.000Z')
  expect(printed([...own, ...found])).toEqual(doubts)
})

test('a row that is shorter than its header keeps that doubt', () => {
  const short = { column: 'country', doubt: 'short-row' } as const
  const read = parseRow('incidents', incident, sampleCodes, [short])
  expect(read).toMatchObject({ value: { doubts: [short], content: { doubts: [['country', 'short-row']] } } })
})

test.each([
  [{ year: '2015' }, []],
  [{ year: '2016' }, ['year year-after-find']],
  [{ year: '2011', year_to: '2016' }, []],
  [{ year: '2011', year_to: '2009' }, ['year_to years-reversed']],
] as const)('an item of 2015 with %j has the doubts %j', (row, doubts) => {
  const { opinion } = parsed('items', { item_ref: 'A-1', incident_ref: 'A', class: 'arm', ...row })
  expect(printed(doubtsOfItem(opinion ?? {}, '2015-11-20'))).toEqual(doubts)
  expect(printed(doubtsOfItem(opinion ?? {}, null))).toEqual(doubts.filter((doubt) => !doubt.includes('find')))
})

test.each([
  [{ holder_country: 'ML' }, null, []],
  [{}, 'ML', []],
  [{}, null, ['holder_country holder-country-unknown']],
  [{ covers_from: '2016' }, 'ML', ['covers_to end-before-start']],
] as const)('a stock row with %j and the host country %j has the doubts %j', (row, host, doubts) => {
  const stock = {
    stock_ref: 'S',
    holder: 'army',
    basis: 'list',
    coverage: 'whole',
    covers_to: '2015',
    class: 'arm',
    ...row,
  }
  const { content } = parsed('stock', stock)
  expect(printed(doubtsOfStock(content as Parameters<typeof doubtsOfStock>[0], host))).toEqual(doubts)
})

test.each([
  [{ date: '2015-11', end_date: '2015-12-03' }, ['2015-11-01', '2015-12-03']],
  [{ date: '', documented_on: '2016' }, ['2016-01-01', '2016-12-31']],
  [{ date: '' }, [undefined, undefined]],
] as const)('an incident with %j happened in %j', (row, days) => {
  const happened = happenedIn(parsed('incidents', { ...incident, ...row }).content as Parameters<typeof happenedIn>[0])
  expect([happened?.first, happened?.last]).toEqual(days)
})

test('every doubt is a sentence in both languages', () => {
  for (const { en, fr } of Object.values(doubtWords)) {
    expect(en).toMatch(/^[A-Z].+\.$/)
    expect(fr).toMatch(/^[A-ZÀ-Ý].+\.$/)
    expect(en).not.toBe(fr)
  }
})
