import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHeadstamp } from '../marking/headstamp.ts'
import { flatRows, unflatten, type FlatRow } from './flat-rows.ts'
import { libraryInUse, type AcceptedEntry } from './library-in-use.ts'
import { data, reference } from './sample-reference.ts'
import { nameKey } from './spelling.ts'

const row = (more: Partial<FlatRow>): FlatRow => ({
  list: 'producers',
  confidence: 'probable',
  read_in: 'a letter',
  ...more,
})
const entry = (ref: string, more: Partial<FlatRow>, corrects?: string): AcceptedEntry => ({
  ref: `desk:${ref}`,
  row: row(more),
  corrects,
})
const producers = (...entries: readonly AcceptedEntry[]) => libraryInUse(data, entries)

test('what ships is the same read flat and back', () => {
  const { calibres, ...rows } = unflatten(flatRows(data))
  expect(rows).toEqual({
    producers: data.producers,
    patterns: data.patterns,
    models: data.models,
    headstampCodes: data.headstampCodes,
    markForms: data.markForms,
    lotPatterns: data.lotPatterns,
    colourCodes: data.colourCodes,
  })
  expect(calibres).toHaveLength(data.calibres.length + data.calibresListed.length)
  const refs = flatRows(data).map(({ list, ref }) => `${list} ${ref}`)
  expect(new Set(refs).size).toBe(refs.length)
})

describe('names that accepted rows give', () => {
  test('an alias of a sure row is compared as its name, of an unverified one as typed', () => {
    const sure = producers(entry('A', { name: 'Works One', aliases: ['W1', 'Завод 1'] })).names
    expect(['W1', 'w-1', 'завод 1', 'Works One', 'Works Two'].map(sure.producer)).toEqual([
      'Works One',
      'Works One',
      'Works One',
      'Works One',
      null,
    ])
    const unsure = producers(entry('A', { name: 'Works One', aliases: ['W1'], confidence: 'unverified' })).names
    expect(unsure.producer('W1')).toBeNull()
  })

  test('an alias that two rows claim means neither, and both bear the doubt', () => {
    const { names, doubts } = producers(
      entry('A', { name: 'Works One', aliases: ['W', 'W1'] }),
      entry('B', { name: 'Works Two', aliases: ['W'] }),
    )
    expect([names.producer('W'), names.producer('W1')]).toEqual([null, 'Works One'])
    expect([doubts('producers', 'desk:A'), doubts('producers', 'desk:B')]).toEqual([['name-claimed'], ['name-claimed']])
  })

  test('rows that are each other’s alias, in a circle of any length, merge nothing', () => {
    const circle = ['A', 'B', 'C'].map((one, i, all) => entry(one, { name: one, aliases: [all[(i + 1) % 3] ?? ''] }))
    for (const list of ['producers', 'calibres'] as const) {
      const { names } = producers(...circle.map(({ ref, row: its }) => ({ ref, row: { ...its, list } })))
      expect(['A', 'B', 'C'].map(list === 'calibres' ? names.calibre : names.producer)).toEqual([null, null, null])
    }
  })

  test('a calibre gets writings of its own, and one that claims another’s name makes it nobody’s', () => {
    const more = entry('A', { list: 'calibres', name: '7.62x39', aliases: ['Kurz 7.62'] })
    expect(producers(more).names.calibre('kurz 7,62')).toBe('7.62x39')
    const wrong = entry('B', { list: 'calibres', name: '5.8x42', aliases: ['7.62x39'] })
    const { names } = producers(wrong)
    expect([names.calibre('7.62x39'), names.calibre('7.62 × 39 mm'), names.calibre('5.8x42')]).toEqual([
      null,
      null,
      '5.8x42',
    ])
    expect(names.calibre('5.56x45')).toBe(reference.names.calibre('5.56x45'))
  })
})

const said = (...entries: readonly AcceptedEntry[]) => {
  const { rows, doubts } = producers(...entries)
  const found = rows.filter(({ list, ref }) => list === 'producers' && ref === 'ulyanovsk')
  return {
    name: found.map(({ row: { name } }) => name).join(),
    doubts: ['shipped:ulyanovsk', ...entries.map(({ ref }) => ref)].map((ref) => doubts('producers', ref).join()),
  }
}

