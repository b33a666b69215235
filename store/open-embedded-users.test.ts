// Whose files they are and who runs the server. Run as root, the ordinary user is a child that gives up root first.

import { chmodSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { serverState } from './embedded/server-state.ts'
import { ask, barePackage, databaseOf, dataOf, endAll, failureOf, folder, inChild } from './embedded/testing.ts'
import { linksIn, newHome, nobody, open, openPackage, ordinary, removeAll } from './embedded/testing.ts'
import { removeAtTheEnd, startChild } from './embedded/testing.ts'
import { openHome } from './home.ts'
import { isRoot, type Owner } from './private-files.ts'

afterEach(endAll)
afterAll(removeAll)

test('a package whose install script never ran gets its library links, or a copy where it cannot be written', async () => {
  const packageFolder = barePackage()
  const links = linksIn(packageFolder)
  expect(links.some((link) => existsSync(link))).toBe(false)
  const { release, notices } = await open(newHome(), { packageFolder })
  await release()
  expect(notices).toEqual([])
  expect(links.every((link) => lstatSync(link).isSymbolicLink())).toBe(true)

  for (const link of links) rmSync(link)
  chmodSync(join(packageFolder, 'native', 'lib'), 0o555)
  const home = newHome(ordinary.user)
  const child = await inChild({ home: home.path, options: { packageFolder }, ...ordinary })
  expect(child.opened.notices).toEqual([
    { en: expect.stringContaining('copied to'), fr: expect.stringContaining('copiés dans') },
  ])
  await child.release()
  chmodSync(join(packageFolder, 'native', 'lib'), 0o755)
})

test('an ordinary user runs the server as itself', async () => {
  const home = newHome(ordinary.user)
  const child = await inChild({ home: home.path, options: { packageFolder: openPackage() }, ...ordinary })
  const uid = ordinary.user?.uid ?? process.getuid?.()
  expect([lstatSync(dataOf(home)).uid, lstatSync(join(home.path, 'home.json')).uid]).toEqual([uid, uid])
  expect(await ask(child.opened.connection, 'select 1')).toBe(1)
  await child.release()
  expect(serverState(dataOf(home)).kind).toBe('none')
})

test('a home that this user may not write is refused by name', async () => {
  const path = isRoot() ? join(folder, 'of-root') : '/headstamp-home'
  if (isRoot()) mkdirSync(path, { mode: 0o755 })
  const child = startChild({ home: path, ...ordinary })
  expect(await child.line()).toMatchObject({ kind: 'not-writable', message: expect.stringContaining(path) })
})

const asRoot: readonly (readonly [string, () => Promise<void>])[] = [
  [
    "root runs the server as the home's owner, who can go on without root",
    async () => {
      const daemon: Owner = { uid: 1, gid: 1 }
      const home = newHome(daemon)
      const { connection, release } = await open(home)
      expect(lstatSync(dataOf(home)).uid).toBe(daemon.uid)
      await ask(connection, 'create table kept as select 7 as seven')
      await release()
      const child = await inChild({ home: home.path, options: { packageFolder: openPackage() }, user: daemon })
      expect(await ask(child.opened.connection, 'select seven from kept')).toBe(7)
      await child.release()
    },
  ],

  [
    'root runs the server as nobody where the owner is root or has no account',
    async () => {
      for (const owner of [undefined, { uid: 54_321, gid: 54_321 }]) {
        const home = newHome(owner)
        const { connection, release } = await open(home)
        expect(lstatSync(dataOf(home)).uid).toBe(nobody.uid)
        expect(await ask(connection, 'select 1')).toBe(1)
        await release()
      }
    },
  ],

  [
    'another user is told whose a cluster is',
    async () => {
      const stranger: Owner = { uid: 54_321, gid: 54_321 }
      const home = newHome(stranger)
      await (await open(home)).release()
      const child = startChild({ home: home.path, user: stranger })
      expect(await child.line()).toMatchObject({ kind: 'other-user', message: expect.stringContaining('65534') })
    },
  ],

  [
    'the database of a home under a closed folder moves, says so once, and is found again',
    async () => {
      const closed = join(folder, 'closed')
      mkdirSync(closed, { mode: 0o700 })
      const path = join(closed, 'home')
      const home = openHome(path)
      const first = await open(home)
      const moved = databaseOf(home)
      removeAtTheEnd(moved)
      expect(moved).toMatch(/^\/var\/lib\/headstamp\/[0-9a-f]{12}$/)
      expect(first.notices).toContainEqual({ en: expect.stringContaining(moved), fr: expect.stringContaining(moved) })
      await ask(first.connection, 'create table kept as select 7 as seven')
      await first.release()

      // The folder is opened since then: the database stays where it is.
      chmodSync(closed, 0o755)
      const second = await open(openHome(path))
      expect(second.notices).toEqual([])
      expect(await ask(second.connection, 'select seven from kept')).toBe(7)
      await second.release()

      renameSync(path, `${path}-away`)
      chmodSync(closed, 0o700)
      expect(await failureOf(open(openHome(path)))).toMatchObject({ kind: 'folder-taken', place: moved })
    },
  ],

  [
    'programs under a closed folder are copied to where the server can run them',
    async () => {
      const closed = join(folder, 'closed-checkout')
      mkdirSync(closed, { mode: 0o700 })
      const packageFolder = join(closed, 'package')
      renameSync(barePackage(), packageFolder)
      const home = newHome()
      const { connection, notices, release } = await open(home, { packageFolder })
      expect(notices).toEqual([
        { en: expect.stringContaining(packageFolder), fr: expect.stringContaining(packageFolder) },
      ])
      expect(await ask(connection, 'select 1')).toBe(1)
      await release()
      expect((await open(home, { packageFolder })).notices).toEqual([])
    },
  ],
]

const asOrdinary: typeof asRoot = [
  [
    'a home under a closed folder is refused by name',
    async () => {
      const closed = join(folder, 'closed')
      mkdirSync(closed, { mode: 0o000 })
      expect(() => openHome(join(closed, 'home'))).toThrow(closed)
      chmodSync(closed, 0o700)
    },
  ],
]

test.each(isRoot() ? asRoot : asOrdinary)('%s', async (_, holds) => {
  await expect(holds()).resolves.toBeUndefined()
})
