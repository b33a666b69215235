import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { metresFrom, parseGrid } from './grid.ts'

/** Worked out by another program (the package mgrs). */
const known = [
  [12.65, -8, '29PPP0859698638'],
  [14.4953, -4.1966, '30PUB7105102842'],
  [16.27, -0.05, '30QZD1531601077'],
  [4.36, 18.58, '34NBK3140982351'],
  [-1.68, 29.22, '35MQU4698714168'],
  [0.0001, 29.5, '35NQA7827600011'],
  [-0.0001, 29.5, '35MQV7827699988'],
  [42, -93, '15TWG0000049776'],
  [60.39, 5.32, '32VKN9723000510'],
  [78.22, 15.65, '33XWG1481383004'],
  [-33.9, 18.4, '34HBH5958345888'],
] as const

const from = (grid: string, lat: number, lon: number) => {
  const square = parseGrid(grid)
  return square === null ? null : metresFrom(square, lat, lon)
}

test.each(known)('%f, %f lies in %s and in each coarser square', (lat, lon, grid) => {
  for (let half = 0; half <= 5; half++) {
    const [head, digits] = [grid.slice(0, 5), grid.slice(5)]
    expect(from(`${head}${digits.slice(0, half)}${digits.slice(5, 5 + half)}`, lat, lon)).toBeLessThan(0.001)
  }
})

test('a point a kilometre to the north or east of it lies about that far outside', () => {
  expect(from('29PPP0859698638', 12.65 + 1 / 110.6, -8)).toBeCloseTo(999, -1)
  expect(from('29PPP0859698638', 12.65, -8 + 1 / 108.6)).toBeCloseTo(999, -1)
  expect(from('29PPP', 30, 100)).toBe(Infinity)
})

test('spaces and small letters are how people write', () => {
  expect(parseGrid(' 29p pp 08596 98638 ')).toEqual(parseGrid('29PPP0859698638'))
})

test('what names no square is none', () => {
  for (const text of [
    '',
    '12.65 N',
    '61PPP0000',
    '0PPP0000',
    '29IPP0000',
    '29PAP0000',
    '29PPW0000',
    '29PPP000',
    'ZAB12',
  ])
    expect(parseGrid(text)).toBeNull()
  fc.assert(fc.property(fc.string(), (text) => void parseGrid(text)))
})