describe('corrections', () => {
  const own = { name: 'Ulyanovsk Works', aliases: ['Factory 3'] }
  test('a correction stands in the place of its row, under its reference, and its codes name it', () => {
    const { library, names } = producers(entry('A', own, 'shipped:ulyanovsk'))
    const [reading] = library.readingsOfHeadstamp(readHeadstamp([['12', '3']]))
    expect(reading).toMatchObject({ reads: 'producer', producer: { ref: 'ulyanovsk', name: 'Ulyanovsk Works' } })
    expect(names.producer('factory 3')).toBe('Ulyanovsk Works')
  })

  test('a correction of a correction stands last', () => {
    expect(said(entry('A', own, 'shipped:ulyanovsk'), entry('B', { name: 'Third' }, 'A'))).toEqual({
      name: 'Third',
      doubts: ['', '', ''],
    })
  })

  test('two of one row are both left out, and the row as it was is sure no longer', () => {
    const two = [entry('A', own, 'shipped:ulyanovsk'), entry('B', { name: 'Other' }, 'shipped:ulyanovsk')]
    expect(said(...two)).toEqual({
      name: 'Ulyanovsk Machinery Plant',
      doubts: ['contradicts', 'contradicts', 'contradicts'],
    })
    const calibres = ['A', 'B'].map((ref) => entry(ref, { list: 'calibres', name: ref }, 'shipped:7.62x39'))
    expect(producers(...calibres).names.calibre('7.62 Soviet')).toBeNull()
  })

  test('one of a row that no longer ships, or in a circle, is left out and says so', () => {
    expect(said(entry('A', own, 'shipped:gone'))).toMatchObject({ doubts: ['', 'corrects-nothing'] })
    expect(said(entry('A', own, 'B'), entry('B', own, 'A'))).toMatchObject({
      name: 'Ulyanovsk Machinery Plant',
      doubts: ['', 'corrects-in-a-circle', 'corrects-in-a-circle'],
    })
  })

  test('an unverified correction is read and leaves the names as they were', () => {
    const {
      names,
      library: { calibres },
    } = producers(
      entry('A', { list: 'calibres', name: '7.62x39', aliases: ['M999'], confidence: 'unverified' }, 'shipped:7.62x39'),
    )
    expect([names.calibre('M43'), names.calibre('M999'), calibres('M999')]).toEqual(['7.62x39', null, ['7.62x39']])
  })

  test('a code of a producer that nobody knows is left out and says so; of one known by name it is read', () => {
    const code = (producer: string) => entry('C', { list: 'headstamp-codes', code: 'QZX', producer })
    const { library, doubts } = producers(code('Nobody'))
    expect(library.readingsOfHeadstamp(readHeadstamp([['12', 'QZX']]))).toEqual([])
    expect(doubts('headstamp-codes', 'desk:C')).toEqual(['producer-unknown'])
    const known = producers(entry('A', { name: 'Works One' }), code('works one'))
    expect(known.library.readingsOfHeadstamp(readHeadstamp([['12', 'QZX']]))).toMatchObject([
      { producer: { name: 'Works One' } },
    ])
  })
})

describe('laws, for any accepted rows', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'a', 'Ulyanovsk Works', '7.62x39', 'M43', '5.56x45', 'PPU', '')
  const anyEntry = fc.record({
    list: fc.constantFrom('producers', 'models', 'calibres') as fc.Arbitrary<'producers' | 'models' | 'calibres'>,
    name: name.filter((one) => one !== ''),
    aliases: fc.array(name, { maxLength: 3 }),
    confidence: fc.constantFrom('verified', 'probable', 'unverified') as fc.Arbitrary<FlatRow['confidence']>,
    corrects: fc.constantFrom(undefined, 'E0', 'E1', 'E2', 'shipped:ulyanovsk', 'shipped:7.62x39', 'shipped:none'),
  })
  const anyEntries = fc
    .array(anyEntry, { maxLength: 6 })
    .map((all) =>
      all.map(({ corrects, ...one }, i) => entry(`E${i}`, { pattern: 'AK', class: 'arm', ...one }, corrects)),
    )
  const texts = ['A', 'B', 'C', 'Ulyanovsk Works', '7.62x39', 'M43', '5.56x45', '7.62 Soviet', 'PPU', '']
  const namesIn = (entries: readonly AcceptedEntry[]) => {
    const { names } = producers(...entries)
    return texts.map((text) => [names.producer(text), names.model(text), names.calibre(text)])
  }

  test('names do not hang on the order in which rows were accepted, nor on unverified ones', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(namesIn(entries.toReversed())).toEqual(namesIn(entries))
        expect(namesIn(entries.filter(({ row: { confidence } }) => confidence !== 'unverified'))).toEqual(
          namesIn(entries),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('the name of a name is itself, and two names of a row in use are never given to one text', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { names, rows } = producers(...entries)
        for (const text of texts) {
          const given = names.producer(text)
          if (given === null) continue
          expect(names.producer(given)).toBe(given)
          const claiming = rows.filter(
            ({ list, row: one }) =>
              list === 'producers' &&
              one.confidence !== 'unverified' &&
              [one.name ?? '', ...(one.aliases ?? [])].some((own) => nameKey(own) === nameKey(text)),
          )
          expect(claiming.length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 40 },
    )
  })
})
