import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { eraseGroups } from '#core/ledger/erase.ts'
import { append, emptyFrontier } from '#core/ledger/tree.ts'
import { groupNames, groupTexts } from '#core/record/revision.ts'
import { transact } from '#store/database.ts'
import { appendLeaves, lockHead, seal } from '#store/ledger.ts'
import { schema } from '#store/migrate.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { verifyBase } from './verify.ts'

/** More than 256 leaves, so that there is a tile. */
const items = 300
const tables = ['ledger', 'bodies', 'ledger_heads', 'ledger_tiles'] as const

let base: SampleBase
/** Who can do everything: a superuser for whom no trigger runs. */
let intruder: Client
let leaves: number

beforeAll(async () => {
  base = await sampleBase()
  await base.put('incidents', [
    { incident_ref: 'I1', kind: 'attack', date: '2015-11-20', country: 'XA', reported_by: 'Aïssata', summary: 'dawn' },
  ])
  const rows = Array.from({ length: items }, (_, n) => ({
    item_ref: `I1-${n}`,
    incident_ref: 'I1',
    class: 'arm',
    model: 'AKMS',
    serial: `КО43${n}`,
  }))
  await base.put('items', rows, { judge: false })
  intruder = new Client(base.connection)
  await intruder.connect()
  await intruder.query(`set search_path = ${schema}; set session_replication_role = replica`)
  for (const table of [...tables, 'ledger_shapes']) {
    await intruder.query(`create table kept_${table} as table ${table}`)
  }
  leaves = (await report()).leaves
})
afterEach(restore)
afterAll(async () => {
  await intruder.end()
  await base.close()
})

async function restore(): Promise<void> {
  for (const table of tables) {
    await intruder.query(`truncate ${table}`)
    await intruder.query(`insert into ${table} table kept_${table}`)
  }
  // Whoever writes remembers the shapes that were committed: none goes.
  await intruder.query(
    'update ledger_shapes s set names = kept.names from kept_ledger_shapes kept where kept.shape = s.shape',
  )
}

const report = () => verifyBase(base.store, base.intake.sha256)

async function faults(): Promise<readonly string[]> {
  const { ok, problems } = await report()
  expect(ok).toBe(problems.length === 0)
  return problems.map(({ kind, leaf, group }) => [kind, leaf, group].filter((part) => part !== null).join(' '))
}

/** Takes one value out, has it changed, puts it in again. */
async function change<T>(table: string, column: string, where: string, by: (value: T) => T): Promise<void> {
  const { rows } = await intruder.query<{ value: T }>(`select ${column} as value from ${table} where ${where}`)
  await intruder.query(`update ${table} set ${column} = $1 where ${where}`, [by(rows[0]!.value)])
}

const flipped = (at: number, bit: number) => (bytes: Buffer) => {
  const other = Buffer.from(bytes)
  other[at % bytes.length]! ^= 1 << bit
  return other
}

const places = fc.record({ leaf: fc.nat(), at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) })

async function whereverItIs(law: (place: { leaf: number; at: number; bit: number }) => Promise<void>, numRuns = 25) {
  const sample = fc.sample(places, numRuns)
  for (const place of sample) {
    await law({ ...place, leaf: place.leaf % leaves })
    await restore()
  }
}

test('a base as it was written holds', async () => {
  expect(await report()).toMatchObject({ ok: true, entries: items + 1, problems: [] })
  expect(leaves).toBeGreaterThan(2 * items)
})

