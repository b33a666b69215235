// A law: two worlds that differ only in what a reader may not see answer that reader the same.

import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InboxAnswer } from '#api/inbox-routes.ts'
import { handlingOf } from '#core/record/handling.ts'
import type { Table } from '#core/record/kinds.ts'
import type { Reader } from '#store/reader.ts'
import { groundsOfEntry, libraryEntries } from '#store/library.ts'
import { parseWeek } from '#core/attention/week.ts'
import { workOff, type Analysis } from '../analysis/judge.ts'
import { reviewPart } from '../analysis/review.ts'
import { sampleBase, sampleParts, type SampleBase } from '../sample-base.ts'
import { listCalendar } from './calendar.ts'
import { listCoverage } from './coverage.ts'
import { listBaselines } from './baselines.ts'
import { listEnquiries } from './enquiries.ts'
import { listFindings } from './findings.ts'
import { areaOutlines, incidentPoints, listIncidents } from './incidents.ts'
import { listWaiting, readInbox } from './inbox.ts'
import { listLibrary, lookUp } from './library.ts'
import { linksOfIncident } from './links.ts'
import { NotOneRecord } from './reading.ts'
import { closeRecords, emptyBase, letTeamsClose } from './sample-worlds.ts'
import { search } from './search.ts'
import { showRecord } from './show.ts'
import { showSignature } from './signature.ts'
import { listStock } from './stock.ts'

/** Records that come together: rows of one table, held at one level and by one team. */
interface Step {
  readonly table: Table
  readonly rows: readonly Record<string, string>[]
  readonly level: number
  readonly team: string
  /** By a submission that is judged in its own write, or by an import that is judged after it. */
  readonly single: boolean
  /** Rows of the library that are accepted: whatever they were held at, everybody sees them. */
  readonly accepted?: true
}

const sees = ({ clearance, teams }: Reader, { level, team, accepted }: Pick<Step, 'level' | 'team' | 'accepted'>) =>
  accepted === true || (level <= clearance && (team === '' || teams.includes(team)))

let worlds: readonly SampleBase[] = []
beforeAll(async () => {
  worlds = [await sampleBase(), await sampleBase()]
  for (const world of worlds) await letTeamsClose(world.store)
})
afterAll(() => Promise.all(worlds.map((world) => world.close())))

async function live(world: SampleBase, steps: readonly (Step | null)[]): Promise<void> {
  await emptyBase(world.store)
  for (const [minute, step] of steps.entries()) {
    if (step === null) continue
    world.setNow(new Date(Date.UTC(2026, 0, 2, 3, minute)).toISOString())
    await closeRecords(world.store, step.team)
    const rows = step.rows.map((row) => ({ ...row, handling: handlingOf(step.level) }))
    if (step.single) {
      const parts = rows.map((row) => sampleParts(step.table, row))
      await world.submitter.submit({ source: 'default', author: 'operator', device: 'test', parts }, null)
      await workOff(world.analysis)
    } else await world.put(step.table, rows)
    if (step.accepted === true) await acceptAll(world, step.rows)
  }
}

async function acceptAll({ store, submitter, analysis }: SampleBase, rows: Step['rows']): Promise<void> {
  const records = await libraryEntries(store.intake, store.nodeId, ['proposed'])
  const parts = records
    .filter(({ ref }) => rows.some((row) => row['entry_ref'] === ref))
    .map((record) => reviewPart(record, { choice: 'accepted', grounds: groundsOfEntry(record.content) }))
  await submitter.submit({ source: 'default', author: 'reviewer', device: 'test', parts }, null)
  await workOff(analysis)
}

