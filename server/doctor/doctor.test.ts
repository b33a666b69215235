// What the doctor finds, and that it says what to do.

import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { roleNames } from '#store/migrate.ts'
import { sampleContext, type SampleContext } from '../sample-context.ts'
import { withOwner } from '../sample-owner.ts'
import { examine } from './doctor.ts'

let sample: SampleContext
beforeEach(async () => {
  sample = await sampleContext()
})
afterEach(() => sample.remove())

const look = (now?: () => number) => examine({ ...sample.place, ...(now && { now }) })
const illOf = async (now?: () => number) => (await look(now)).filter(({ remedy }) => remedy !== null)

test('an installation that is well is well in every part', async () => {
  const checks = await look()
  expect(checks.filter(({ remedy }) => remedy !== null)).toEqual([])
  expect(checks.map(({ name }) => name)).toEqual([
    'node',
    'home',
    'keys',
    'space',
    'clock',
    'database',
    'encoding',
    'connection',
    'rights',
    'clocks',
    'schema',
    'access',
  ])
})

test('a home or a secret that others may read is named with the command that closes it', async () => {
  const { home } = sample.place
  chmodSync(home, 0o755)
  chmodSync(join(home, 'roles.json'), 0o644)
  expect(await illOf()).toMatchObject([
    { name: 'home', remedy: { en: `Run: chmod 700 '${home}'`, fr: `Exécutez : chmod 700 '${home}'` } },
    { name: 'keys', remedy: { en: `Run: chmod 600 '${join(home, 'roles.json')}'` } },
  ])
})

test('a damaged secret stops the looking and is named', async () => {
  writeFileSync(join(sample.place.home, 'keys.json'), '{}')
  expect(await illOf()).toMatchObject([{ name: 'home', found: { en: expect.stringContaining('keys.json') } }])
})

test('a clock that is wrong is found, on this machine and against the server', async () => {
  expect(await illOf(() => Date.now() + 3_600_000)).toMatchObject([
    { name: 'clocks', found: { en: expect.stringMatching(/36\d\d/) } },
  ])
  expect(await illOf(() => Date.now() - 3_600_000)).toMatchObject([{ name: 'clock' }, { name: 'clocks' }])
})

test('a base of a newer version is found', async () => {
  await withOwner(sample.context, (owner) => owner.query(`insert into migrations values ('9999-later.sql', '')`))
  expect(await illOf()).toMatchObject([{ name: 'schema', found: { en: expect.stringContaining('9999-later.sql') } }])
})

test('a right that somebody has granted since is found', async () => {
  const { reader } = roleNames(new URL(sample.place.databaseUrl).pathname.slice(1))
  await withOwner(sample.context, (owner) => owner.query(`grant select on ledger to ${reader}`))
  expect(await illOf()).toMatchObject([
    { name: 'access', found: { en: expect.stringContaining(`${reader} has select on ledger`) } },
  ])
})

test('a home that cannot be opened is all that is said, with its remedy', async () => {
  writeFileSync(join(sample.place.home, 'home.json'), '{"format": 9}')
  expect(await illOf()).toMatchObject([{ name: 'home', found: { en: expect.stringContaining('newer version') } }])
})
