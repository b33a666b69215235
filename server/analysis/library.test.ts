// Reviews as the ledger has them, whoever wrote them: what holds is worked out from what stands, never believed.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '#store/database.ts'
import { operator } from '#store/reader.ts'
import { groundsOfEntry, libraryEntries, type LibraryRecord } from '#store/library.ts'
import { listFindings } from '../reading/findings.ts'
import { closeRecords, letTeamsClose } from '../reading/sample-worlds.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { workOff } from './judge.ts'
import { usedLibrary } from './library.ts'
import { rebuild } from './rebuild.ts'
import { keepReview, reviewPart, type Review } from './review.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
})
afterAll(() => base.close())

const row = { list: 'producers', confidence: 'probable', read_in: 'A letter' }
const propose = (entry: string, more: Record<string, string>) =>
  base.put('library', [{ ...row, entry_ref: entry, ...more }])
const standing = async (entry: string): Promise<LibraryRecord> => {
  const { store } = base
  const records = await libraryEntries(store.intake, store.nodeId, ['proposed', 'accepted', 'refused'])
  const found = records.find(({ ref }) => ref === entry)
  if (found === undefined) throw new Error(`nobody proposed ${entry}`)
  return found
}
const review = async (entries: readonly string[], more: Partial<Review> = {}, author = 'reviewer') => {
  const records = await Promise.all(entries.map(standing))
  const parts = records.map((record) =>
    reviewPart(record, { choice: 'accepted', grounds: groundsOfEntry(record.content), ...more }),
  )
  await base.submitter.submit({ source: 'default', author, device: 'test', parts }, null)
}
const comparedBy = async (text: string) => (await usedLibrary(base.analysis, base.store.intake)).names.producer(text)

test('nobody’s review of what is their own holds, however it came into the ledger', async () => {
  await propose('A', { name: 'Works', aliases: 'W' })
  await review(['A'], {}, 'operator')
  expect(await standing('A')).toMatchObject({ state: 'proposed', handling: 1 })
  expect(await comparedBy('W')).toBeNull()
  await review(['A'])
  expect(await standing('A')).toMatchObject({ state: 'accepted', handling: 0, reviewed_by: 'reviewer' })
  expect(await comparedBy('W')).toBe('Works')
})

test('a review holds for the words that it was of: not for others, and again when they come back', async () => {
  await propose('A', { name: 'Works', aliases: 'W2' })
  expect(await standing('A')).toMatchObject({ state: 'proposed', handling: 1 })
  expect([await comparedBy('W'), await comparedBy('W2')]).toEqual([null, null])
  await propose('A', { name: 'Works', aliases: 'W' })
  expect(await standing('A')).toMatchObject({ state: 'accepted' })
  await review(['A'], { choice: 'refused', reason: 'It was another works.' })
  expect(await standing('A')).toMatchObject({ state: 'refused', review_reason: 'It was another works.' })
  expect(await comparedBy('W')).toBeNull()
})

test('two corrections that are accepted at once are both left out, and say so', async () => {
  await propose('B', { name: 'Old' })
  await review(['B'])
  await propose('C', { name: 'New', corrects: 'B' })
  await propose('D', { name: 'Newer', corrects: 'B' })
  await review(['C', 'D'])
  const used = await usedLibrary(base.analysis, base.store.intake)
  expect(used.rows.map(({ row: { name } }) => name)).toEqual(['Old'])
  expect(['B', 'C', 'D'].map((ref) => used.doubts('producers', `default:${ref}`))).toEqual([
    ['contradicts'],
    ['contradicts'],
    ['contradicts'],
  ])
  expect(used.names.producer('Old')).toBeNull()
})

