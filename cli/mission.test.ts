/** The small made-up mission of `fixtures/mission`, taken in and asked from the command line. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { FindingAnswer } from '#api/routes.ts'
import { samplePlace, type SamplePlace } from '#server/sample-context.ts'
import { main } from './main.ts'
import type { Terminal } from './terminal.ts'

const folder = join(import.meta.dirname, '../fixtures/mission')
const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'))

const rifle = 'arm|model|model=R-62'
const rifles2017 = 'arm|year|model=R-62;producer=Works 9;year=2017'
const rounds2019 = 'ammunition|year|calibre=7.62x39;producer=Works 3;year=2019'

/** As the mission's README tells them. */
const planted = [
  'embargo yes ATTACK-2-2',
  'embargo yes ATTACK-4-2',
  'embargo yes CACHE-SOUTH-2',
  'embargo possible CACHE-SOUTH-3',
  'not-in-stock yes ATTACK-1-1',
  'not-in-stock yes ATTACK-2-1',
  'not-in-stock yes ATTACK-4-1',
  `new-here yes ${rifle}`,
  `same-signature yes attack ${rifle}`,
  `same-signature yes attack ${rifles2017}`,
  `same-signature yes attack ${rounds2019}`,
].toSorted()

const places: SamplePlace[] = []
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove()
})

/** A home of its own, and what a command typed there prints. */
async function openMission() {
  const place = await samplePlace()
  places.push(place)
  return async (...args: readonly string[]): Promise<unknown> => {
    const lines: string[] = []
    const told: string[] = []
    const terminal: Terminal = {
      language: 'en',
      folder,
      root: place.home,
      env: { HEADSTAMP_HOME: place.home, DATABASE_URL: place.databaseUrl },
      out: (line) => lines.push(line),
      tell: (line) => told.push(line),
      progress: () => undefined,
      confirm: () => Promise.resolve(null),
    }
    const exit = await main([...args, '--json'], terminal)
    expect({ exit, told }).toEqual({ exit: 0, told: [] })
    return JSON.parse(lines.join('\n'))
  }
}

const inShort = ({ rule, answer, grade, side, subject }: FindingAnswer) =>
  [rule, answer === 'yes' ? 'yes' : grade, ...(side === null ? [] : [side]), subject.ref].join(' ')

async function findingsAfter(...imports: readonly (readonly string[])[]): Promise<readonly FindingAnswer[]> {
  const headstamp = await openMission()
  for (const files of imports) await headstamp('import', ...files)
  return (await headstamp('findings', '--limit', '1000')) as readonly FindingAnswer[]
}

test('the mission raises its planted answers, no more and no fewer', async () => {
  const findings = await findingsAfter(tables)
  expect(findings.map(inShort).toSorted()).toEqual(planted)
  const incidentsOf = (finding: string) => findings.find((one) => inShort(one) === finding)?.incidents.toSorted()
  expect(incidentsOf(`same-signature yes attack ${rifle}`)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `ATTACK-${n}`))
  expect(incidentsOf(`same-signature yes attack ${rifles2017}`)).toEqual([1, 2, 3, 4, 5].map((n) => `ATTACK-${n}`))
})

test('the order in which its files come does not matter', async () => {
  const last = ['settings.csv', 'areas.csv', 'actors.csv', 'scopes.csv', 'stock.csv']
  const findings = await findingsAfter(['items.csv'], ['incidents.csv'], ...last.map((file) => [file]))
  expect(findings.map(inShort).toSorted()).toEqual(planted)
})
