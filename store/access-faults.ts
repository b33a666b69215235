/**
 * Whether a base keeps the access model: who owns what, which role may do what, and that row-level security binds the
 * reader wherever records lie. Answers every departure in a line of its own; an administrator's stray GRANT shows here.
 */
import { rowsOf, type Queryable } from './database.ts'
import { logins, roleNames, schema } from './migrate.ts'

type Role = 'intake' | 'reader' | 'app' | 'retention'
const bound: readonly Role[] = ['intake', 'reader', 'app', 'retention']

/** What the roles may do in the tables that the owner keeps; in all others intake may all, the reader may read. */
const rights: { readonly [table: string]: { readonly [R in Role]?: string } } = {
  nodes: { intake: 'r', reader: 'r', app: 'r', retention: 'r' },
  ledger_shapes: { intake: 'ra', retention: 'r' },
  ledger_heads: { intake: 'raw' },
  ledger_tiles: { intake: 'raw' },
  ledger: { intake: 'ra', retention: 'r' },
  bodies: { intake: 'ra', retention: 'rw' },
  migrations: {},
  account_users: { app: 'rawd' },
  account_sessions: { app: 'rawd' },
  account_credentials: { app: 'rawd' },
  account_verifications: { app: 'rawd' },
  account_tokens: { app: 'rawd' },
  submission_keys: { intake: 'ra' },
}

/** Work that waits and marks that are kept beside it: no record, nothing derived, and closed to the reader. */
const closed: ReadonlySet<string> = new Set([
  'pending_incidents',
  'pending_items',
  'pending_signatures',
  'knowledge_marks',
  'alert_marks',
])

/** What row-level security can compare by index, because nothing it does can tell what it was given. */
const columnTypes = ['text', 'int4', 'int8', 'date', 'timestamptz', 'uuid', 'bool', 'bytea', 'float8']

/** `base` is the one whose roles are used. Any login may ask. */
export async function accessFaults(db: Queryable, base: string): Promise<readonly string[]> {
  const roles = roleNames(base)
  return [
    ...(await roleFaults(db, roles)),
    ...(await tableFaults(db, roles)),
    ...(await rightFaults(db, roles)),
    ...(await functionFaults(db, roles)),
  ]
}

type Roles = ReturnType<typeof roleNames>

async function roleFaults(db: Queryable, roles: Roles): Promise<readonly string[]> {
  const found = await rowsOf<{ name: string; login: boolean; might: string }>(
    db,
    `select rolname as name, rolcanlogin as login,
            concat_ws(' ', case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'BYPASSRLS' end,
              case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end,
              case when rolreplication then 'REPLICATION' end) as might
       from pg_roles where rolname = any ($1)`,
    [Object.values(roles)],
  )
  const members = await rowsOf<{ member: string; role: string }>(
    db,
    `select m.rolname as member, r.rolname as role
       from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid
      where m.rolname = any ($1) or (r.rolname = any ($1) and r.rolname not in ($2, $3) and not m.rolcreaterole)
      order by 1, 2`,
    [Object.values(roles), roles.owner, roles.tables],
  )
  const allowed = new Set([`${roles.owner} ${roles.tables}`, `${roles.intake} ${roles.tables}`])
  const owned = await rowsOf<{ name: string; what: string }>(
    db,
    `select r.rolname as name, pg_describe_object(d.classid, d.objid, 0) as what
       from pg_shdepend d join pg_roles r on d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid
      where d.deptype = 'o' and r.rolname = any ($1)
        and d.dbid in (0, (select oid from pg_database where datname = current_database())) order by 1, 2`,
    [bound.map((role) => roles[role])],
  )
  return [
    ...[...logins, 'tables' as const]
      .filter((role) => !found.some(({ name }) => name === roles[role]))
      .map((role) => `role ${roles[role]} is missing`),
    ...found.filter(({ might }) => might !== '').map(({ name, might }) => `role ${name} has ${might}`),
    ...found
      .filter(({ name, login }) => login !== (name !== roles.tables))
      .map(({ name, login }) => `role ${name} ${login ? 'may' : 'may not'} sign in`),
    ...members
      .filter(({ member, role }) => !allowed.delete(`${member} ${role}`))
      .map(({ member, role }) => `role ${member} is a member of ${role}`),
    ...[...allowed].map((pair) => `role ${pair.replace(' ', ' is no member of ')}`),
    ...owned.map(({ name, what }) => `role ${name} owns ${what}`),
  ]
}

