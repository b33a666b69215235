/**
 * How often a proposed mapping is right, by field: on tables made up with its words, and on tables drawn without sight
 * of them. `tools/node bench/proposals.ts`; what was wrong is named.
 */
import { propose } from '#core/mapping/propose.ts'
import { cellsOf, sampleLayouts, type SampleLayout } from '#core/mapping/sample-layouts.ts'
import { sampleLookups } from '#core/mapping/sample-lookups.ts'
import { heldOutLayouts } from './held-out-layouts.ts'
import { laterLayouts } from './later-layouts.ts'

interface Tally {
  right: number
  wrong: number
  missed: number
}

const share = (of: number, all: number) => (all === 0 ? '   -' : (of / all).toFixed(2))
const line = (name: string, { right, wrong, missed }: Tally) =>
  `${name.padEnd(28)} right ${String(right).padStart(3)}  wrong ${String(wrong).padStart(3)}  missed ${String(missed).padStart(3)}` +
  `  precision ${share(right, right + wrong)}  recall ${share(right, right + missed)}`

function measure(title: string, layouts: readonly SampleLayout[]): void {
  const tallies = new Map<string, Tally>()
  const all: Tally = { right: 0, wrong: 0, missed: 0 }
  const tally = (field: string, what: keyof Tally) => {
    const known = tallies.get(field) ?? { right: 0, wrong: 0, missed: 0 }
    known[what]++
    all[what]++
    tallies.set(field, known)
  }
  console.log(`\n${title}`)
  for (const layout of layouts) {
    const [header = [], ...rows] = cellsOf(layout)
    const fed = new Map(
      (propose(header, rows, sampleLookups)?.fed ?? []).map(({ column, table, field }) => [
        column,
        `${table}.${field}`,
      ]),
    )
    for (const column of header) {
      const [wanted, either, got] = [layout.fields[column], layout.either?.[column], fed.get(column)]
      const isRight = got === wanted || got === either
      if (got !== undefined) tally(got, isRight ? 'right' : 'wrong')
      if (got !== undefined && !isRight)
        console.log(`wrong: ${layout.name}: “${column}” taken for ${got}, not ${wanted ?? 'left out'}`)
      if (wanted !== undefined && got !== wanted) tally(wanted, 'missed')
    }
  }
  for (const [field, one] of [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1))) console.log(line(field, one))
  console.log(line(`all, of ${layouts.length} tables`, all))
}

measure('Made up with the words:', sampleLayouts)
measure('Drawn without sight of them, and learnt from since:', heldOutLayouts)
measure('Drawn later, and learnt from too:', laterLayouts)
