import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { data, library } from './sample-reference.ts'

const producers = (text: string) => library.producerByName(text).map(({ row, by }) => `${row.ref} ${by}`)
const models = (text: string) => library.modelByName(text).map(({ row, by }) => `${row.ref} ${by}`)

describe('names', () => {
  test('a producer is met under its names in any script, and under a near spelling', () => {
    expect(producers('prvi partizan')).toEqual(['prvi-partizan name'])
    expect(producers('Први Партизан')).toEqual(['prvi-partizan alias'])
    expect(producers('ППУ')).toEqual(['prvi-partizan alias'])
    expect(producers('Prvi Partisan')).toEqual(['prvi-partizan near-spelling'])
    expect(producers('Lucznik')).toEqual(['radom alias'])
    expect(producers('')).toEqual([])
  })

  test('a model is never met under another number', () => {
    expect(models('ak 47')).toEqual(['ak-47 name'])
    expect(models('АКМ')).toEqual(['akm name'])
    expect(models('AK-46')).toEqual([])
    expect(models('Type 57')).toEqual([])
  })

  test('one name of several models answers them all', () => {
    expect(models('Type 56')).toEqual(['type-56-rifle name', 'type-56-lmg alias', 'type-56-carbine alias'])
  })

  test('every name and alias leads to its row', () => {
    for (const row of data.producers)
      for (const name of [row.name, ...row.aliases])
        expect(library.producerByName(name).map((found) => found.row.ref)).toContain(row.ref)
    for (const row of data.models)
      for (const name of [row.name, ...row.aliases])
        expect(library.modelByName(name).map((found) => found.row.ref)).toContain(row.ref)
  })

  test('any text has an answer, and spaces around it change none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const find of [library.producerByName, library.modelByName, library.patternByName])
          expect(find(` ${text} `)).toEqual(find(text))
      }),
    )
  })
})
