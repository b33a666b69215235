/** The example of `exercise/example`, opened, asked and removed from the command line. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FindingAnswer, LinkAnswer, RecordAnswer } from '#api/routes.ts'
import { makeExample } from '#exercise/example/make-example.ts'
import { samplePlace, type SamplePlace } from '#server/sample-context.ts'
import { main } from './main.ts'
import type { Terminal } from './terminal.ts'

const rifles = 'arm|year|model=R-62;producer=Works 9;year=2017'
const seized = 'arm|year|model=R-55;producer=Works 5;year=1994'
const rounds = 'ammunition|year|calibre=7.62x39;producer=Works 4;year=2021'
const gunRounds = 'ammunition|year|calibre=12.7x108;producer=Works 6;year=2008'
const hunters = 'ammunition|producer|calibre=12 gauge;producer=Works 11'
const detonators = 'detonator|date|model=D-12;producer=Works 21;site_code=XC-3;date_code=22-10-04-B'

/** As the README of the example tells them. */
const planted = [
  ...['REED-1-1', 'REED-2-1', 'REED-3-1', 'REED-4-1', 'REED-5-1', 'REED-6-1'].map((item) => `embargo yes ${item}`),
  'embargo yes DDR-BRIDGE-1',
  'embargo possible DDR-BRIDGE-2',
  'embargo possible DDR-BRIDGE-3',
  ...['INN-PLOVER-1', 'HOTEL-GANNET-1', 'HOTEL-GANNET-2', 'CAFE-FULMAR-1', 'CAFE-FULMAR-2'].map(
    (item) => `not-in-stock yes ${item}`,
  ),
  ...['HOTEL-SOUTH-1', 'AIRFIELD-SKUA-1', 'DDR-BRIDGE-1', 'DDR-BRIDGE-2'].map((item) => `not-in-stock yes ${item}`),
  ...['CACHE-QUARRY-1', 'CACHE-QUARRY-2', 'CACHE-QUARRY-3', 'ROAD-BITTERN-1'].map((item) => `short-lag yes ${item}`),
  ...['REED-1-1', 'REED-2-1', 'REED-3-1', 'REED-4-1', 'REED-5-1'].map((item) => `short-lag yes ${item}`),
  ...['KILLING-MAYOR-1', 'KILLING-PREACHER-1'].map((item) => `short-lag yes ${item}`),
  `exclusive yes attack ${rounds}`,
  'near-serial yes arm|producer|model=R-55;producer=Works 5',
  'near-serial yes arm|producer|model=R-62;producer=Works 9',
  `new-here yes ${rifles}`,
  'new-here yes arm|model|model=R-55',
  `new-here yes ${rounds}`,
  `new-here yes ${gunRounds}`,
  'new-here yes arm|year|model=P-12;producer=Works 7;year=2020',
  `same-signature yes attack ${rifles}`,
  `same-signature yes attack ${seized}`,
  `same-signature yes attack ${rounds}`,
  `same-signature yes attack ${rounds.replace('|year|', '|lot|')};lot=21-118`,
  `same-signature yes attack ${rounds.replace('|year|', '|lot|')};lot=21-140`,
  `same-signature yes attack ${gunRounds.replace('|year|', '|lot|')};lot=08-31`,
  `same-signature possible attack ${detonators}`,
].toSorted()

const sixAttacks = ['INN-PLOVER', 'HOTEL-GANNET', 'CAFE-FULMAR', 'BEACH-TERN', 'HOTEL-SOUTH', 'AIRFIELD-SKUA']