describe('who can write all tables and changes', () => {
  test.each([
    ['ledger', 'leaf_hash'],
    ['ledger', 'digests'],
    ['bodies', 'salt'],
  ])('a byte of %s.%s is found, and the leaf named', async (table, column) => {
    await whereverItIs(async ({ leaf, at, bit }) => {
      await change(table, column, `leaf = ${leaf}`, flipped(at, bit))
      expect((await report()).problems.map((problem) => problem.leaf)).toContain(leaf)
    })
  })

  test.each([
    ['ledger', 'digests'],
    ['bodies', 'salt'],
  ])('the length of %s.%s is found, and the leaf named', async (table, column) => {
    for (const by of [
      (bytes: Buffer) => bytes.subarray(1),
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0])]),
      (bytes: Buffer) => Buffer.concat([bytes, bytes]),
      () => Buffer.alloc(0),
    ]) {
      await change(table, column, 'leaf = 7', by)
      expect((await report()).problems.map((problem) => problem.leaf)).toContain(7)
      await restore()
    }
  })

  test('a character of a text is found, and leaf and group named', async () => {
    await whereverItIs(async ({ leaf, at, bit }) => {
      let group = ''
      const { rows } = await intruder.query<{ names: string }>(
        `select names from ledger join ledger_shapes using (shape) where leaf = ${leaf}`,
      )
      await change<(string | null)[]>('bodies', 'texts', `leaf = ${leaf}`, (texts) => {
        const filled = texts.flatMap((text, i) => (text === null ? [] : [i]))
        const i = filled[at % filled.length]!
        group = rows[0]!.names.split(' ')[i]!.replace('*', '')
        const [text, place] = [texts[i]!, at % texts[i]!.length]
        return texts.with(i, `${text.slice(0, place)}${bit === 0 ? '' : 'é'.repeat(bit)}${text.slice(place + 1)}`)
      })
      expect(await faults()).toContainEqual(`digest ${leaf} ${group}`)
    })
  })

  test('a text into none, or none into a text, is found, and leaf and group named', async () => {
    await change<(string | null)[]>('bodies', 'texts', 'leaf = 0', (texts) => texts.with(1, null))
    await change<(string | null)[]>('bodies', 'texts', 'leaf = 2', (texts) => texts.with(3, '{"note":"x"}'))
    await change<(string | null)[]>('bodies', 'texts', 'leaf = 4', (texts) => texts.with(3, '{}'))
    await change<(string | null)[]>('bodies', 'texts', 'leaf = 6', (texts) => texts.slice(1))
    const { problems } = await report()
    expect(problems.map(({ kind, leaf }) => `${kind} ${leaf}`)).toEqual([
      'missing-text 0',
      expect.stringMatching(/^(digest|malformed) 2$/),
      expect.stringMatching(/^(digest|malformed) 4$/),
      'malformed 6',
    ])
  })

  test('the names of groups is found', async () => {
    const { rows } = await intruder.query<{ shape: number; names: string }>('select * from ledger_shapes')
    for (const { shape, names } of rows) {
      for (const other of [
        names.replace('head', 'heaf'),
        names.replace('*', ''),
        `${names} zoo`,
        names.replace(' ', '* '),
      ]) {
        await intruder.query('update ledger_shapes set names = $1 where shape = $2', [other, shape])
        if (other !== names) expect(await faults()).not.toEqual([])
        await restore()
      }
    }
  })

  test('the number of a leaf is found', async () => {
    await intruder.query('update ledger set leaf = -1 where leaf = 9')
    await expectAmong('gap -1', 'missing-body -1', 'gap 10')
  })
})

const expectAmong = async (...wanted: string[]) => expect(await faults()).toEqual(expect.arrayContaining(wanted))

describe('who can write all tables and', () => {
  test('drops a leaf is found out at the next one, whichever it was', async () => {
    await whereverItIs(async ({ leaf }) => {
      await intruder.query(`delete from ledger where leaf = ${leaf}`)
      await expectAmong(leaf === leaves - 1 ? 'head' : `gap ${leaf + 1}`)
    }, 15)
  })

  test('drops a body is found out at its leaf', async () => {
    await whereverItIs(async ({ leaf }) => {
      await intruder.query(`delete from bodies where leaf = ${leaf}`)
      await expectAmong(`missing-body ${leaf}`)
    }, 10)
  })

  test('drops the last entry, or all, is found out at the head', async () => {
    await intruder.query(`delete from ledger where leaf >= ${leaves - 2}`)
    expect(await faults()).toEqual(['head'])
    await intruder.query('truncate ledger, bodies')
    await expectAmong('head')
  })

  test('makes two leaves change places is found out at the root, and at the tile above them', async () => {
    await whereverItIs(async ({ leaf, at }) => {
      const other = at % leaves
      if (other === leaf) return
      for (const table of ['ledger', 'bodies']) {
        await intruder.query(`update ${table} set leaf = -1 where leaf = ${leaf}`)
        await intruder.query(`update ${table} set leaf = ${leaf} where leaf = ${other}`)
        await intruder.query(`update ${table} set leaf = ${other} where leaf = -1`)
      }
      await expectAmong('head', ...(Math.min(leaf, other) < 256 ? ['tile 0'] : []))
    }, 15)
  })

  test('copies a leaf behind the last, near or far, is found out', async () => {
    for (const leaf of [leaves, leaves + 100_000]) {
      await intruder.query(
        `insert into ledger select node_id, ${leaf}, shape, leaf_hash, digests from ledger where leaf = 3`,
      )
      await intruder.query(`insert into bodies select node_id, ${leaf}, salt, texts from bodies where leaf = 3`)
      await expectAmong('head', leaf === leaves ? `entry-torn ${leaf}` : `gap ${leaf}`)
      await restore()
    }
  })

  test('rolls the head back to what it was after an earlier entry is found out', async () => {
    const { size, hashes } = await earlierHead(401)
    await intruder.query('update ledger_heads set leaves = $1, frontier = $2', [
      size,
      Buffer.from(hashes.join(''), 'hex'),
    ])
    expect(await faults()).toEqual(['head'])
  })

  test('forges the head is found out', async () => {
    await whereverItIs(async ({ at, bit }) => {
      await change('ledger_heads', 'frontier', 'true', flipped(at, bit))
      expect(await faults()).toEqual(['head'])
    }, 10)
    for (const by of ['frontier || frontier', `frontier || '\\x00'`, 'substr(frontier, 33)']) {
      await intruder.query(`update ledger_heads set frontier = ${by}`)
      expect(await faults()).toEqual(['head'])
      await restore()
    }
  })

  test('forges a tile is found out', async () => {
    await whereverItIs(async ({ at, bit }) => {
      await change('ledger_tiles', 'hashes', 'level = 1', flipped(at, bit))
      expect(await faults()).toEqual([expect.stringMatching(/^tile \d+$/)])
    }, 10)
    await intruder.query(`update ledger_tiles set hashes = hashes || '\\x00'`)
    expect(await faults()).toEqual(['tile'])
    await intruder.query('truncate ledger_tiles')
    expect(await faults()).toEqual(['tile 0', 'tile 256'])
  })
})

