// The access model over the catalogue, and that each departure from it is found.

import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults } from './access-faults.ts'
import { roleNames } from './migrate.ts'
import { testDatabase } from './test-database.ts'

type Base = Awaited<ReturnType<typeof testDatabase>>

let base: Base
let superuser: Client
let roles: ReturnType<typeof roleNames>
beforeAll(async () => {
  base = await testDatabase()
  roles = roleNames(base.made.rolesOf)
  superuser = new Client({ ...base.connection, options: '-c search_path=headstamp' })
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await base.drop()
})

const faults = () => accessFaults(superuser, base.made.rolesOf)

test('a base that was just migrated keeps the access model', async () => {
  expect(await faults()).toEqual([])
})

const departures: readonly (readonly [sql: string, found: RegExp])[] = [
  ['create table things (id uuid primary key, label jsonb)', /table things belongs to/],
  ['set role {tables}; create table things (id uuid primary key, node_id int)', /things has id first/],
  [
    'set role {tables}; create table things (node_id int primary key, shown jsonb)',
    /things has the column shown jsonb/,
  ],
  ['set role {tables}; create table things (node_id int primary key, handling int)', /things has no handling/],
  ['create view seen as select * from {schema}.items', /seen is no table/],
  ['alter table items disable row level security', /items has no row-level security/],
  ['alter table items force row level security', /items forces row-level security/],
  ['drop policy reader_sees on items', /items has 0 policies/],
  ['create policy more on items to {reader} using (true)', /items has 2 policies/],
  ['alter policy reader_sees on items using (node_id = (select reading_node()))', /asks no reading_clearance/],
  ['alter policy reader_sees on items to public', /items lets public SELECT/],
  ['grant select on ledger to {reader}', /reader has select on ledger, not nothing/],
  ['grant select (texts) on bodies to {reader}', /reader has select on bodies/],
  ['grant select on pending_incidents to {reader}', /reader has select on pending_incidents/],
  ['grant update on items to {reader}', /reader has select update on items, not select/],
  ['grant select on account_users to {reader}', /reader has select on account_users/],
  ['grant select on items to {app}', /app has select on items, not nothing/],
  ['grant update on bodies to {intake}', /intake has select insert update on bodies/],
  ['grant delete on bodies to {retention}', /retention has select update delete on bodies/],
  ['grant select on items to public', /everybody has select on table items/],
  ['grant create on schema headstamp to {reader}', /reader may create in the schema/],
  ['grant {tables} to {reader}', /reader is a member of .*tables/],
  ['grant {reader} to {app}', /app is a member of .*reader/],
  ['revoke {tables} from {intake}', /intake is no member of .*tables/],
  ['alter role {reader} bypassrls', /reader has BYPASSRLS/],
  ['alter role {tables} login', /tables may sign in/],
  ['alter table findings owner to {reader}', /reader owns table/],
  ['alter table ledger owner to {intake}', /table ledger belongs to/],
  ['alter function sees_record reset search_path', /sees_record has the path of its caller/],
  ['alter function sees_record set search_path = headstamp', /sees_record has the path search_path=headstamp$/],
  ['grant execute on function history_of to public', /history_of may be called by everybody/],
  ['grant execute on function history_of to {app}', /history_of may be called by .*app/],
]

test.each(departures)('%s: is found', async (sql, found) => {
  const statement = sql.replace(/\{(\w+)\}/g, (_, word: string) =>
    word === 'schema' ? 'headstamp' : roles[word as keyof typeof roles],
  )
  await superuser.query('begin')
  try {
    await superuser.query(`${statement}; reset role`)
    expect(await faults()).toContainEqual(expect.stringMatching(found))
  } finally {
    await superuser.query('rollback')
  }
})

test('with no setting, or with one of them missing, a reader sees nothing at all', async () => {
  await superuser.query(`set role ${roles.tables}`)
  await superuser.query(`insert into signatures values (7, 1, 0, '', 'arm|AK', 'arm', 'model', 2)`)
  await superuser.query('reset role')
  const reader = new Client({
    ...base.connection,
    user: roles.reader,
    password: base.made.passwords.reader,
    options: '-c search_path=headstamp',
  })
  await reader.connect()
  const seen = async (settings: Record<string, string>): Promise<number> => {
    await reader.query('begin')
    for (const [name, value] of Object.entries(settings)) {
      await reader.query('select set_config($1, $2, true)', [`headstamp.${name}`, value])
    }
    const { rowCount } = await reader.query('select from signatures')
    await reader.query('commit')
    return rowCount ?? 0
  }
  expect(await seen({})).toBe(0)
  expect(await seen({ clearance: '2' })).toBe(0)
  expect(await seen({ node: '7' })).toBe(0)
  expect(await seen({ node: '8', clearance: '2' })).toBe(0)
  expect(await seen({ node: '7', clearance: '0' })).toBe(1)
  // The settings went with their transaction.
  expect(await seen({})).toBe(0)
  await reader.end()
})

test('a reader cannot put a table of its own in the place of one that a function of the owner reads', async () => {
  const reader = new Client({
    ...base.connection,
    user: roles.reader,
    password: base.made.passwords.reader,
    options: '-c search_path=headstamp',
  })
  await reader.connect()
  const id = '019a0000-0000-7000-8000-000000000001'
  await reader.query(`create temporary table incidents (node_id int, id uuid, handling int, team text)`)
  await reader.query(`insert into pg_temp.incidents values (7, '${id}', 0, '')`)
  await reader.query(`select set_config('headstamp.node', '7', false), set_config('headstamp.clearance', '2', false)`)
  expect((await reader.query(`select sees_record('${id}') as seen`)).rows).toEqual([{ seen: false }])
  await reader.end()
})
