import { expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { listFindings } from '../reading/findings.ts'
import { sampleBase } from '../sample-base.ts'

test('an answer about a type reaches every item of it, however many incidents they lie in, and no other', async () => {
  const base = await sampleBase()
  try {
    await base.put('settings', [{ setting: 'state_services', value: 'army' }])
    const incidents = Array.from({ length: 230 }, (_, i) => `I${i}`)
    await base.put(
      'incidents',
      incidents.map((ref) => ({ incident_ref: ref, kind: 'attack', date: '2018-05-01', country: 'XA' })),
    )
    const rifle = { class: 'arm', model: 'M1', producer: 'P', year: '2010', used_by: 'attacker' }
    await base.put(
      'items',
      incidents.flatMap((ref) => [
        { item_ref: `${ref}-1`, incident_ref: ref, ...rifle },
        { item_ref: `${ref}-2`, incident_ref: ref, ...rifle, model: 'M2' },
      ]),
    )
    const never = {
      holder: 'State of XA',
      holder_country: 'XA',
      services: 'army',
      basis: 'statement',
      coverage: 'whole',
    }
    const type = { class: 'arm', model: 'M1', producer: 'P', year: '2010', status: 'never-held' }
    await base.put('stock', [{ stock_ref: 'S1', ...never, ...type, covers_from: '2009', covers_to: '2020' }])
    const found = await listFindings(base.analysis, operator, { rule: 'not-in-stock', limit: 1000 })
    expect(new Set(found.flatMap(({ items }) => items))).toEqual(new Set(incidents.map((ref) => `${ref}-1`)))
  } finally {
    await base.close()
  }
})
