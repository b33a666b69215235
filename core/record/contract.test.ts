import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { handlings } from './handling.ts'
import { dateKindOf } from './incident-days.ts'
import { kinds, tables, type Table } from './kinds.ts'
import { columns } from './parse-row.ts'

const format = readFileSync(join(import.meta.dirname, '../../docs/format/exchange-format.md'), 'utf8')

/** What the page says of one table: its names (with their stars) and the words beside them. */
function saidOf(table: Table): { readonly names: ReadonlySet<string>; readonly words: string } {
  const from = format.indexOf(`\n**${table}**`)
  const rest = format.slice(from + 1)
  const words = rest.slice(0, rest.slice(2).search(/\n\*\*|\n#/) + 2)
  const cells = words.split('\n').flatMap((line) => (line.startsWith('| `') ? [line.split('|')[1] ?? ''] : []))
  // A table of the page names its columns in its first cell; a list names them before it explains them.
  const naming =
    cells.length > 0 ? cells.join(' ') : (words.split(/Names and defaults|`area` and `members`|Rows with/)[0] ?? '')
  const dates = table === 'incidents' ? ['used_on', 'recovered_on', 'seized_on', 'documented_on'] : []
  return {
    names: new Set([...[...naming.matchAll(/`([a-z_0-9]+[*°]?)`/g)].map(([, name]) => name ?? ''), ...dates]),
    words,
  }
}

describe.each(Object.keys(tables) as Table[])('%s', (table) => {
  const { names, words } = saidOf(table)

  test('has the columns that the exchange format names, with its stars, and no other', () => {
    const star = { filled: '*', column: '°' } as const
    const own = columns[table].map(({ name, field: { need } }) => `${name}${need ? star[need] : ''}`)
    expect(own.toSorted()).toEqual([...names].toSorted())
  })

  test('has no word in a closed list that the exchange format does not write', () => {
    // Classes are explained with items, bases with incidents.
    const page = `${words} ${saidOf('incidents').words} ${saidOf('items').words}`
    const own = columns[table].flatMap(({ field: { type } }) =>
      type.is === 'word' || type.is === 'list' ? (type.words ?? []) : [],
    )
    expect(own.filter((word) => !page.includes(word))).toEqual([])
  })
})

test('the date of each kind of incident is what the exchange format says', () => {
  const said = [
    ['use', ['attack', 'clash', 'ambush', 'ied', 'crime']],
    ['seizure', ['seizure']],
    ['documentation', ['inspection', 'loss', 'other']],
  ] as const
  for (const kind of kinds.incident.kind.type.words) {
    const [meant] = said.find(([, all]) => (all as readonly string[]).includes(kind)) ?? ['recovery']
    expect([kind, dateKindOf({ kind })]).toEqual([kind, meant])
  }
  expect(dateKindOf({ kind: 'attack', date_kind: 'seizure' })).toBe('seizure')
})

test('the handling levels are those of the page, in its order', () => {
  expect(format).toContain(`\`handling\` (${handlings.join(', ')};`)
})
