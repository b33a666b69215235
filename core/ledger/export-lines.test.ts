import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExport, formatHead, formatRow, parseLine } from './export-lines.ts'
import { sampleLedgers } from './sample-rows.ts'
import { sha256 } from './sample-sha256.ts'
import { append, emptyFrontier, rootOf } from './tree.ts'

const exported = sampleLedgers.map((rows) => {
  const { frontier } = append(
    sha256,
    emptyFrontier,
    rows.map(({ leafHash }) => leafHash),
  )
  return [...rows.map(formatRow), formatHead({ size: frontier.size, root: rootOf(sha256, frontier) })]
})

function reportOf(lines: readonly string[]) {
  const check = checkExport(sha256)
  lines.forEach(check.take)
  return check.end()
}

test('a line says what it was written from', () => {
  fc.assert(
    fc.property(sampleLedgers, (rows) => {
      for (const row of rows) expect(parseLine(formatRow(row))).toEqual({ row })
      const lost = { ...rows[0]!, salt: null, texts: [] }
      expect(parseLine(formatRow(lost))).toEqual({ row: lost })
    }),
  )
})

test('an exported ledger holds, and with any character changed, dropped or put in no longer', () => {
  fc.assert(
    fc.property(
      exported,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('', '0', ' ', '\\', 'é', '""'),
      (lines, at, place, by) => {
        expect(reportOf(lines)).toMatchObject({ ok: true, leaves: lines.length - 1 })
        const number = at % lines.length
        const line = lines[number]!
        const from = place % line.length
        for (const cut of [0, 1]) {
          const other = line.slice(0, from) + by + line.slice(from + cut)
          if (other !== line) expect(reportOf(lines.with(number, other)).ok).toBe(false)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('an exported ledger without one of its lines, or with one twice, does not hold', () => {
  fc.assert(
    fc.property(exported, fc.nat(), (lines, at) => {
      const number = at % lines.length
      expect(reportOf(lines.toSpliced(number, 1)).ok).toBe(false)
      expect(reportOf(lines.toSpliced(number, 0, lines[number]!)).ok).toBe(false)
    }),
  )
})
