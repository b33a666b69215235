import { describe, expect, test } from 'vitest'
import { library } from './sample-reference.ts'

const hints = (...asked: Parameters<typeof library.colourHints>) =>
  library.colourHints(...asked).map(({ rests_on: { ref } }) => ref)

describe('colours', () => {
  test('conventions that contradict each other both hint', () => {
    expect(hints('tip', 'red')).toEqual(['wp-tip-red', 'nato-tip-red'])
    expect(hints('tip', 'pointe noire et rouge')).toEqual(['wp-tip-black-red'])
    expect(hints('tip', 'Red/Black')).toEqual(['wp-tip-black-red'])
    expect(hints('case', 'ГЖ')).toEqual(['wp-case-gzh'])
  })

  test('a calibre leaves out what is said of others', () => {
    expect(hints('tip', 'vert', '5.56x45')).toEqual(['wp-tip-green', 'nato-tip-green'])
    expect(hints('tip', 'vert', '7.62x39')).toEqual(['wp-tip-green'])
  })

  test('a colour that the library does not know hints at nothing', () => {
    expect(hints('primer', 'red')).toEqual([])
    expect(hints('tip', 'mauve')).toEqual([])
  })
})