async function earlierHead(size: number) {
  const { rows } = await intruder.query<{ leaf_hash: Buffer }>(
    `select leaf_hash from ledger where leaf < ${size} order by leaf`,
  )
  return append(
    base.intake.sha256,
    emptyFrontier,
    rows.map(({ leaf_hash: hash }) => hash.toString('hex')),
  ).frontier
}

const gone = ['informant', 'note']

async function eraseTexts(leaf: number, groups: readonly string[], by: Client = intruder): Promise<void> {
  const names = groupNames.incident
  const { rows } = await by.query<{ salt: Buffer; texts: (string | null)[] }>(
    `select salt, texts from bodies where leaf = ${leaf}`,
  )
  const { salt, texts } = rows[0]!
  const body = eraseGroups(base.intake.sha256, { salt: salt.toString('hex'), texts }, names, groups)
  await by.query('update bodies set salt = $1, texts = $2 where leaf = $3', [
    Buffer.from(body.salt, 'hex'),
    body.texts,
    leaf,
  ])
}

async function appendErasure(leaf: number, groups: readonly string[], times = 1, fault?: Error): Promise<void> {
  const { store, newId, sha256 } = base.intake
  const time = new Date(base.intake.now()).toISOString()
  const texts = groupTexts<'erasure'>(
    {
      act: 'erase',
      author: 'operator',
      device: 'test',
      entry: newId(),
      handling: 'confidential',
      kind: 'erasure',
      made: time,
      node: store.node,
      received: time,
      record: newId(),
      revision: newId(),
    },
    { leaf, groups },
  )
  const revision = seal(sha256, { names: groupNames.erasure, texts, salt: randomBytes(16).toString('hex') })
  await transact(store.intake, async (client) => {
    for (let n = 0; n < times; n += 1) {
      await appendLeaves({ client, store, sha256 }, await lockHead(client, store.nodeId), [revision])
    }
    if (fault !== undefined) throw fault
  })
}

const whereverZerosStand = async (law: (at: number) => Promise<void>) => {
  const names = groupNames.incident
  for (const group of gone) for (const at of [0, 7, 15]) await law(names.indexOf(group) * 16 + at)
}

describe('an erasure', () => {
  test('that was undone leaves no trace: the next one of its shape is whole', async () => {
    const fault = new Error('the power failed')
    await expect(appendErasure(0, gone, 2, fault)).rejects.toThrow(fault)
    await eraseTexts(0, gone)
    await appendErasure(0, gone)
    expect(await faults()).toEqual([])
  })

  test('that an entry of the ledger names leaves it whole', async () => {
    const { root } = await report()
    await eraseTexts(0, gone)
    expect(await faults()).toEqual(['missing-text 0 informant', 'missing-text 0 note'])
    expect((await report()).root).toBe(root)
    await appendErasure(0, ['informant'])
    expect(await faults()).toEqual(['missing-text 0 note'])
    await appendErasure(0, gone)
    expect(await faults()).toEqual([])
  })

  test('is the retention role’s alone to carry out, and of texts alone', async () => {
    const { rows } = await intruder.query<{ role: string }>(
      `select rolname as role from pg_roles
        where rolname like '%\\_retention' and has_column_privilege(rolname, 'bodies', 'salt', 'update')`,
    )
    const retention = new Client(base.connection)
    await retention.connect()
    try {
      await retention.query(`set search_path = ${schema}; set session authorization ${rows[0]!.role}`)
      await eraseTexts(0, gone, retention)
      await appendErasure(0, gone)
      expect(await faults()).toEqual([])
      for (const sql of ['delete from bodies', 'truncate bodies', 'update bodies set leaf = 9', 'delete from ledger']) {
        await expect(retention.query(sql)).rejects.toThrow(/permission denied|append only/)
      }
      await retention.query('reset session authorization')
      await expect(eraseTexts(0, ['what'], retention)).rejects.toThrow('append only')
    } finally {
      await retention.end()
    }
  })

  test('of groups that were empty changes nothing, and another may follow', async () => {
    await eraseTexts(0, ['note'])
    await eraseTexts(0, ['informant', 'what'])
    await appendErasure(0, ['informant', 'note', 'what'])
    expect(await faults()).toEqual([])
  })

  test('that kept a salt is found: guesses at the text could be tried', async () => {
    await eraseTexts(0, gone)
    await appendErasure(0, gone)
    await whereverZerosStand(async (at) => {
      await change('bodies', 'salt', 'leaf = 0', flipped(at, 0))
      expect(await faults()).toEqual([expect.stringMatching(/^missing-text 0 (informant|note)$/)])
      await change('bodies', 'salt', 'leaf = 0', flipped(at, 0))
    })
  })
})
