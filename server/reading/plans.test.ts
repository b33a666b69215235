// Every statement that the reading code sends, as PostgreSQL would run it for the reader at a mission's size.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reader } from '#store/reader.ts'
import { derivedTables, projections } from '#store/rebuild.ts'
import { groundsOfEntry, libraryEntries } from '#store/library.ts'
import type { Analysis } from '../analysis/judge.ts'
import { keepReview } from '../analysis/review.ts'
import { exportRecords } from '../exchange/export-file.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { listCalendar } from './calendar.ts'
import { listCoverage } from './coverage.ts'
import { listBaselines } from './baselines.ts'
import { listEnquiries } from './enquiries.ts'
import { getFinding, listFindings } from './findings.ts'
import { areaOutlines, incidentPoints, listIncidents } from './incidents.ts'
import { listWaiting, readInbox } from './inbox.ts'
import { listLibrary, lookUp } from './library.ts'
import { linksOfIncident } from './links.ts'
import { multiply, noting, planFaults, type Statement } from './sample-statements.ts'
import { search } from './search.ts'
import { listSettings } from './settings.ts'
import { showRecord } from './show.ts'
import { showSignature } from './signature.ts'
import { listStock } from './stock.ts'

const reader: Reader = { account: 'a', clearance: 2, teams: ['red', 'blue'] }
const wholeStock = {
  holder: 'State XA',
  holder_country: 'XA',
  services: 'all',
  basis: 'inspection',
  coverage: 'whole',
  class: 'arm',
  model: 'M1',
  covers_from: '1990',
  covers_to: '2026',
}
const statements: Statement[] = []
let base: SampleBase
let analysis: Analysis
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headstamp-plans-'))
  base = await sampleBase()
  await base.put('settings', [
    { setting: 'zone', value: 'XA;XB' },
    { setting: 'floor', value: '2' },
    { setting: 'actor_floor', value: '1' },
    { setting: 'rare_share', value: '0.9' },
    { setting: 'alerts_a_week', value: '3' },
  ])
  await base.put('actors', [{ actor_ref: 'G1', name: 'Group One', kind: 'armed-group', aliases: 'GO' }])
  await base.put('affiliations', [{ affiliation_ref: 'F1', actor: 'G1', with: 'G2', basis: 'claim' }])
  await base.put('areas', [{ area_ref: 'A1', name: 'North', kind: 'sector', members: 'XA' }])
  await base.put('scopes', [
    {
      scope_ref: 'S1',
      regime: 'R',
      instrument: 'I',
      direction: 'into',
      area: 'XA',
      from: '2001',
      confidence: 'verified',
    },
  ])
  await base.put('stock', [{ ...wholeStock, stock_ref: 'K1' }])
  await base.put('library', [
    { entry_ref: 'W1', list: 'producers', name: 'Works', aliases: 'P', confidence: 'probable', read_in: 'A letter' },
  ])
  const study = { study: 'Survey', country: 'XA', sample: '40', to: '2014', class: 'arm', model: 'AKMS' }
  await base.put('baselines', [
    { ...study, baseline_ref: 'B1', seen: '3' },
    { ...study, baseline_ref: 'B2', seen: '0' },
  ])
  const enquiry = { asked: 'Ministry of XA', holder: 'State XA', class: 'arm', model: 'AKMS', about: 'I1-1' }
  await base.put('enquiries', [
    { ...enquiry, enquiry_ref: 'E1', status: 'sent', asked_on: '2026-01-01', due_on: '2026-02' },
    { ...enquiry, enquiry_ref: 'E2', status: 'withdrawn' },
  ])
  for (let n = 1; n <= 6; n++) {
    const incident = `I${n}`
    await base.put('incidents', [
      {
        incident_ref: incident,
        kind: 'attack',
        date: `2015-0${n}-20`,
        country: 'XA',
        presumed_actor: `G${n % 2}`,
        actor_basis: 'claim',
        reported_by: 'W',
      },
    ])
    await base.put('items', [
      {
        item_ref: `${incident}-1`,
        incident_ref: incident,
        class: 'arm',
        model: 'AKMS',
        producer: 'P',
        year: '2011',
        serial: `KO43117${n}`,
        used_by: 'attacker',
        mark_condition: 'intact',
        tag: `T${n}`,
      },
      {
        item_ref: `${incident}-2`,
        incident_ref: incident,
        class: 'ammunition',
        calibre: '7.62x39',
        producer: 'Q',
        year: '2010',
        lot: 'L7',
        used_by: 'attacker',
        mark_condition: 'intact',
      },
      { item_ref: `${incident}-3`, incident_ref: incident, class: 'arm', model: 'M1', used_by: 'defender' },
    ])
  }
  await base.put('items', [
    {
      item_ref: 'I1-1',
      incident_ref: 'I1',
      class: 'arm',
      model: 'AKMS',
      producer: 'P',
      year: '2011',
      serial: 'KO431171',
      used_by: 'attacker',
      tag: 'T-new',
    },
  ])
  const other = { class: 'arm', model: 'M2', producer: 'P', year: '2011' }
  await base.put('items', [{ ...other, item_ref: 'I1-4', incident_ref: 'I1', used_by: 'attacker' }])
  await base.put('stock', [{ ...wholeStock, ...other, stock_ref: 'K2' }])
  analysis = { ...base.analysis, store: noting(base.store, statements) }
})
afterAll(async () => {
  await base.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the reading code reaches records and what is derived only by an index, in each of its questions', async () => {
  const findings = await listFindings(analysis, reader, {})
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['embargo', 'not-in-stock', 'same-signature']),
  )
  const last = findings.at(-1)?.id ?? ''
  await getFinding(analysis, reader, last)
  await listFindings(analysis, reader, { rule: 'embargo', since: '2020-01-01T00:00:00.000Z', after: last, limit: 5 })
  await listFindings(analysis, reader, { incident: 'I1' })
  await listFindings(analysis, reader, { item: 'I1-1' })
  await listFindings(analysis, reader, { area: 'XA' })
  for (const asked of [{}, { item: 'default:I1-1' }, { incident: 'I1' }]) {
    await listFindings(analysis, reader, { ...asked, all: true })
  }
  const closed = await listFindings(analysis, reader, { closed: true })
  expect(closed.map(({ rule }) => rule)).toEqual(['not-in-stock'])
  await getFinding(analysis, reader, closed[0]?.id ?? '')
  const after = closed[0]?.id ?? ''
  for (const asked of [
    { rule: 'not-in-stock', since: '2020-01-01T00:00:00.000Z', after },
    { incident: 'I1' },
    { area: 'XA' },
    { item: 'I1-1' },
    { at: closed[0]?.closed?.at },
  ]) {
    await listFindings(analysis, reader, { ...asked, closed: true, limit: 5 })
  }
  await listFindings(analysis, reader, { at: closed[0]?.closed?.at })
  await listSettings(analysis, reader, (account) => account)
  const now = '2026-01-02T00:00:00.000Z'
  const inbox = await readInbox(analysis, reader, { now })
  expect(inbox.alerts.length).toBe(3)
  const waiting = await listWaiting(analysis, reader, { now })
  await listWaiting(analysis, reader, { now, after: waiting[0]?.key ?? '' })
  const [newest] = await listIncidents(analysis, reader, { limit: 1 })
  expect(newest).toMatchObject({ ref: 'I6', items: 3 })
  await listIncidents(analysis, reader, { after: 'I6' })
  const filter = { kind: 'attack', country: 'XA', actor: 'G1', from: '2015-01-01', to: '2016-01-01' }
  await listIncidents(analysis, reader, { ...filter, after: 'I6' })
  expect(await incidentPoints(analysis, reader, {})).toMatchObject({ unplaced: 6, more: false })
  await incidentPoints(analysis, reader, filter)
  await areaOutlines(analysis, reader)
  expect(await linksOfIncident(analysis, reader, 'I1')).not.toEqual([])
  expect(await listStock(analysis, reader, { holder: 'state', model: 'm', class: 'arm' })).toHaveLength(2)
  expect(await listStock(analysis, reader, { after: 'K1' })).toEqual([])
  expect(await listCoverage(analysis, reader, {})).toHaveLength(6)
  await listCoverage(analysis, reader, { area: 'A1', since: '2015-02-01' })
  expect(await listCalendar(analysis, reader, { class: 'arm' })).not.toEqual([])
  await listCalendar(analysis, reader, {})
  await listCalendar(analysis, reader, { signature: 'arm|model|model=AKMS', area: 'XA' })
  const [entry] = await libraryEntries(base.store.intake, base.store.nodeId, ['proposed'])
  if (entry === undefined) throw new Error('no row was proposed')
  const review = { choice: 'accepted', grounds: groundsOfEntry(entry.content) } as const
  const reviewed = await keepReview(
    { analysis, submitter: base.submitter },
    { ...reader, device: 'test' },
    entry,
    review,
  )
  expect(reviewed).toMatchObject({ items: 7 })
  expect((await listLibrary(analysis, reader, [], {})).rows).toMatchObject([{ ref: 'W1', state: 'accepted' }])
  await lookUp(analysis, reader, { marks: '12:10' }, 2026)
  expect(await listBaselines(analysis, reader, { study: 'sur', model: 'a', class: 'arm', country: 'XA' })).toHaveLength(
    2,
  )
  expect(await listBaselines(analysis, reader, { after: 'B1' })).toEqual([])
  expect(await listEnquiries(analysis, reader, { state: 'open', who: 'state' })).toHaveLength(1)
  expect(await listEnquiries(analysis, reader, { state: 'withdrawn', about: 'I1-1' })).toHaveLength(1)
  expect((await listEnquiries(analysis, reader, { after: 'E1' })).map(({ ref }) => ref)).toEqual(['E2'])
  const model = await showSignature(analysis, reader, 'arm|model|model=AKMS')
  expect(model.sides[0]).toMatchObject({ side: 'attack', carried: 6, read: 6 })
  expect(model.studies.map(({ ref }) => ref)).toEqual(['B1', 'B2'])
  for (const asked of ['KO431171', 'KO43', 'L7', 'I1-1', 'Group One']) {
    expect(await search(analysis, reader, asked)).not.toEqual([])
  }
  for (const ref of ['I1', 'I1-1', 'K1', 'G1', 'F1', 'A1', 'S1', 'W1', 'B1', 'E1', 'zone'])
    await showRecord(analysis, reader, ref)
  for (const kind of ['incidents', 'items', 'stock', 'enquiries', 'baselines'] as const) {
    await exportRecords(analysis, reader, { kind, out: join(folder, kind) })
  }

  await multiply(
    base.store,
    [...projections, ...derivedTables, 'closed_findings'].filter((table) => !table.startsWith('pending')),
    400,
  )
  const asked = [...new Map(statements.filter(isQuestion).map((one) => [one.sql, one])).values()]
  expect(asked.length).toBeGreaterThan(30)
  const faults: string[] = []
  for (const statement of asked) {
    for (const fault of await planFaults(base.store, reader, statement)) faults.push(`${fault}:\n${statement.sql}`)
  }
  expect(faults).toEqual([])
})

const isQuestion = ({ sql }: Statement): boolean => !/^\s*(begin|commit|rollback|set)\b/.test(sql)

test('a statement that reads by the node alone, or all and then some, is found', async () => {
  const node = base.store.nodeId
  const faults = (sql: string, ...values: unknown[]) =>
    planFaults(base.store, reader, { sql, values: [node, ...values] })
  expect(await faults('select count(*) from items where node_id = $1')).not.toEqual([])
  expect(await faults("select * from items where node_id = $1 and serial like '%431%'")).not.toEqual([])
  expect(await faults('select * from items where node_id = $1 order by model limit 5')).not.toEqual([])
  expect(await faults('select id from items where node_id = $1 order by id limit 5')).toEqual([])
  expect(
    await faults('select id from items where node_id = $1 and id = any ($2)', ['019a0000-0000-7000-8000-000000000001']),
  ).toEqual([])
})
