import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { missionSettings, settingText } from '#core/record/settings.ts'
import { controls, monthsIn, namedClasses, writtenValue } from './controls.ts'

const formOf = (entries: readonly (readonly [string, string])[]) => {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

test('months by class are written as they are read', () => {
  const months = fc.dictionary(fc.constantFrom(...namedClasses), fc.integer({ min: 0, max: 999 }))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), months, (other, named) => {
      const entries = Object.entries(named).map(([cls, n]) => [`months-${cls}`, String(n)] as const)
      const written = writtenValue(controls.short_lag, formOf([['other', String(other)], ...entries]))
      expect(missionSettings.short_lag.read(written, null)).toEqual({ other, ...named })
      expect(Object.fromEntries(monthsIn(written))).toEqual(
        Object.fromEntries(Object.entries({ other, ...named }).map(([cls, n]) => [cls, String(n)])),
      )
    }),
  )
})

test('the usual value of each setting is one that it can hold', () => {
  for (const { usual, read } of Object.values(missionSettings)) {
    const written = settingText(usual)
    if (written !== null) expect(read(written, null)).toEqual(usual)
  }
})

test('a list is what was ticked, and a share may come with a comma', () => {
  const form = formOf([
    ['value', 'army'],
    ['value', 'police'],
  ])
  expect(writtenValue(controls.state_services, form)).toBe('army; police')
  expect(writtenValue(controls.rare_share, formOf([['value', '0,05']]))).toBe('0.05')
})
