import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { databaseFolderOf, homePath, keepDatabaseFolder, openHome } from './home.ts'
import type { PlaceError } from './place-error.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'home-')))
afterAll(() => rmSync(folder, { recursive: true }))

test('the home is HEADSTAMP_HOME, or data beside the launcher', () => {
  expect(homePath('/opt/headstamp', {})).toBe('/opt/headstamp/data')
  expect(homePath('/opt/headstamp', { HEADSTAMP_HOME: '' })).toBe('/opt/headstamp/data')
  expect(homePath('/opt/headstamp', { HEADSTAMP_HOME: 'mission' })).toBe(resolve('mission'))
})

test('a new home is closed to others and stays the same home', () => {
  const path = join(folder, 'deep', 'home')
  const home = openHome(path)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(statSync(join(path, 'home.json')).mode & 0o777).toBe(0o600)
  expect(openHome(path)).toEqual(home)
})

test('a home behind a link is known by its real path', () => {
  const home = openHome(join(folder, 'real'))
  symlinkSync(home.path, join(folder, 'link'))
  expect(openHome(join(folder, 'link'))).toEqual(home)
})

test('where the database lies is kept, inside the home in a way that outlasts a move', () => {
  const home = openHome(join(folder, 'kept'))
  expect(databaseFolderOf(home)).toBeUndefined()
  keepDatabaseFolder(home, 'postgres')
  expect(databaseFolderOf({ ...home, path: openHome(home.path).path })).toBe(join(home.path, 'postgres'))
  keepDatabaseFolder(home, '/var/lib/headstamp/0123456789ab')
  expect(databaseFolderOf(home)).toBe('/var/lib/headstamp/0123456789ab')
  expect(openHome(home.path)).toEqual(home)
})

test('a home of a newer version is refused with the way out, and left as it is', () => {
  const path = join(folder, 'newer')
  openHome(path)
  const content = '{"format": 7, "of": "another shape"}'
  writeFileSync(join(path, 'home.json'), content)
  const failure = failureOf(() => openHome(path))
  expect(failure).toMatchObject({ kind: 'newer-home', place: path })
  expect(failure.message).toMatch(/format 7.*up to 1.*HEADSTAMP_HOME/)
  expect(failure.inLanguage('fr')).toMatch(/format 7.*jusqu'à 1.*HEADSTAMP_HOME/)
  expect(readFileSync(join(path, 'home.json'), 'utf8')).toBe(content)
})

test('a damaged home.json is named', () => {
  const path = join(folder, 'damaged')
  openHome(path)
  for (const content of ['', '{"format"', '{}', '{"format": 1}', '[1]', 'null']) {
    writeFileSync(join(path, 'home.json'), content)
    expect(failureOf(() => openHome(path))).toMatchObject({ kind: 'damaged-home', place: join(path, 'home.json') })
  }
})

test('a file where the home should be, or above it, is named', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const path of [file, join(file, 'home')]) {
    expect(failureOf(() => openHome(path))).toMatchObject({ kind: 'not-writable', place: path })
  }
  expect(existsSync(`${file}/home`)).toBe(false)
})

function failureOf(work: () => unknown): PlaceError {
  try {
    work()
  } catch (error) {
    return error as PlaceError
  }
  throw new Error('it did not fail')
}