async function tableFaults(db: Queryable, roles: Roles): Promise<readonly string[]> {
  const tables = await rowsOf<{
    name: string
    owner: string
    key: string | null
    columns: readonly string[]
    odd: readonly string[]
    secured: boolean
    forced: boolean
  }>(
    db,
    `select c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as secured,
            c.relforcerowsecurity as forced,
            (select a.attname::text from pg_constraint p join pg_attribute a on a.attrelid = c.oid and a.attnum = p.conkey[1]
              where p.conrelid = c.oid and p.contype = 'p') as key,
            array(select a.attname::text || case when a.attnotnull then ' not null' else '' end from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
            array(select a.attname::text || ' ' || t.typname from pg_attribute a join pg_type t on t.oid = a.atttypid
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and t.typname <> all ($2)) as odd
       from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') order by 1`,
    [schema, columnTypes],
  )
  const others = await rowsOf<{ name: string; kind: string }>(
    db,
    `select relname as name, relkind as kind from pg_class
      where relnamespace = $1::regnamespace and relkind not in ('r', 'p', 'i', 'I', 't', 'c')`,
    [schema],
  )
  const policies = await rowsOf<{ table: string; name: string; roles: readonly string[]; cmd: string; qual: string }>(
    db,
    `select tablename as table, policyname as name, roles::text[] as roles, cmd, qual from pg_policies where schemaname = $1`,
    [schema],
  )
  return [
    ...others.map(({ name }) => `${name} is no table`),
    ...tables.flatMap(({ name, owner, key, columns, odd, secured, forced }) => {
      if (name in rights) return owner === roles.owner ? [] : [`table ${name} belongs to ${owner}`]
      const own = policies.filter((policy) => policy.table === name)
      const faults = [
        ...(owner === roles.tables ? [] : [`belongs to ${owner}`]),
        ...(key === 'node_id' ? [] : [`has ${key ?? 'no column'} first in its primary key`]),
        ...odd.map((column) => `has the column ${column}`),
        ...(secured ? [] : ['has no row-level security']),
        ...(forced ? ['forces row-level security on its owner'] : []),
      ]
      if (closed.has(name)) faults.push(...own.map((policy) => `lets ${policy.roles.join()} in by ${policy.name}`))
      else {
        for (const column of ['handling', 'team']) {
          if (!columns.includes(`${column} not null`)) faults.push(`has no ${column}, or one that may be null`)
        }
        if (own.length !== 1) faults.push(`has ${own.length} policies`)
        faults.push(...own.flatMap((policy) => policyFaults(policy, roles)))
      }
      return faults.map((fault) => `table ${name} ${fault}`)
    }),
  ]
}

function policyFaults(
  { roles: to, cmd, qual }: { readonly roles: readonly string[]; readonly cmd: string; readonly qual: string },
  roles: Roles,
): readonly string[] {
  // Each setting in a scalar subselect, so that it is asked once a statement and an index can use it.
  const asked = ['reading_node()', 'reading_clearance()', 'reading_teams()'].filter(
    (call) => !new RegExp(`\\( SELECT (${schema}\\.)?${call.replace('()', '\\(\\)')}`).test(qual),
  )
  return [
    ...(to.join() === roles.reader && cmd === 'SELECT' ? [] : [`lets ${to.join()} ${cmd}`]),
    ...asked.map((call) => `asks no ${call} in its policy`),
  ]
}