let place: SamplePlace
let folder: string
beforeAll(async () => {
  place = await samplePlace()
  folder = mkdtempSync(join(tmpdir(), 'example-'))
})
afterAll(async () => {
  await typed(['remove-example'])
  await place.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** What a command typed in this home prints, with its exit status. */
async function typed(args: readonly string[], databaseUrl = place.databaseUrl) {
  const lines: string[] = []
  const told: string[] = []
  const terminal: Terminal = {
    language: 'en',
    folder,
    root: place.home,
    env: { HEADSTAMP_HOME: place.home, DATABASE_URL: databaseUrl },
    out: (line) => lines.push(line),
    tell: (line) => told.push(line),
    progress: () => undefined,
    confirm: () => Promise.resolve(null),
  }
  const exit = await main([...args, '--json'], terminal)
  return { exit, told: told.join('\n'), printed: lines.length === 0 ? null : (JSON.parse(lines.join('\n')) as unknown) }
}

async function headstamp<Answer>(...args: readonly string[]): Promise<Answer> {
  const { exit, told, printed } = await typed(args)
  expect({ exit, told }).toEqual({ exit: 0, told: '' })
  return printed as Answer
}

const exported = (...args: readonly string[]) =>
  headstamp<{ readonly file: string; readonly rows: number }>('export', '--example', ...args)

const findings = () => headstamp<readonly FindingAnswer[]>('findings', '--example', '--limit', '1000')

const asked = (...of: readonly string[]) => headstamp<readonly FindingAnswer[]>('findings', '--example', '--all', ...of)

const show = (ref: string) => headstamp<RecordAnswer>('show', '--example', ref)

const groundsOf = (answers: readonly FindingAnswer[]) => answers.flatMap(({ grounds }) => grounds.map(({ ref }) => ref))

const inShort = ({ rule, answer, grade, side, subject }: FindingAnswer) =>
  [rule, answer === 'yes' ? 'yes' : grade, ...(side === null ? [] : [side]), subject.ref].join(' ')

test('the example raises its planted leads, no more and no fewer', async () => {
  expect((await findings()).map(inShort).toSorted()).toEqual(planted)
})

test('the traps raise nothing, and nor do the ordinary incidents', async () => {
  const named = (await findings()).flatMap(({ subject, incidents }) => [subject.ref, ...incidents])
  expect(named.filter((ref) => /^(H|TRAP)-/.test(ref))).toEqual(['TRAP-MATERIEL', 'TRAP-MATERIEL', 'TRAP-MATERIEL'])
})

test.each([
  ['the rifles name the six attacks', rifles, sixAttacks],
  ['the seizure is completed by three later attacks', seized, ['SEIZURE-KILN', 'BATHS', 'TEAHOUSE', 'CAMP-GATE']],
  ['the detonators of one shift name the cache and the road', detonators, ['CACHE-QUARRY', 'ROAD-BITTERN']],
] as const)('%s', async (_, signature, incidents) => {
  const found = (await findings()).find(({ rule, subject }) => rule === 'same-signature' && subject.ref === signature)
  expect(found?.incidents.toSorted()).toEqual([...incidents].toSorted())
})

test('the killings that nobody claimed are led to the incidents of the one group that has their rounds', async () => {
  const links = await headstamp<readonly LinkAnswer[]>('links', 'KILLING-MAYOR', '--example', '--limit', '6')
  expect(links.map(({ incident_ref: ref }) => ref)).toEqual(expect.arrayContaining(['REED-1', 'REED-2', 'REED-3']))
})

test('an attack is linked to the five others before all else', async () => {
  const links = await headstamp<readonly LinkAnswer[]>('links', 'INN-PLOVER', '--example', '--limit', '5')
  expect(links.map(({ incident_ref: ref }) => ref).toSorted()).toEqual(sixAttacks.slice(1).toSorted())
})

test('the hunters’ cartridges are common here by a survey: neither rare nor new, and their link weighs nothing', async () => {
  const about = await asked('--signature', hunters)
  const [rare, isNew] = ['same-signature', 'new-here'].map((rule) => about.find((one) => one.rule === rule))
  expect(rare).toMatchObject({ answer: 'no', grade: 'common' })
  expect(isNew).toMatchObject({ answer: 'no', grade: 'read-before' })
  for (const one of [rare, isNew]) expect(groundsOf(one === undefined ? [] : [one])).toContain('SURVEY-1')
  const links = await headstamp<readonly LinkAnswer[]>('links', 'TRAP-HUNTERS-3', '--example')
  expect(links.map(({ incident_ref: ref, weight }) => [ref, weight])).toEqual([
    ['TRAP-HUNTERS-1', 0],
    ['TRAP-HUNTERS-2', 0],
  ])
})

test('that the collections before did not hold the rifles is a ground of their being new and rare', async () => {
  for (const rule of ['new-here', 'same-signature']) {
    const found = (await findings()).filter((one) => one.rule === rule && one.subject.ref === rifles)
    expect(groundsOf(found)).toContain('DESTRUCTION-1')
  }
})

test('what Petrel answered decides where its rifles did not come from; while Tern is silent nobody can tell', async () => {
  const answered = await show('ENQUIRY-XB-1')
  expect(answered.fields).toMatchObject({ status: 'answered', about: 'CAFE-FULMAR-1', answer_ref: 'ANSWER-XB-1' })
  const [cafe] = await asked('--item', 'CAFE-FULMAR-1', '--rule', 'not-in-stock')
  expect(cafe).toMatchObject({ answer: 'yes', grounds: [{ kind: 'stock', ref: 'ANSWER-XB-1' }] })
  for (const [enquiry, item] of [
    ['ENQUIRY-XC-1', 'BEACH-TERN-1'],
    ['ENQUIRY-XB-2', 'TEAHOUSE-1'],
  ] as const) {
    expect((await show(enquiry)).fields).toMatchObject({ status: 'sent', about: item })
    expect(await asked('--item', item, '--rule', 'not-in-stock')).toMatchObject([{ answer: 'cannot-tell' }])
  }
})

test('no study and no enquiry of it has a doubt', async () => {
  for (const { table, rows } of makeExample()) {
    if (table !== 'baselines' && table !== 'enquiries') continue
    for (const row of rows) expect((await show(row['baseline_ref'] ?? row['enquiry_ref'] ?? '')).doubts).toEqual([])
  }
})

test('opened again it is the same, entry for entry, and its ledger holds', async () => {
  const first = await headstamp<{ ok: boolean; entries: number; root: string }>('verify', '--example')
  expect(first.ok).toBe(true)
  await findings()
  expect(await headstamp('verify', '--example')).toEqual(first)
})

test('the mission beside it stays empty', async () => {
  expect(await headstamp('findings', '--all')).toEqual([])
  expect(await headstamp('verify')).toMatchObject({ entries: 0 })
})

test('an exported table says in its name that it is an exercise, and imports back unchanged', async () => {
  const { file, rows } = await exported('--kind', 'incidents', '--source', 'default', '--out', 'incidents.csv')
  expect(file).toBe(join(folder, 'EXERCISE-incidents.csv'))
  expect(existsSync(join(folder, 'incidents.csv'))).toBe(false)
  expect(await headstamp('import', '--example', file)).toMatchObject({ files: [{ rows, unchanged: rows }] })
})

test('every entry of the exported ledger is marked as an exercise', async () => {
  const { file } = await headstamp<{ file: string }>(
    'export',
    '--example',
    '--format',
    'ledger',
    '--out',
    'ledger.jsonl',
  )
  const leaves = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"leaf_hash"'))
  expect(leaves.length).toBeGreaterThan(1000)
  for (const leaf of leaves) expect(leaf).toContain(String.raw`\"exercise\":true`)
})

test('it is the survey’s word that clears the hunters’ cartridges: were they but present, they would be raised', async () => {
  const { file } = await exported('--kind', 'baselines', '--source', 'default', '--out', 'baselines.csv')
  const [head = '', ...rows] = readFileSync(file, 'utf8').split('\n')
  const reworded = rows.map((row) => (row.includes('SURVEY-1') ? row.replace('common', 'present') : row))
  writeFileSync(file, [head, ...reworded].join('\n'))
  expect(await headstamp('import', '--example', file)).toMatchObject({ files: [{ updated: 1 }] })
  expect((await findings()).map(inShort).toSorted()).toEqual(
    [...planted, `same-signature yes attack ${hunters}`].toSorted(),
  )
})

test('--fresh without --example is refused before anything is opened', async () => {
  expect(await typed(['serve', '--fresh'])).toMatchObject({ exit: 2, told: expect.stringContaining('--fresh') })
})

test('it is removed by one command, and comes anew', async () => {
  expect(await headstamp('remove-example')).toEqual({ removed: true })
  expect(await headstamp('remove-example')).toEqual({ removed: false })
  const incidents = makeExample().filter(({ table }) => table === 'incidents')
  const { rows } = await exported('--kind', 'incidents', '--source', 'real', '--out', 'real.csv')
  expect(rows).toBe(incidents[0]?.rows.length)
})

test('a mission whose base bears an exercise’s name is neither filled nor dropped', async () => {
  await headstamp('remove-example')
  const url = new URL(place.databaseUrl)
  const name = `${url.pathname.slice(1)}_exercise`
  url.pathname = name
  await asSuperuser(`create database ${name}`)
  try {
    expect(await typed(['verify'], url.href)).toMatchObject({ exit: 0 })
    for (const command of [['findings', '--example'], ['remove-example']]) {
      expect(await typed(command)).toMatchObject({ exit: 1, told: expect.stringContaining('holds a mission') })
    }
    expect(await typed(['verify'], url.href)).toMatchObject({ exit: 0, printed: { entries: 0 } })
  } finally {
    await asSuperuser(`drop database ${name}`)
  }
})

async function asSuperuser(sql: string): Promise<void> {
  const client = new Client({ connectionString: place.databaseUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
