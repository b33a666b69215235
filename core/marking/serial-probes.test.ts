import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSerials } from './near-miss.ts'
import type { KeyRange } from './key-range.ts'
import { anyReading, anySerial, slippedSerial } from './sample-serials.ts'
import { serialProbes } from './serial-probes.ts'
import { reverseFold, skeletonOf } from './serial.ts'

const isIn = (key: string, range: KeyRange | null) =>
  range !== null && key >= range.from && (range.to === null || key < range.to)

function meets(asked: string, found: string): boolean {
  const { equal, begins, ends } = serialProbes(asked)
  return equal.includes(skeletonOf(found)) || isIn(skeletonOf(found), begins) || isIn(reverseFold(found), ends)
}

/** Readings of one serial in which a place or two could not be read. */
const halfRead = anySerial.chain((serial) =>
  fc.tuple(fc.nat({ max: serial.length - 1 }), fc.nat({ max: serial.length - 1 })).map(([first, second]) => {
    const asked = Array.from(serial, (character, i) => (i === first ? '?' : character)).join('')
    const found = Array.from(serial, (character, i) => (i === second ? '?' : character)).join('')
    return { serial, asked, found }
  }),
)

describe('what is held for near is met by the probes', () => {
  test('for every slip, from both sides', () => {
    fc.assert(
      fc.property(slippedSerial, ({ serial, slipped }) => {
        expect([meets(serial, slipped), meets(slipped, serial)]).toEqual([true, true])
      }),
      { numRuns: 1000 },
    )
  })

  test('for every serial cut at its start or end', () => {
    fc.assert(
      fc.property(anySerial, fc.nat(), fc.boolean(), (serial, at, isStart) => {
        const cut = isStart ? serial.slice(at % serial.length) : serial.slice(0, (at % serial.length) + 1)
        const isNear = compareSerials({ serial }, { serial: cut }) !== null
        expect([meets(serial, cut) || !isNear, meets(cut, serial) || !isNear]).toEqual([true, true])
      }),
      { numRuns: 1000 },
    )
  })

  test('for places that were not read in the one, the other or both', () => {
    fc.assert(
      fc.property(halfRead, ({ serial, asked, found }) => {
        expect([meets(asked, serial), meets(serial, found), meets(asked, found)]).toEqual([true, true, true])
      }),
      { numRuns: 300 },
    )
  })

  test('for any two readings without unreadable places', () => {
    fc.assert(
      fc.property(anyReading, anyReading, (a, b) => {
        const [asked, found] = [a.replaceAll('?', '7'), b.replaceAll('?', '7')]
        const isNear = compareSerials({ serial: asked }, { serial: found }) !== null
        expect(meets(asked, found) || !isNear).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

test('a run of unreadable places is met from the readable serial', () => {
  expect(meets('KO431177', 'KO???177')).toBe(true)
  expect(meets('KO???177', 'KO431177')).toBe(true)
})

test('one slip in a serial too long to be spelled out is met by one of its halves', () => {
  const serial = 'KO431177'.repeat(4)
  for (const slipped of [`${serial}9`, serial.slice(1), serial.replace('31', '13'), `${serial.slice(0, -1)}X`]) {
    expect(meets(serial, slipped)).toBe(true)
  }
})

test('the number of equal probes keeps its bound', () => {
  const counts = [6, 9, 13, 17, 24].map((n) => serialProbes('A12345678901234567890123'.slice(0, n)).equal.length)
  expect(counts).toEqual([411, 633, 947, 1289, 1963])
  expect(serialProbes('KO4?117').equal.length).toBeLessThan(300)
  expect(serialProbes('KO??117').equal.length).toBeLessThan(1000)
  expect(serialProbes('A1'.repeat(50_000)).equal.length).toBeLessThan(200)
})

test('a text that holds nothing of a number asks for nothing', () => {
  expect(serialProbes('—')).toEqual({ equal: [], begins: null, ends: null })
  expect(serialProbes('?????')).toMatchObject({ begins: null, ends: null })
})