/** All that the reader can ask, without what is drawn by chance: ids and receipts. */
async function answers({ analysis }: SampleBase, reader: Reader, refs: Refs): Promise<string> {
  const findings = (query: Parameters<typeof listFindings>[2]) =>
    listFindings(analysis, reader, { limit: 1000, ...query })
  const all: { [question: string]: unknown } = {
    findings: await findings({}),
    closed: await findings({ closed: true }),
    everyAnswer: await findings({ all: true }),
    inbox: await wholeInbox(analysis, reader),
    waiting: await listWaiting(analysis, reader, { now: afterwards }),
    incidents: await listIncidents(analysis, reader, {}),
    points: await incidentPoints(analysis, reader, {}),
    stock: await listStock(analysis, reader, {}),
    coverage: await listCoverage(analysis, reader, {}),
    coverageSince: await listCoverage(analysis, reader, { since: '2015-02-02', area: 'XA' }),
    calendar: await listCalendar(analysis, reader, {}),
    calendarOfArms: await listCalendar(analysis, reader, { class: 'arm', area: 'XA', limit: 2 }),
    baselines: await listBaselines(analysis, reader, {}),
    enquiries: await listEnquiries(analysis, reader, {}),
    outlines: await areaOutlines(analysis, reader),
    library: await listLibrary(analysis, reader, [], {}),
    readings: await lookUp(analysis, reader, { marks: '12:PX 6:15', year: 2014 }, 2026),
    later: await listIncidents(analysis, reader, { from: '2015-02-02', kind: 'attack', country: 'XA', actor: 'G1' }),
  }
  for (const ref of refs.incidents) {
    all[`links of ${ref}`] = await orMissing(linksOfIncident(analysis, reader, ref))
    all[`findings of ${ref}`] = await orMissing(findings({ incident: ref, all: true }))
    all[`closed of ${ref}`] = await orMissing(findings({ incident: ref, closed: true }))
  }
  for (const ref of refs.items) all[`findings of ${ref}`] = await orMissing(findings({ item: ref, all: true }))
  for (const ref of [...refs.incidents, ...refs.items, ...refs.others]) {
    all[`page of ${ref}`] = await orMissing(showRecord(analysis, reader, ref))
  }
  for (const signature of signaturesIn(all)) {
    all[`carriers of ${signature}`] = await orMissing(showSignature(analysis, reader, signature))
    all[`months of ${signature}`] = await orMissing(listCalendar(analysis, reader, { signature }))
  }
  for (const asked of [...refs.incidents, ...refs.items, 'KO1234', 'K01234', 'KO12', 'L1', 'Group One']) {
    all[`search for ${asked}`] = await search(analysis, reader, asked)
  }
  return JSON.stringify(all, (name, value: unknown) => (name === 'receipt' ? '' : value), 1).replace(uuids, 'ID')
}

const afterwards = '2026-01-20T00:00:00.000Z'

async function wholeInbox(analysis: Analysis, reader: Reader) {
  const weeks: InboxAnswer[] = []
  for (let earlier: string | null = '2026-W04'; earlier !== null; earlier = weeks.at(-1)?.earlier ?? null) {
    weeks.push(await readInbox(analysis, reader, { week: parseWeek(earlier) ?? undefined, now: afterwards }))
  }
  return weeks
}

/** All that any answer so far names. */
const signaturesIn = (told: object) => new Set(JSON.stringify(told).match(/[a-z-]+\|[a-z]+\|[^"\\]+/g))

const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

async function orMissing<T>(asked: Promise<T>): Promise<T | string> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof NotOneRecord) return JSON.stringify(error.problem)
    throw error
  }
}

interface Refs {
  readonly incidents: readonly string[]
  readonly items: readonly string[]
  readonly others: readonly string[]
}

function refsOf(steps: readonly Step[]): Refs {
  const named = (column: string) => [...new Set(steps.flatMap(({ rows }) => rows.flatMap((row) => row[column] ?? [])))]
  return {
    incidents: named('incident_ref'),
    items: named('item_ref'),
    others: [
      'stock_ref',
      'baseline_ref',
      'enquiry_ref',
      'scope_ref',
      'actor_ref',
      'affiliation_ref',
      'setting',
      'entry_ref',
    ].flatMap(named),
  }
}

const one = fc.constantFrom
const level = one(0, 1, 1, 2)
const team = one('', '', '', 'T', 'U')

const itemRow = fc.record({
  class: one('arm', 'arm', 'arm', 'ammunition'),
  model: one('', 'AKMS', 'AKMS', 'akms'),
  producer: one('P', 'P', 'p', ''),
  year: one('2011', '2011', '2012', ''),
  lot: one('', '', 'L1'),
  serial: one('', 'KO1234', 'KO1243', 'KO12'),
  used_by: one('attacker', 'attacker', 'attacker', 'defender', 'unknown'),
  user_actor: one('', '', '', 'G1', 'GO', 'G2'),
})

