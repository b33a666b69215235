/** Rows that can be kept, of every table, for laws: each cell as a table file would hold it. */
import * as fc from 'fast-check'
import type { FieldType, Value } from './field.ts'
import { handlings } from './handling.ts'
import { tables, type Table } from './kinds.ts'
import { columns, refFields } from './parse-row.ts'
import { formatValue, type Codes } from './parse-value.ts'

export const sampleCodes: Codes = {
  isCountry: (code) => /^(AA|XA|XB|ML|NE|BF|FR|RU)$/.test(code),
  isFormerCountry: (code) => /^(SU|SUHH|YUCS)$/.test(code),
}

/** Signs that tables, lists, spreadsheets and terminals trip over. */
const signs = [...'aZ09 é中😀=+-@\'",;:\\|?{}\t\n\r\u200b\u001b']

const words = fc
  .string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '')

const dates = fc.constantFrom('2015', '2015-11', '2015-11-20', '2016-02-29', '1998-01-01')

function valueOf(type: FieldType): fc.Arbitrary<Value> {
  switch (type.is) {
    case 'text':
      return words
    case 'shape':
      return fc.constantFrom('POLYGON((0 0,1 0,1 1,0 0))', 'POINT(0 0)')
    case 'origin':
      return fc.constantFrom('looted-national', 'state:ML', 'state:SUHH', 'unknown')
    case 'word':
      return fc.constantFrom(...type.words)
    case 'whole':
      return fc.integer({ min: type.min, max: Math.min(type.max, 1_000_000_000) })
    case 'number':
      return fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000)
    case 'decimal':
      return fc.constantFrom('0', '-14.500', '+3.0', '89.99999999999')
    case 'date':
      return dates
    case 'grade':
      return fc.constantFrom('A1', 'B2', 'F6')
    case 'country':
      return fc.constantFrom('ML', 'XA', ...(type.former ? ['SU', 'SUHH'] : []))
    case 'list':
      return fc.array(type.words === null ? words : fc.constantFrom(...type.words), { minLength: 1, maxLength: 4 })
    case 'pairs':
      return fc.array(fc.tuple(words, fc.oneof(words, fc.constant(''))), { minLength: 1, maxLength: 4 })
    case 'flag':
      return fc.boolean()
  }
}

/** Values by column: starred ones always there, every other at times. */
export function sampleValues(table: Table): fc.Arbitrary<Readonly<Record<string, Value>>> {
  const fields = Object.fromEntries(columns[table].map(({ name, field }) => [name, valueOf(field.type)]))
  const requiredKeys = columns[table].filter(({ field }) => field.need === 'filled').map(({ name }) => name)
  const all: Record<string, fc.Arbitrary<Value>> = {
    ...fields,
    handling: fc.constantFrom(...handlings),
    'not a column; "other"': words,
  }
  const record = fc.record(all, { requiredKeys })
  if (table === 'baselines')
    return record.map((row) => ({ ...row, seen: Math.min(Number(row['seen']), Number(row['sample'])) }))
  if (table === 'settings') return record.map((row) => ({ ...row, setting: 'zone' }))
  if (table === 'library')
    return record.map((row) => ({ ...row, list: 'producers', name: 'Works', countries: ['ML', 'SUHH ..1991'] }))
  return record
}

/** Rows of one table file, each with a reference of its own. */
export const sampleRows = (table: Table): fc.Arbitrary<readonly Readonly<Record<string, string>>[]> =>
  fc.array(sampleValues(table), { maxLength: 4 }).map((rows) =>
    rows.map((row, i) => {
      const cells = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, formatValue(value)]))
      const ref = refFields[tables[table]] ?? ''
      // Settings are told apart by their dates, all others by a reference.
      if (table === 'settings') return { ...cells, from: `20${10 + i}` }
      return { ...cells, [ref]: `${cells[ref] ?? ''}/${i}` }
    }),
  )
