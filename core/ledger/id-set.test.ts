import { expect, test } from 'vitest'
import { idSet } from './id-set.ts'
import { sha256 } from './sample-sha256.ts'

test('a set of ids knows each that was added, also after it has grown', () => {
  const set = idSet(sha256)
  const ids = Array.from({ length: 20_000 }, (_, n) => `id ${n}`)
  expect(ids.every((id) => set.add(id))).toBe(true)
  expect(ids.some((id) => set.add(id))).toBe(false)
  expect(set.add('another')).toBe(true)
})

test('a hash of zeros is an id like any other', () => {
  const set = idSet(() => '0'.repeat(64))
  expect([set.add('a'), set.add('a')]).toEqual([true, false])
})
