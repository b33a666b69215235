import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFiles } from './exchange/import-files.ts'
import { shippedMappings } from './exchange/shipped-mappings.ts'
import { shippedGazetteer, shippedReference } from './reference.ts'
import { sampleBase, type SampleBase } from './sample-base.ts'

let base: SampleBase
beforeAll(async () => {
  base = await sampleBase()
})
afterAll(() => base.close())

test('of 1,504 events in Burkina Faso the two that lost the sign of their longitude are doubted, and no other', async () => {
  const { places, codes } = shippedReference()
  const importing = {
    intake: { ...base.intake, places },
    analysis: base.analysis,
    codes,
    mappings: shippedMappings(),
  }
  const table = join(import.meta.dirname, '../fixtures/tables/ucdp-ged-burkina.csv')
  const [file] = (await importFiles(importing, [table], { mapping: 'ucdp-ged', judge: false })).files
  const outside = file?.doubts.filter(({ doubt }) => doubt === 'outside-region')
  expect(file?.added).toBe(1504)
  expect(outside).toEqual([
    { row: expect.any(Number), column: 'lat', doubt: 'outside-region' },
    { row: expect.any(Number), column: 'lat', doubt: 'outside-region' },
  ])
})

test('places are searched with nothing but what is shipped', () => {
  expect(shippedGazetteer().search('Ménaka')[0]?.place).toMatchObject({ country: 'ML', region: 'Gao' })
})
