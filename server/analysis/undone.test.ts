import { expect, test } from 'vitest'
import { operator } from '#store/reader.ts'
import { writeBatch } from '../intake/write.ts'
import { listFindings } from '../reading/findings.ts'
import { sampleBase, sampleParts } from '../sample-base.ts'
import { openDesk } from './judge.ts'
import { noteChanges } from './note-changes.ts'

const scope = { scope_ref: 'E1', regime: 'R', instrument: 'O', direction: 'into', area: 'XA', from: '2014-06-01' }
const other = { scope_ref: 'E2', regime: 'R', instrument: 'O', direction: 'into', area: 'XB', from: '2014-06-01' }

test('what a batch that was undone had brought judges nothing afterwards', async () => {
  const base = await sampleBase()
  try {
    await base.put('incidents', [{ incident_ref: 'I', kind: 'attack', date: '2016-03-10', country: 'XA' }])
    const part = { source: 'default', author: 'operator', device: 'test', parts: [sampleParts('scopes', scope)] }
    const undone = writeBatch(base.intake, [part], async (written) => {
      await noteChanges(base.analysis, written)
      await openDesk(base.analysis, written.client, written.settings)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await base.put('scopes', [other])
    await base.put('items', [{ item_ref: 'J', incident_ref: 'I', class: 'arm', year: '2015', used_by: 'attacker' }])
    expect(await listFindings(base.analysis, operator, { rule: 'embargo' })).toEqual([])
  } finally {
    await base.close()
  }
})