const incidentRow = fc.record({
  kind: one('attack', 'attack', 'attack', 'cache'),
  date: one('2015-02-01', '2015-02-20', '2015-05-01', '2016', ''),
  country: one('XA', 'XA', 'XB', ''),
  access: one('', '', 'documented', 'refused'),
  read_level: one('', 'type', 'marks'),
  presumed_actor: one('G1', 'GO', 'Group One', 'G2', 'G2', ''),
  reported_by: one('', 'W'),
})

const filled = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))

const basis = (row: Record<string, string>) => (row['presumed_actor'] === '' ? {} : { actor_basis: 'claim' })

/** An incident with its items: some held more closely than it, some that come before it. */
const incidentSteps = fc
  .record({
    incident: incidentRow,
    own: fc.record({ level, team }),
    items: fc.array(fc.record({ row: itemRow, level, team, first: fc.boolean() }), { maxLength: 3 }),
    again: fc.option(incidentRow, { freq: 4 }),
    single: fc.boolean(),
  })
  .map(({ incident, own, items, again, single }) => (name: string): readonly Step[] => {
    const row = (content: typeof incident) => filled({ incident_ref: name, ...content, ...basis(content) })
    const steps = items.map(({ row: item, level: its, team: theirs, first }, n) => ({
      first,
      step: {
        table: 'items' as const,
        rows: [filled({ item_ref: `${name}-${n}`, incident_ref: name, ...item })],
        level: Math.max(its, own.level),
        team: own.team === '' ? theirs : own.team,
        single,
      },
    }))
    const made: Step = { table: 'incidents', rows: [row(incident)], ...own, single }
    return [
      ...steps.filter(({ first }) => first).map(({ step }) => step),
      made,
      ...steps.filter(({ first }) => !first).map(({ step }) => step),
      ...(again === null ? [] : [{ ...made, rows: [row(again)] }]),
    ]
  })

const wholeStock = {
  holder_country: 'XA',
  services: 'all',
  basis: 'inspection',
  coverage: 'whole',
  covers_from: '1990',
  covers_to: '2026',
}

const study = { study: 'Survey', country: 'XA', sample: '40', to: '2014' }

const besides = fc
  .record({
    what: one<readonly [Table, Record<string, string>]>(
      ['actors', { actor_ref: 'G1', name: 'Group One', kind: 'armed-group', aliases: 'GO' }],
      ['actors', { actor_ref: 'G2', name: 'Group Two', kind: 'criminal' }],
      ['actors', { actor_ref: 'G2', name: 'Group Two', kind: 'armed-group', aliases: 'GO', listed_on: '2014-01-01' }],
      ['affiliations', { affiliation_ref: 'F1', actor: 'G1', with: 'G2', basis: 'claim' }],
      ['scopes', { regime: 'R', instrument: 'I', direction: 'into', area: 'XA', from: '2009', confidence: 'verified' }],
      [
        'scopes',
        { regime: 'S', instrument: 'J', direction: 'holder', holders: 'G1', from: '2009', confidence: 'verified' },
      ],
      ['stock', { holder: 'State XA', class: 'arm', model: 'M16', ...wholeStock }],
      ['stock', { holder: 'State XA', class: 'arm', model: 'AKMS', year: '2011', ...wholeStock }],
      ['stock', { holder: 'State XA', class: 'arm', serial: 'KO1234', ...wholeStock, coverage: 'partial' }],
      ['baselines', { class: 'arm', model: 'AKMS', producer: 'P', seen: '3', says: 'common', ...study }],
      ['baselines', { class: 'arm', model: 'AKMS', producer: 'P', year: '2011', seen: '1', ...study }],
      ['enquiries', { asked: 'Ministry', holder: 'State XA', class: 'arm', due_on: '2016', about: 'R1-0' }],
      ['baselines', { class: 'arm', model: 'AKMS', seen: '0', ...study }],
      ['baselines', { class: 'arm', model: 'AKMS', seen: '3', says: 'common', ...study, confidence: 'unverified' }],
    ),
    level,
    team,
  })
  .map(({ what: [table, row], level: own, team: theirs }) => (name: string): readonly Step[] => {
    const column = (
      { scopes: 'scope_ref', stock: 'stock_ref', baselines: 'baseline_ref', enquiries: 'enquiry_ref' } as Record<
        string,
        string
      >
    )[table]
    const named = column === undefined ? row : { [column]: name, ...row }
    return [{ table, rows: [named], level: own, team: theirs, single: false }]
  })

