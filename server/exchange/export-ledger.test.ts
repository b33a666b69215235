import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LedgerReport } from '#core/ledger/verify.ts'
import { verifyBase } from '../analysis/verify.ts'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { exportLedger } from './export-ledger.ts'
import { verifyFile } from './verify-file.ts'

const secondVerifier = fileURLToPath(new URL('../../fixtures/ledger/verify.mjs', import.meta.url))

let base: SampleBase
let folder: string
let file: string
let bytes: Buffer

beforeAll(async () => {
  base = await sampleBase()
  folder = await mkdtemp(join(tmpdir(), 'headstamp-ledger-'))
  await base.put('incidents', [
    {
      incident_ref: 'I1',
      kind: 'attack',
      date: '2015-11-20',
      country: 'XA',
      summary: 'Poste attaqué\u2028à l’aube \ufffd 😀',
    },
    { incident_ref: 'I2', kind: 'cache', date: '', country: 'XA', presumed_actor: 'G1', actor_basis: 'claim' },
  ])
  const items = Array.from({ length: 8 }, (_, n) => ({
    item_ref: `I1-${n}`,
    incident_ref: 'I1',
    class: 'arm',
    model: 'AKMS',
    serial: `КО43117${n}`,
  }))
  await base.put('items', items)
  await base.put('items', [{ ...items[0]!, tag: 'T-7\n\\"' }])
  file = join(folder, 'ledger.jsonl')
  await exportLedger(base.store, base.intake.sha256, file)
  bytes = await readFile(file)
})
afterAll(async () => {
  await base.close()
  await rm(folder, { recursive: true, force: true })
})

const bare = ({ problems, ...report }: Omit<LedgerReport, 'problems'> & { problems: readonly Found[] }) => ({
  ...report,
  problems: problems.map(({ kind, leaf, group }) => `${kind} ${leaf} ${group}`).toSorted(),
})

interface Found {
  readonly kind: string
  readonly leaf: number | null
  readonly group: string | null
}

/** What both verifiers say of each of these files. */
async function bothSayOf(contents: readonly Uint8Array[]) {
  const files = contents.map((_, i) => join(folder, `${i}.jsonl`))
  await Promise.all(contents.map((content, i) => writeFile(files[i]!, content)))
  const { stdout } = spawnSync(process.execPath, [secondVerifier, ...files], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const second = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Parameters<typeof bare>[0])
  const first: LedgerReport[] = []
  for (const each of files) first.push(await verifyFile(each, base.intake.sha256))
  return { first: first.map(bare), second: second.map(bare) }
}

describe('the exported ledger of a real base', () => {
  test('holds as the base does, and is its owner’s alone', async () => {
    const report = await verifyFile(file, base.intake.sha256)
    expect(report).toMatchObject({ ok: true, problems: [] })
    expect(report).toEqual(await verifyBase(base.store, base.intake.sha256))
    expect(report.leaves).toBe(bytes.toString().trimEnd().split('\n').length - 1)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('is read alike by the verifier that has no code of the project', async () => {
    const { first, second } = await bothSayOf([bytes])
    expect(first[0]).toMatchObject({ ok: true, problems: [] })
    expect(second).toEqual(first)
  })

  test('does not hold with any byte changed, lost or put in; both verifiers name the same faults', async () => {
    const change = fc.tuple(fc.integer({ min: 0, max: bytes.length - 2 }), fc.integer({ min: 1, max: 255 }), fc.nat(2))
    const tampered = fc.sample(change, 150).map(([at, by, how]) => {
      const other = bytes[at]! ^ by
      const put = how === 0 ? [other] : how === 1 ? [] : [bytes[at]!, other]
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + 1)])
    })
    const { first, second } = await bothSayOf(tampered)
    expect(first.filter(({ ok }) => ok)).toEqual([])
    expect(second).toEqual(first)
  })

  test('does not hold where bytes that are no UTF-8 would read like what was written', async () => {
    const at = bytes.indexOf('\ufffd')
    const forged = Buffer.from(bytes)
    forged[at] = 0xf0
    expect(forged.toString()).toBe(bytes.toString())
    const { first, second } = await bothSayOf([forged])
    expect(first[0]?.ok).toBe(false)
    expect(second).toEqual(first)
  })

  test('may end without a line end, and is not held to be one when empty', async () => {
    const { first, second } = await bothSayOf([bytes.subarray(0, -1), Buffer.from('')])
    expect(first.map(({ ok }) => ok)).toEqual([true, false])
    expect(second).toEqual(first)
  })
})
