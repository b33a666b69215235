import { expect, test } from 'vitest'
import { scriptsOf } from './script.ts'

test('a mark has the scripts of its letters, and digits and symbols have none', () => {
  expect(scriptsOf('KO431177')).toEqual(['latin'])
  expect(scriptsOf('КО431177')).toEqual(['cyrillic'])
  expect(scriptsOf('KО431177')).toEqual(['latin', 'cyrillic'])
  expect(scriptsOf('{star} 12')).toEqual([])
  expect(scriptsOf('中١٢ب')).toEqual(['arabic', 'han'])
})