const letters = { r: 'select', a: 'insert', w: 'update', d: 'delete', D: 'truncate', x: 'references', t: 'trigger' }

async function rightFaults(db: Queryable, roles: Roles): Promise<readonly string[]> {
  const found = await rowsOf<{ table: string; role: string; may: string }>(
    db,
    `select c.relname as table, r.rolname as role, concat(
            ${Object.entries(letters)
              .map(([letter, right]) => {
                const test =
                  'raw'.includes(letter) || letter === 'x' ? 'has_any_column_privilege' : 'has_table_privilege'
                return `case when ${test}(r.oid, c.oid, '${right}') then '${letter}' end`
              })
              .join(', ')}) as may
       from pg_class c cross join pg_roles r
      where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and r.rolname = any ($2) order by 1, 2`,
    [schema, bound.map((role) => roles[role])],
  )
  const toAll = await rowsOf<{ what: string; may: string }>(
    db,
    `select 'table ' || c.relname as what, a.privilege_type as may from pg_class c, aclexplode(c.relacl) a
      where c.relnamespace = $1::regnamespace and a.grantee = 0
     union all select 'column ' || c.relname || '.' || t.attname, a.privilege_type
       from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
      where c.relnamespace = $1::regnamespace and a.grantee = 0
     union all select 'schema ' || n.nspname, a.privilege_type from pg_namespace n, aclexplode(n.nspacl) a
      where n.oid = $1::regnamespace and a.grantee = 0`,
    [schema],
  )
  const makers = await rowsOf<{ role: string }>(
    db,
    `select rolname as role from pg_roles where rolname = any ($2) and has_schema_privilege(oid, $1, 'create')`,
    [schema, (['reader', 'app', 'retention'] as const).map((role) => roles[role])],
  )
  const roleOf = new Map(bound.map((role) => [roles[role], role]))
  return [
    ...found.flatMap(({ table, role: name, may }) => {
      const role = roleOf.get(name) as Role
      const wanted = rights[table]?.[role] ?? (table in rights ? '' : recordRights(table, role))
      return may === wanted ? [] : [`role ${name} has ${named(may)} on ${table}, not ${named(wanted)}`]
    }),
    ...toAll.map(({ what, may }) => `everybody has ${may.toLowerCase()} on ${what}`),
    ...makers.map(({ role }) => `role ${role} may create in the schema`),
  ]
}

const recordRights = (table: string, role: Role): string =>
  role === 'intake' ? Object.keys(letters).join('') : role === 'reader' && !closed.has(table) ? 'r' : ''

const named = (may: string): string =>
  may === '' ? 'nothing' : [...may].map((letter) => letters[letter as keyof typeof letters]).join(' ')

async function functionFaults(db: Queryable, roles: Roles): Promise<readonly string[]> {
  const found = await rowsOf<{ name: string; owner: string; path: string; all: boolean; may: readonly string[] }>(
    db,
    `select p.proname as name, pg_get_userbyid(p.proowner) as owner, array_to_string(p.proconfig, ' ') as path,
            p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0) as all,
            array(select r.rolname::text from pg_roles r
              where r.rolname = any ($2) and has_function_privilege(r.oid, p.oid, 'execute')) as may
       from pg_proc p where p.pronamespace = $1::regnamespace and p.prosecdef order by 1`,
    [schema, bound.map((role) => roles[role])],
  )
  return found.flatMap(({ name, owner, path, all, may }) => [
    ...([roles.owner, roles.tables].includes(owner) ? [] : [`function ${name} belongs to ${owner}`]),
    ...(path === `search_path=${schema}, pg_temp` ? [] : [`function ${name} has the path ${path || 'of its caller'}`]),
    ...(all ? [`function ${name} may be called by everybody`] : []),
    ...(may.join() === roles.reader ? [] : [`function ${name} may be called by ${may.join()}`]),
  ])
}