const entryRow = {
  list: 'producers',
  name: 'Works',
  aliases: 'P',
  confidence: 'probable',
  read_in: 'A letter',
}

/** Rows of the library: proposed, whom few may see, and accepted, which shape what all are answered. */
const proposals = fc
  .record({
    what: one<Record<string, string>>(
      entryRow,
      { ...entryRow, aliases: 'p;Q', confidence: 'unverified' },
      { ...entryRow, list: 'models', name: 'AKM', aliases: 'AKMS', pattern: 'AK', class: 'arm' },
      { ...entryRow, list: 'headstamp-codes', code: 'PX', producer: 'Works' },
    ),
    level,
    team,
    accepted: fc.boolean(),
    single: fc.boolean(),
  })
  .map(({ what, level: own, team: theirs, accepted, single }) => (name: string): readonly Step[] => [
    {
      table: 'library',
      rows: [{ entry_ref: name, ...what }],
      level: own,
      team: accepted ? '' : theirs,
      single,
      ...(accepted && { accepted }),
    },
  ])

/** Records of others that name the same reference would be revisions of one: the first level and team hold. */
function steady(steps: readonly Step[]): readonly Step[] {
  const first = new Map<string, Step>()
  return steps.map((step) => {
    const [row] = step.rows
    const key = `${step.table} ${JSON.stringify([row?.['actor_ref'], row?.['affiliation_ref'], row?.['incident_ref'], row?.['item_ref'], row?.['stock_ref'], row?.['baseline_ref'], row?.['enquiry_ref'], row?.['scope_ref'], row?.['entry_ref']])}`
    const { level: held, team: theirs } = first.get(key) ?? step
    first.set(key, { ...step, level: held, team: theirs })
    return { ...step, level: held, team: theirs }
  })
}

const aSetting = one<Record<string, string>>(
  { setting: 'rare_share', value: '0.2' },
  { setting: 'floor', value: '5' },
  { setting: 'crime_kinds', value: 'crime; cache' },
).map((row) => (): readonly Step[] => [{ table: 'settings', rows: [row], level: 0, team: '', single: false }])

const settings: readonly Step[] = [
  ['floor', '2'],
  ['actor_floor', '2'],
  ['rare_share', '0.9'],
  ['host_country', 'XA'],
  ['alerts_a_week', '2'],
].map(([setting = '', value = '']) => ({
  table: 'settings',
  rows: [{ setting, value }],
  level: 0,
  team: '',
  single: false,
}))

const mission = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: incidentSteps },
        { weight: 1, arbitrary: besides },
        { weight: 1, arbitrary: proposals },
        { weight: 1, arbitrary: aSetting },
      ),
      {
        minLength: 8,
        maxLength: 14,
      },
    ),
  )
  .map(([makers]) => [...settings, ...steady(makers.flatMap((make, n) => make(`R${n}`)))])

const aReader = fc.record({
  account: fc.constant('a'),
  clearance: one(0, 1, 1, 1, 2),
  teams: one<readonly string[]>([], ['T']),
})

test('what a reader may not see changes nothing in what that reader is answered', async () => {
  await fc.assert(
    fc.asyncProperty(mission, aReader, async (steps, reader) => {
      const [whole, cut] = worlds as [SampleBase, SampleBase]
      await live(whole, steps)
      await live(
        cut,
        steps.map((step) => (sees(reader, step) ? step : null)),
      )
      const refs = refsOf(steps.filter((step) => sees(reader, step)))
      expect(await answers(whole, reader, refs)).toEqual(await answers(cut, reader, refs))
    }),
    { numRuns: 6 },
  )
}, 180_000)
