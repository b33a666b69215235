import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleBase, type SampleBase } from '../sample-base.ts'
import { operator } from '#store/reader.ts'
import { linksOfIncident } from './links.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
})
afterAll(() => base.close())

test('of two rounds that a whole country carries together, the links of an incident are found and weigh next to nothing', async () => {
  const incidents = Array.from({ length: 2010 }, (_, i) => `I${i}`)
  await base.put(
    'incidents',
    incidents.map((ref) => ({ incident_ref: ref, kind: 'attack', date: '2024-01-01', country: 'XA' })),
    { judge: false },
  )
  await base.put(
    'items',
    incidents.flatMap((ref) =>
      ['7.62x39', '7.62x54R'].map((calibre) => ({
        item_ref: `${ref}-${calibre}`,
        incident_ref: ref,
        class: 'ammunition',
        calibre,
        used_by: 'attacker',
      })),
    ),
  )
  const links = await linksOfIncident(base.analysis, operator, 'I7', 3)
  expect(links).toHaveLength(3)
  for (const { weight, reasons } of links) {
    expect(weight).toBeLessThan(0.1)
    expect(reasons.map(({ carried_by: carried }) => carried)).toContain(2010)
  }
})