test('what a transaction that was undone had accepted is not in use', async () => {
  await propose('E', { name: 'Undone', aliases: 'U' })
  await expect(
    transact(base.store.intake, async (client) => {
      await client.query(`update library_entries set state = 'accepted', review_leaf = 900 where ref = 'E'`)
      expect((await usedLibrary(base.analysis, client)).names.producer('U')).toBe('Undone')
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(await comparedBy('U')).toBeNull()
})

test('a review that joins what two incidents carry raises what that shows, and its withdrawal takes it back', async () => {
  await base.put('settings', [
    { setting: 'floor', value: '1' },
    { setting: 'actor_floor', value: '1' },
    { setting: 'rare_share', value: '1' },
  ])
  for (const [n, producer] of [
    [1, 'Joined'],
    [2, 'J'],
  ] as const) {
    await base.put('incidents', [{ incident_ref: `I${n}`, kind: 'attack', date: `2016-0${n}-10`, country: 'XA' }])
    await base.put('items', [
      { item_ref: `I${n}-1`, incident_ref: `I${n}`, class: 'arm', model: 'M1', producer, used_by: 'attacker' },
    ])
  }
  await propose('G', { name: 'Joined', aliases: 'J' })
  const { analysis, submitter } = base
  const reviewer = { account: 'reviewer', clearance: 2, teams: [], device: 'test' }
  const keep = async (choice: Review['choice']) => {
    const record = await standing('G')
    const grounds = groundsOfEntry(record.content)
    return keepReview({ analysis, submitter }, reviewer, record, { choice, reason: 'Because.', grounds })
  }
  const accepted = await keep('accepted')
  expect(accepted).toMatchObject({ items: 1, waiting: false })
  expect(accepted.raised).toBeGreaterThan(0)
  const refused = await keep('refused')
  expect([refused.raised, refused.gone]).toEqual([accepted.gone, accepted.raised])
})

/** What is raised against itself, by item. */
const contradicting = async () => {
  await workOff(base.analysis)
  return (await listFindings(base.analysis, operator, { rule: 'incoherent' }))
    .map(({ subject }) => subject.ref)
    .toSorted()
}

test('items recorded before are held against what an accepted row says of model, calibre and lot, and no longer when it goes', async () => {
  await base.put('incidents', [{ incident_ref: 'H', kind: 'cache', date: '2019-05-01', country: 'XA' }])
  await base.put('items', [
    { item_ref: 'H-1', incident_ref: 'H', class: 'arm', model: 'R-62', calibre: '5.5' },
    { item_ref: 'H-2', incident_ref: 'H', class: 'arm', model: 'R-62', calibre: 'six' },
    { item_ref: 'H-3', incident_ref: 'H', class: 'ammunition', lot: '2-14-71', year: '2011' },
    { item_ref: 'H-4', incident_ref: 'H', class: 'ammunition', lot: '2-11-71', year: '2011' },
  ])
  const model = { list: 'models', name: 'R-62', pattern: 'R', class: 'arm', calibre: '6.5' }
  await propose('H1', { list: 'calibres', name: '6.5', aliases: 'six' })
  await propose('H2', { list: 'calibres', name: '5.5' })
  await propose('H3', { ...model, confidence: 'unverified' })
  const lot = { list: 'lot-patterns', name: 'Works', form: '{batch}-{year}-{factory}', classes: 'ammunition' }
  await propose('H4', { ...lot, confidence: 'unverified' })
  await review(['H1', 'H2', 'H3', 'H4'])
  expect(await contradicting()).toEqual([])
  await propose('H3', model)
  await propose('H4', lot)
  await review(['H3'])
  expect(await contradicting()).toEqual(['H-1'])
  await review(['H4'])
  expect(await contradicting()).toEqual(['H-1', 'H-3'])
  await review(['H2'], { choice: 'refused', reason: 'It is none.' })
  expect(await contradicting()).toEqual(['H-3'])
  // Other words are another row: the review does not hold for them.
  await propose('H4', { ...lot, form: '{year}-{factory}-{batch}' })
  expect(await contradicting()).toEqual([])
})

test('a row that is closed to a team is accepted by nobody', async () => {
  await letTeamsClose(base.store)
  await closeRecords(base.store, 'T')
  await propose('F', { name: 'Closed' })
  await closeRecords(base.store, '')
  await review(['F'])
  expect(await standing('F')).toMatchObject({ state: 'proposed', team: 'T' })
  await base.store.intake.query(`delete from library_entries where ref = 'F'`)
})

test('a rebuild brings proposals and reviews back as they were', async () => {
  const before = await Promise.all(['A', 'B', 'C', 'D', 'E'].map(standing))
  // The row of the test before is in the ledger, without its team.
  await rebuild(base.intake, base.analysis)
  expect(await Promise.all(['A', 'B', 'C', 'D', 'E'].map(standing))).toEqual(before)
})
