import { expect, test } from 'vitest'
import { blocksOf } from './block.ts'
import { blockSignature, makeOfBlock, neighboursIn } from './block-reason.ts'

const numbers = [204_417, 204_423, 204_431, 204_438, 204_466, 204_502]
const [block] = blocksOf(numbers.map((number, i) => ({ number, incident: `I${i}` })))
const make = 'arm|producer|model=R-62;producer=Works 9'

test('neighbours of one block weigh by the chance of so near a pair, the nearest the most', () => {
  if (block === undefined) throw new Error('no block')
  const near = neighboursIn({ signature: '', prefix: 'M17', block }, 'I0')
  expect([...near.keys()]).toEqual(['I1', 'I2', 'I3', 'I4', 'I5'])
  const chances = [...near.values()].map(({ chance }) => chance)
  expect(chances).toEqual(chances.toSorted((a, b) => a - b))
  expect(near.get('I1')?.says.en).toBe(
    'Serials of one production block: M17204417 and M17204423. So near a pair by chance: 2.4%.',
  )
})

test('a block is told by its first and last serial, and leads back to maker and model', () => {
  if (block === undefined) throw new Error('no block')
  const signature = blockSignature(make, 'M17', block)
  expect(signature).toBe('arm|block|model=R-62;producer=Works 9;block=M17204417-M17204502')
  expect(makeOfBlock(signature)).toBe(make)
  expect(makeOfBlock(make)).toBe(make)
})
