import { expect, test } from 'vitest'
import { dateForms } from './date-forms.ts'
import { headerKey } from './header-key.ts'
import { propose } from './propose.ts'
import { cellsOf, sampleLayouts, type SampleLayout } from './sample-layouts.ts'
import { sampleLookups } from './sample-lookups.ts'

const proposedFor = (layout: SampleLayout) => {
  const [header = [], ...rows] = cellsOf(layout)
  return propose(header, rows, sampleLookups)
}

test.each(sampleLayouts.map((layout) => [layout.name, layout] as const))(
  '%s: every column is fed as an expert would, or left alone',
  (_, layout) => {
    const fed = Object.fromEntries(
      (proposedFor(layout)?.fed ?? []).map(({ column, table, field }) => [column, `${table}.${field}`]),
    )
    for (const [column, field] of Object.entries(layout.either ?? {})) if (fed[column] === field) delete fed[column]
    expect(fed).toEqual(layout.fields)
  },
)

test('where no cell tells the month from the day both forms are given, so that each date keeps its doubt', () => {
  expect(dateForms(['05/06/2020', '07/08/2020'])).toEqual(['D/M/YYYY', 'M/D/YYYY'])
  expect(dateForms(['05/06/2020', '17/08/2020'])).toEqual(['D/M/YYYY'])
  expect(dateForms(['8/17/20', '10/2/20'])).toEqual(['M/D/YY'])
  expect(dateForms(['2020-01-02', '2020-02', '2019'])).toEqual([])
  expect(dateForms(['2009-02-20T00:00:00'])).toEqual(['YYYY-M-DT00:00:00'])
  expect(dateForms(['13.03.2019', '2018'])).toEqual(['D.M.YYYY', 'YYYY-MM-DD', 'YYYY-MM', 'YYYY'])
  expect(dateForms(['12-mars-2019', '2-avr-2019'])).toEqual(['D-MMM-YYYY'])
  expect(dateForms(['3 Feb 19', '12 août 19'])).toEqual(['D MMM YY'])
  expect(dateForms(['soon', 'late'])).toBeNull()
  expect(dateForms(['3 jui 2019'])).toBeNull()
})

test('a name is known however it is written', () => {
  for (const name of ["Date de l'attaque", 'DATE_ATTAQUE', 'dateAttaque', 'Date attaque (JJ/MM/AAAA)']) {
    expect(headerKey(name)).toBe('attaque date')
  }
  for (const name of ['N° de série', 'Numéro de série', 'no. serie', 'n°série'])
    expect(headerKey(name)).toBe('no serie')
  for (const name of ['Yr of mfr', 'year_manufactured', 'Manufacture Year (4 digits)'])
    expect(headerKey(name)).toBe('manufacture year')
})

test('what a column says is not taken for what it lacks: rows of one case are one incident', () => {
  const police = sampleLayouts.find(({ name }) => name.startsWith('police')) as SampleLayout
  const [incidents, items] = proposedFor(police)?.records ?? []
  expect(incidents?.one_per).toEqual(['Case Number'])
  expect(incidents?.fields['incident_ref']).toEqual({ column: 'Case Number' })
  expect(items?.fields['incident_ref']).toEqual({ column: 'Case Number' })
  expect(items?.fields['item_ref']).toEqual([{ template: 'row-{#}-1' }])
})

test('a list of stock claims nothing of what it leaves out', () => {
  const depot = sampleLayouts.find(({ name }) => name.startsWith('what a depot')) as SampleLayout
  expect(proposedFor(depot)?.records).toEqual([
    expect.objectContaining({
      kind: 'stock',
      fields: expect.objectContaining({ coverage: { const: 'partial' }, stock_ref: { template: 'row-{#}' } }),
    }),
  ])
})

test('a headstamp whose parts have no place on the clock is one mark, kept as it was read', () => {
  const header = ['Incident ID', 'Attack date', 'Calibre', 'Headstamp']
  const proposed = (headstamp: string) =>
    propose(header, [['A-1', '2020-01-02', '7.62x39', headstamp]], sampleLookups)?.records[1]?.fields['marks']
  expect(proposed('61 / 15')).toEqual({ template: 'headstamp:{Headstamp}' })
  expect(proposed('12:61; 6:15')).toBeUndefined()
})
