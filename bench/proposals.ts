/** How often a proposed mapping is right, by field, on tables made up for it: `tools/node bench/proposals.ts`. */
import { propose } from '#core/mapping/propose.ts'
import { cellsOf, sampleLayouts } from '#core/mapping/sample-layouts.ts'
import { sampleLookups } from '#core/mapping/sample-lookups.ts'

interface Tally {
  right: number
  wrong: number
  missed: number
}

const tallies = new Map<string, Tally>()
const tally = (field: string, what: keyof Tally) => {
  const known = tallies.get(field) ?? { right: 0, wrong: 0, missed: 0 }
  known[what]++
  tallies.set(field, known)
}

for (const layout of sampleLayouts) {
  const [header = [], ...rows] = cellsOf(layout)
  const fed = new Map(
    (propose(header, rows, sampleLookups)?.fed ?? []).map(({ column, table, field }) => [column, `${table}.${field}`]),
  )
  for (const column of header) {
    const [wanted, either, got] = [layout.fields[column], layout.either?.[column], fed.get(column)]
    if (got !== undefined) tally(got, got === wanted || got === either ? 'right' : 'wrong')
    if (wanted !== undefined && got !== wanted) tally(wanted, 'missed')
  }
}

const share = (of: number, all: number) => (all === 0 ? '   -' : (of / all).toFixed(2))
const line = (name: string, { right, wrong, missed }: Tally) =>
  `${name.padEnd(28)} right ${String(right).padStart(3)}  wrong ${String(wrong).padStart(3)}  missed ${String(missed).padStart(3)}` +
  `  precision ${share(right, right + wrong)}  recall ${share(right, right + missed)}`
for (const [field, one] of [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1))) console.log(line(field, one))
const all = [...tallies.values()].reduce((a, b) => ({
  right: a.right + b.right,
  wrong: a.wrong + b.wrong,
  missed: a.missed + b.missed,
}))
console.log(line(`all, of ${sampleLayouts.length} tables`, all))
