// Opening a home: what the base says of itself, who else is there, and what was lost.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rowsOf } from '#store/database.ts'
import { PlaceError } from '#store/place-error.ts'
import { openContext } from './context.ts'
import { rolePasswordsFile } from './home-keys.ts'
import { killRounds } from './sample-kill.ts'
import { withOwner } from './sample-owner.ts'

const folder = mkdtempSync(join(tmpdir(), 'context-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a home whose base a newer version made is refused with the way out, and left as it is', async () => {
  const home = join(folder, 'newer')
  const first = await openContext({ home })
  await withOwner(first, (owner) => owner.query(`insert into migrations values ('9999-later.sql', '')`))
  await first.close()
  const failure = await openContext({ home }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(PlaceError)
  expect(failure).toMatchObject({ kind: 'newer-home', place: home })
  expect((failure as PlaceError).inLanguage('en')).toMatch(/newer version.*Nothing was changed/)
  expect((failure as PlaceError).inLanguage('fr')).toMatch(/plus récente.*Rien n'a été modifié/)
})

test('two processes that write to one home at once lose nothing, and one ledger holds it', async () => {
  const report = await killRounds(join(folder, 'shared'), 1, () => 0.5, 2)
  expect(report).toMatchObject({ lost: [], ledgerHolds: true })
  expect(report.acknowledged).toBeGreaterThanOrEqual(40)
})

test('on the embedded server the passwords of the roles can be lost', async () => {
  const home = join(folder, 'forgot')
  const first = await openContext({ home })
  const { node } = first.store
  await first.close()
  rmSync(join(home, rolePasswordsFile))
  const second = await openContext({ home })
  expect(second.store.node).toBe(node)
  expect(await rowsOf(second.store.intake, 'select node from nodes')).toEqual([{ node }])
  await second.close()
})
