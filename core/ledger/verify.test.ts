import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Hash } from './hash.ts'
import type { LedgerRow } from './row.ts'
import { sampleLedgers, sampleRow } from './sample-rows.ts'
import { sha256 } from './sample-sha256.ts'
import { append, emptyFrontier, rootOf, type Frontier } from './tree.ts'
import { checkLedger, tileKey } from './verify.ts'

const treeOf = (rows: readonly LedgerRow[]) =>
  append(
    sha256,
    emptyFrontier,
    rows.map(({ leafHash }) => leafHash),
  )

function reportOf(rows: readonly LedgerRow[], head: Frontier | null, tiles?: ReadonlyMap<string, Hash>) {
  const check = checkLedger(sha256)
  rows.forEach(check.take)
  return check.end(head, tiles)
}

const faultsOf = (...given: Parameters<typeof reportOf>) =>
  reportOf(...given).problems.map(({ kind, leaf, group }) => [kind, leaf, group].filter((part) => part !== null))

describe('a ledger as it was written', () => {
  test('holds', () => {
    fc.assert(
      fc.property(sampleLedgers, (rows) => {
        const { frontier } = treeOf(rows)
        expect(reportOf(rows, frontier)).toMatchObject({
          ok: true,
          problems: [],
          leaves: rows.length,
          root: rootOf(sha256, frontier),
        })
      }),
    )
  })

  test('does not with a leaf dropped, doubled, moved, or put in another place and number', () => {
    fc.assert(
      fc.property(sampleLedgers, fc.nat(), fc.nat(), (rows, one, two) => {
        const { frontier } = treeOf(rows)
        const [from, to] = [one % rows.length, two % rows.length]
        const row = rows[from]!
        expect(reportOf(rows.toSpliced(from, 1), frontier).ok).toBe(false)
        expect(reportOf(rows.toSpliced(from, 0, row), frontier).ok).toBe(false)
        if (from === to) return
        expect(reportOf(rows.toSpliced(from, 1).toSpliced(to, 0, row), frontier).ok).toBe(false)
        const swapped = rows.with(from, { ...rows[to]!, leaf: from }).with(to, { ...row, leaf: to })
        expect(reportOf(swapped, frontier).ok).toBe(false)
      }),
    )
  })

  test('does not against the head of fewer or more leaves', () => {
    fc.assert(
      fc.property(sampleLedgers, (rows) => {
        const { frontier } = treeOf(rows)
        expect(faultsOf(rows, treeOf(rows.slice(1)).frontier)).toEqual([['head']])
        expect(faultsOf(rows, { ...frontier, size: frontier.size + 1 })).toEqual([['head']])
      }),
    )
  })
})

const rows = Array.from({ length: 700 }, (_, leaf) => sampleRow(leaf, { entry: `entry ${leaf}`, groups: {} }))
const { frontier, tiles } = treeOf(rows)
const stored = new Map(tiles.map((tile) => [tileKey(tile), tile.hash]))

describe('the stored hashes of the tree', () => {
  test('are held to the leaves', () => {
    expect(faultsOf(rows, frontier, stored)).toEqual([])
    expect(faultsOf(rows, frontier, new Map([...stored, ['1/1', stored.get('1/0')!]]))).toEqual([['tile', 256]])
    expect(faultsOf(rows, frontier, new Map([['1/0', stored.get('1/0')!]]))).toEqual([['tile', 256]])
    expect(faultsOf(rows, frontier, new Map([...stored, ['1/2', 'x']]))).toEqual([['tile']])
  })

  test('tell below which of them leaves changed places', () => {
    const swapped = rows.with(300, { ...rows[301]!, leaf: 300 }).with(301, { ...rows[300]!, leaf: 301 })
    expect(faultsOf(swapped, frontier, stored)).toEqual([['tile', 256], ['head']])
  })

  test('of a frontier are compared one by one: the right root from other hashes would not last', () => {
    expect(frontier.hashes.length).toBeGreaterThan(1)
    const merged = { size: frontier.size, hashes: [rootOf(sha256, frontier)] }
    expect(rootOf(sha256, merged)).toBe(rootOf(sha256, frontier))
    expect(faultsOf(rows, merged)).toEqual([['head']])
  })
})

test('of very many faults the first thousand are told', () => {
  const broken = Array.from({ length: 1500 }, (_, leaf) => ({ ...rows[leaf % rows.length]!, leaf, digests: '' }))
  const { ok, problems } = reportOf(broken, null)
  expect(ok).toBe(false)
  expect(problems).toHaveLength(1000)
})
