import { expect, test } from 'vitest'
import { classes } from '../record/kinds.ts'
import { readingOf, readingsOf } from './reading.ts'
import { sampleItem } from './sample-item.ts'

test.each([
  [{}, 1],
  [{ pattern: 'AK' }, 2],
  [{ calibre: '7.62x39' }, 2],
  [{ features: [['case', 'steel']] as const }, 2],
  [{ year: 1974, year_to: 1990 }, 1],
  [{ year: 1974 }, 3],
  [{ producer: 'Usine 22' }, 3],
  [{ serial: 'KO431177' }, 3],
  [{ marks: [['12', '10']] as const }, 3],
  [{ mark_condition: 'worn' } as const, 3],
  [{ mark_condition: 'never-marked' } as const, 3],
  [{ mark_condition: 'removed' } as const, 3],
  [{ mark_condition: 'intact' } as const, 1],
])('an item with %j shows level %i', (known, level) => {
  expect(readingOf(sampleItem(known))).toBe(level)
})

test('an incident is read, for a class, to the finest level that its items of it show', () => {
  const readings = readingsOf({ read_level: 'marks' }, [
    sampleItem({ class: 'ammunition', calibre: '7.62x39' }),
    sampleItem({ class: 'ammunition' }),
    sampleItem({ class: 'arm', serial: '17' }),
  ])
  expect([readings.get('ammunition'), readings.get('arm')]).toEqual([2, 3])
})

test('where it has none of a class, it was read to its own level', () => {
  expect(readingsOf({ read_level: 'type' }, []).get('rocket')).toBe(2)
  expect(readingsOf({ read_level: 'type' }, []).size).toBe(classes.length)
})

test('where that is empty or none, it was not read', () => {
  expect(readingsOf({}, [sampleItem({ model: 'AKM' })])).toEqual(new Map([['arm', 2]]))
  expect(readingsOf({ read_level: 'none' }, []).size).toBe(0)
})
