import { describe, expect, test } from 'vitest'
import { markForms, type LibraryRow } from './library-data.ts'
import { data, reference } from './sample-reference.ts'

const isState = (code: string) => reference.codes.isCountry(code) || reference.codes.isFormerCountry(code)

describe('the rows of the library', () => {
  const lists = {
    producers: data.producers,
    patterns: data.patterns,
    models: data.models,
    headstampCodes: data.headstampCodes,
    markForms: data.markForms,
    lotPatterns: data.lotPatterns,
    colourCodes: data.colourCodes,
  }

  test('each says what it rests on, and is named once in its list', () => {
    for (const [list, rows] of Object.entries<readonly LibraryRow[]>(lists)) {
      expect(new Set(rows.map(({ ref }) => ref)).size, list).toBe(rows.length)
      for (const { ref, source, confidence } of rows) {
        expect(source, ref).not.toBe('')
        expect(['verified', 'probable', 'unverified'], ref).toContain(confidence)
        if (source === 'general knowledge') expect(confidence, ref).toBe('unverified')
      }
    }
  })

  test('each names producers, patterns, calibres, countries and forms that there are', () => {
    const [refs, names] = [data.producers.map(({ ref }) => ref), data.patterns.map(({ name }) => name)]
    for (const { ref, producer, country } of data.headstampCodes) {
      if (producer !== undefined) expect(refs, ref).toContain(producer)
      if (country !== undefined) expect([ref, isState(country)]).toEqual([ref, true])
    }
    for (const { ref, countries } of data.producers)
      expect([ref, countries.every(({ code }) => isState(code))]).toEqual([ref, true])
    for (const { ref, pattern, calibre, countries } of data.models) {
      expect(names, ref).toContain(pattern)
      if (calibre !== undefined) expect([ref, reference.names.calibre(calibre)]).toEqual([ref, calibre])
      expect([ref, countries.every(isState)]).toEqual([ref, true])
    }
    for (const { ref, calibres = [] } of data.colourCodes)
      expect([ref, calibres.every((name) => reference.names.calibre(name) === name)]).toEqual([ref, true])
    for (const { form } of data.markForms) expect(markForms).toContain(form)
  })
})
