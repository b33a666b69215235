/** Baseline studies, over a real base: what they say decides, and keeps deciding as they come and change. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '#store/database.ts'
import { operator, type Reader } from '#store/reader.ts'
import { listFindings } from '../reading/findings.ts'
import { linksOfIncident } from '../reading/links.ts'
import { showRecord } from '../reading/show.ts'
import { showSignature } from '../reading/signature.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { workOff } from './judge.ts'

const rifle = 'arm|year|model=AKMS;producer=P;year=2011'
const maker = 'arm|producer|model=AKMS;producer=P'
const study = { study: 'Survey of depots', country: 'XA', class: 'arm', sample: '100', to: '2014' }
const common = { ...study, baseline_ref: 'B1', model: 'AKMS', producer: 'P', year: '2011', seen: '62', says: 'common' }

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await base.put('settings', [
    { setting: 'floor', value: '4' },
    { setting: 'rare_share', value: '0.9' },
    { setting: 'host_country', value: 'XA' },
    { setting: 'default_handling', value: 'unclassified' },
  ])
  const days = ['2015-01-01', '2015-01-02', '2015-01-03', '2015-01-04', '2015-01-05', '2015-06-01', '2015-07-01']
  const incidents = days.map((date, i) => ({ incident_ref: `I${i}`, kind: 'attack', date, country: 'XA' }))
  await base.put('incidents', incidents, { judge: false })
  const item = { class: 'arm', model: 'M16', used_by: 'attacker', mark_condition: 'intact' }
  await base.put(
    'items',
    days.map((_, i) => ({
      ...item,
      item_ref: `J${i}`,
      incident_ref: `I${i}`,
      producer: `Q${i}`,
      ...(i >= 5 && { model: 'AKMS', producer: 'P', year: '2011' }),
    })),
  )
})
afterAll(() => base.close())

const raised = async (reader: Reader = operator) =>
  (await listFindings(base.analysis, reader, { limit: 1000 }))
    .filter(({ subject }) => subject.ref.includes('AKMS'))
    .map(({ rule, subject }) => `${rule} ${subject.ref}`)
    .toSorted()
const put = (...rows: Record<string, string>[]) => base.put('baselines', rows)
/** Says nothing that a rule reads, and takes the place of what B1 said. */
const silent = { ...study, baseline_ref: 'B1', model: 'Other', seen: '1' }

// The model is new, and its maker and year with it: of those the coarsest is raised.
const asRead = ['new-here arm|model|model=AKMS', `same-signature ${rifle}`]

test('without a study the rifle is rare, and its model new', async () => {
  expect(await raised()).toEqual(asRead)
})

test('what a study says is common here is no finding while it says so, and weighs nothing in a link', async () => {
  await put(common)
  expect(await raised()).toEqual([])
  const [link] = await linksOfIncident(base.analysis, operator, 'I5')
  expect(link).toMatchObject({ incident_ref: 'I6', weight: 0 })
  expect(link?.reasons[0]?.says.en).toContain('common here (B1)')
  await put(silent)
  expect(await raised()).toEqual(asRead)
  expect((await linksOfIncident(base.analysis, operator, 'I5'))[0]?.weight).toBeGreaterThan(0)
})

test('that the model is common says nothing of one maker and year of it; what a finer row says holds for the coarser', async () => {
  await put({ ...study, baseline_ref: 'B1', model: 'AKMS', seen: '62', says: 'common' })
  expect(await raised()).toEqual([`new-here ${maker}`, `same-signature ${rifle}`])
  await put({ ...common, lot: '7' })
  // Of arms no lot is a signature: the row speaks of the year all the same.
  expect(await raised()).toEqual([])
  await put(silent)
})

test.each([
  ['another country', { country: 'XB' }, asRead],
  ['an unverified row', { confidence: 'unverified' }, asRead],
  ['one that contradicts its own number', { seen: '0' }, asRead],
  ['a sample that was taken later', { to: '2015-06-01' }, ['new-here arm|model|model=AKMS']],
])('%s does not clear', async (_, other, findings) => {
  await put({ ...common, ...other })
  expect(await raised()).toEqual(findings)
  await put(silent)
})

test('what a study had seen before is not new, however little was read', async () => {
  await put({ ...study, baseline_ref: 'B1', model: 'AKMS', producer: 'P', seen: '1' })
  expect(await raised()).toEqual([`new-here ${rifle}`, `same-signature ${rifle}`])
  await put(silent)
})

test('a study that looked and did not see it is a ground, and no incident read', async () => {
  await put({ ...study, baseline_ref: 'B1', model: 'AKMS', seen: '0' })
  const findings = await listFindings(base.analysis, operator, { rule: 'new-here', limit: 1000 })
  const [isNew] = findings.filter(({ subject }) => subject.ref.includes('AKMS'))
  expect(isNew).toMatchObject({ answer: 'yes', n: 5 })
  expect(isNew?.grounds.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(['incident I5', 'baseline B1'])
  expect((await showSignature(base.analysis, operator, rifle)).studies.map(({ ref }) => ref)).toEqual(['B1'])
  await put(silent)
})

test('who may not see a study is answered without it', async () => {
  const outsider = { account: 'a', clearance: 0, teams: [] }
  await put({ ...common, baseline_ref: 'B2', handling: 'confidential' })
  expect(await raised()).toEqual([])
  expect(await raised(outsider)).toEqual(asRead)
  const { weight, reasons } = (await linksOfIncident(base.analysis, outsider, 'I5'))[0] ?? {}
  expect(weight).toBeGreaterThan(0)
  expect(JSON.stringify(reasons)).not.toContain('B2')
  expect((await showSignature(base.analysis, outsider, rifle)).studies).toEqual([])
  await put({ ...silent, baseline_ref: 'B2' })
})

test('a study makes wait what it speaks of, and what lies right below that, and nothing else', async () => {
  await base.put('baselines', [{ ...study, baseline_ref: 'B3', model: 'AKMS', seen: '1' }], { judge: false })
  const waiting = await rowsOf<{ text: string }>(
    base.store.intake,
    `select distinct s.text from pending_signatures p join signatures s using (node_id, signature) order by 1`,
  )
  expect(waiting.map(({ text }) => text)).toEqual(['arm|model|model=AKMS', maker])
  expect(await rowsOf(base.store.intake, 'select from pending_incidents')).toEqual([])
  await workOff(base.analysis)
})

test('a row shows its doubts, and one that saw more than it looked at is refused', async () => {
  await put({ ...study, baseline_ref: 'B4', seen: '0', says: 'common', from: '2030', to: '2031' })
  const { doubts } = await showRecord(base.analysis, operator, 'B4')
  expect(doubts.map(({ column, doubt }) => `${column} ${doubt}`)).toEqual([
    'from in-future',
    'to in-future',
    'says says-differs',
    'class no-signature',
  ])
  await expect(put({ ...study, baseline_ref: 'B5', model: 'AKM', seen: '101' })).rejects.toThrow('It saw 101 among 100')
})
