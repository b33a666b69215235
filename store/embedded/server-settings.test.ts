import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { formatSettings, memoryBytes, settingsFor } from './server-settings.ts'

const megabytesOf = (value: string | undefined): number => Number(/^(\d+)MB$/.exec(value ?? '')?.[1])

test('the server never plans for more memory than there is, from half a gigabyte on', () => {
  assert(
    property(integer({ min: 2 ** 29, max: 2 ** 40 }), (memory) => {
      const { shared_buffers, maintenance_work_mem, effective_cache_size } = settingsFor(memory)
      const taken = megabytesOf(shared_buffers) + megabytesOf(maintenance_work_mem)
      expect(taken).toBeLessThan(memory / 2 ** 20)
      expect(megabytesOf(effective_cache_size)).toBeLessThanOrEqual(memory / 2 ** 20)
    }),
  )
  expect(memoryBytes()).toBeGreaterThan(2 ** 28)
})

test('what is asked for wins, and what a person wrote is read last', () => {
  const written = formatSettings(settingsFor(2 ** 33, { fsync: 'off', work_mem: '5MB' }))
    .trimEnd()
    .split('\n')
  expect(written).toContain('fsync = off')
  expect(written).toContain('work_mem = 5MB')
  expect(written.at(-1)).toBe("include_if_exists 'postgresql.user.conf'")
})

test('what was acknowledged is on the disk unless someone asks otherwise', () => {
  expect(settingsFor(2 ** 33)).toMatchObject({ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' })
})
