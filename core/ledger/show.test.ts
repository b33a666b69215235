import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eraseGroups } from './erase.ts'
import { sampleLedgers } from './sample-rows.ts'
import { sha256 } from './sample-sha256.ts'
import { isShownGroup, showGroup } from './show.ts'

const rows = sampleLedgers.map((ledger) => ledger[0]!)
const names = ['head', 'marks', 'note', 'what']

test('every group can be shown alone, and as no other, with no other salt and no other text', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(...names), fc.constantFrom(...names), (row, name, other) => {
      const shown = showGroup(sha256, { salt: row.salt!, texts: row.texts }, row.names, name)!
      expect(isShownGroup(sha256, shown, row)).toBe(true)
      expect(shown.ownSalt).not.toBe(row.salt)
      expect(isShownGroup(sha256, { ...shown, name: other }, row)).toBe(other === name)
      expect(isShownGroup(sha256, { ...shown, ownSalt: row.salt! }, row)).toBe(false)
      expect(isShownGroup(sha256, { ...shown, text: `${shown.text} ` }, row)).toBe(false)
      expect(isShownGroup(sha256, shown, { ...row, leafHash: row.leafHash.replace(/^./, 'x') })).toBe(false)
    }),
  )
})

test('what was erased cannot be shown, and all else still can', () => {
  fc.assert(
    fc.property(rows, (row) => {
      const body = eraseGroups(sha256, { salt: row.salt!, texts: row.texts }, row.names, ['note'])
      for (const name of row.names) {
        const shown = showGroup(sha256, body, row.names, name)
        const isGone = name === 'note' && row.texts[row.names.indexOf('note')] !== null
        expect(shown === null).toBe(isGone)
        if (shown !== null) expect(isShownGroup(sha256, shown, row)).toBe(true)
      }
    }),
  )
})

test('a group of another kind cannot be shown', () => {
  fc.assert(
    fc.property(rows, (row) => {
      expect(showGroup(sha256, { salt: row.salt!, texts: row.texts }, row.names, 'origin')).toBeNull()
    }),
  )
})
