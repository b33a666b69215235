/** What baseline studies end of what one actor seemed to have alone, over a real base, as they come and change. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator, type Reader } from '#store/reader.ts'
import { listFindings } from '../reading/findings.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'

const rifle = 'arm|year|model=R-62;producer=P;year=2011'
const type = { class: 'arm', model: 'R-62', producer: 'P', year: '2011' }
const study = { study: 'Survey of markets', country: 'XA', class: 'arm', sample: '90', to: '2016-06' }
/** Takes the place of what B1 said. */
const silent = { ...study, baseline_ref: 'B1', model: 'Other', seen: '1' }

const of = (n: number) => (n < 3 ? 'G1' : n < 9 ? 'G2' : '')

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
  await base.put('settings', [
    { setting: 'floor', value: '4' },
    { setting: 'host_country', value: 'XA' },
    { setting: 'default_handling', value: 'unclassified' },
  ])
  const all = Array.from({ length: 15 }, (_, n) => n)
  await base.put(
    'incidents',
    all.map((n) => ({
      incident_ref: `I${n}`,
      kind: of(n) === '' ? 'crime' : 'attack',
      date: `2016-03-${10 + n}`,
      country: 'XA',
      presumed_actor: of(n),
      ...(of(n) !== '' && { actor_basis: 'claim' }),
    })),
    { judge: false },
  )
  const other = { class: 'arm', model: 'M16', producer: 'Q', year: '2001' }
  await base.put(
    'items',
    all.map((n) => ({
      item_ref: `J${n}`,
      incident_ref: `I${n}`,
      used_by: 'attacker',
      mark_condition: 'intact',
      ...(n < 3 ? type : other),
    })),
  )
})
afterAll(() => base.close())

const put = (...rows: Record<string, string>[]) => base.put('baselines', rows)
const raised = async (reader: Reader = operator) =>
  (await listFindings(base.analysis, reader, { rule: 'exclusive', limit: 100 })).map(({ subject }) => subject.ref)
const asked = async () =>
  (await listFindings(base.analysis, operator, { signature: rifle, rule: 'exclusive', all: true }))[0]

test.each([
  ['nothing', {}, [rifle], 'yes'],
  ['the year, once', { ...type, seen: '1' }, [], 'cannot-tell'],
  ['the year, years before', { ...type, seen: '1', to: '2009' }, [], 'cannot-tell'],
  ['the year, as common', { ...type, seen: '60', says: 'common' }, [], 'no'],
  ['the year, as common before', { ...type, seen: '60', says: 'common', to: '2016-03-09' }, [], 'cannot-tell'],
  ['the model alone', { model: 'R-62', seen: '60', says: 'common' }, [rifle], 'yes'],
  [
    'the year, and nobody verified it',
    { ...type, seen: '60', says: 'common', confidence: 'unverified' },
    [rifle],
    'yes',
  ],
  ['the year, in another country', { ...type, seen: '60', says: 'common', country: 'XB' }, [rifle], 'yes'],
  ['no such rifle', { ...type, seen: '0' }, [rifle], 'yes'],
])('where a study saw %s, that one actor alone has it is answered so', async (_, seen, findings, answer) => {
  await put({ ...silent, ...seen })
  expect([await raised(), (await asked())?.answer]).toEqual([findings, answer])
  await put(silent)
  expect(await raised()).toEqual([rifle])
})

test('a study that looked and did not see it is a ground, and counts among nothing that was read', async () => {
  const before = await asked()
  await put({ ...study, ...type, baseline_ref: 'B1', seen: '0' })
  const after = await asked()
  expect(after?.grounds.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(['baseline B1'])
  expect([after?.answer, after?.n]).toEqual(['yes', before?.n])
  await put(silent)
})

test('who may not see the study is answered without it', async () => {
  const outsider = { account: 'a', clearance: 0, teams: [] }
  await put({ ...study, ...type, baseline_ref: 'B2', seen: '1', handling: 'confidential' })
  expect([await raised(), await raised(outsider)]).toEqual([[], [rifle]])
  await put({ ...silent, baseline_ref: 'B2' })
  expect([await raised(), await raised(outsider)]).toEqual([[rifle], [rifle]])
})
