// A disk that is full: as root a small one of our own, else what the system answers of one.

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { ask, endAll, failureOf, open } from './embedded/testing.ts'
import { openHome } from './home.ts'
import { placeErrorOf, type PlaceError } from './place-error.ts'
import { isRoot } from './private-files.ts'

const disks: string[] = []
afterEach(endAll)
afterAll(() => {
  for (const disk of disks) {
    spawnSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  }
})

const canMount = isRoot() && process.platform === 'linux' && mounts('1m') !== null

function mounts(size: string): string | null {
  const disk = realpathSync(mkdtempSync(join(tmpdir(), 'disk-')))
  chmodSync(disk, 0o755)
  disks.push(disk)
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'none', disk]).status === 0 ? disk : null
}

function resize(disk: string, size: string): void {
  expect(spawnSync('mount', ['-o', `remount,size=${size}`, disk]).status).toBe(0)
}

const saysSo = (failure: PlaceError, disk: string): void => {
  expect(failure).toMatchObject({ kind: 'disk-full', place: expect.stringContaining(disk) })
  expect(failure.inLanguage('en')).toMatch(/^The disk is full: .*Free some space and run this again/)
  expect(failure.inLanguage('fr')).toMatch(/^Le disque est plein : .*Libérez de l'espace et relancez/)
}

const onSmallDisk: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'a disk without room for a database is named, and once there is room the same start succeeds',
    async () => {
      const disk = mounts('8m') as string
      const home = openHome(join(disk, 'home'))
      saysSo(await failureOf(open(home)), disk)
      resize(disk, '600m')
      expect(await ask((await open(home)).connection, 'select 1')).toBe(1)
    },
  ],
  [
    'a disk that fills up under the server loses nothing that was acknowledged',
    async () => {
      const disk = mounts('400m') as string
      const home = openHome(join(disk, 'home'))
      const first = await open(home)
      await ask(first.connection, 'create table kept (n int)')
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - 40_000_000))
      let acknowledged = 0
      const filling = async (): Promise<void> => {
        for (;;) {
          await ask(
            first.connection,
            `create table filler_${acknowledged} as select repeat(md5(n::text), 100) from generate_series(1, 5000) n`,
          )
          await ask(first.connection, `insert into kept values (${acknowledged})`)
          acknowledged++
        }
      }
      await expect(filling()).rejects.toThrow()
      expect(acknowledged).toBeGreaterThan(0)
      await first.release().catch(() => undefined)
      rmSync(join(disk, 'ballast'))
      expect(await ask((await open(home)).connection, 'select count(*)::int from kept')).toBeGreaterThanOrEqual(
        acknowledged,
      )
    },
  ],
]

const elsewhere: typeof onSmallDisk = [
  [
    'what the system says of a full disk is said with its place',
    async () => {
      const error = await Promise.try(() => writeFileSync('/dev/full', 'x')).then(
        () => Object.assign(new Error('no such device here'), { code: 'ENOSPC' }),
        (failure: unknown) => failure,
      )
      saysSo(placeErrorOf(error, '/home') as PlaceError, '/home')
    },
  ],
]

test.each([...elsewhere, ...(canMount ? onSmallDisk : [])])('%s', { timeout: 120_000 }, async (_, holds) => {
  await expect(holds()).resolves.toBeUndefined()
})
