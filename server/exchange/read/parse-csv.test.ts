import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../csv.ts'
import { decodedText } from './decode-text.ts'
import { CsvFault, parseCsv } from './parse-csv.ts'

async function* pieces<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}

async function rowsOf(text: string | readonly string[], delimiter = ','): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const cells of parseCsv(pieces([text].flat()), delimiter)) rows.push(cells)
  return rows
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\r', '\n', '\t', '=', '😀') })

test('what is written as CSV is read again, wherever the text is cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(40)),
      async (rows, cuts) => {
        const text = rows.map(csvLine).join('')
        const parts: string[] = []
        let rest = text
        for (const cut of cuts) {
          parts.push(rest.slice(0, cut))
          rest = rest.slice(cut)
        }
        expect(await rowsOf([...parts, rest])).toEqual(rows)
      },
    ),
  )
})

test('no text makes the reader throw anything but a fault that names its row', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell), async (parts) => {
      await rowsOf(parts).catch((error: unknown) => expect(error).toBeInstanceOf(CsvFault))
    }),
  )
})

test('lines end with LF, CRLF or CR, and the last needs no end', async () => {
  const rows = [
    ['a', 'b'],
    ['c', 'd"e'],
    ['f', ''],
  ]
  for (const end of ['\n', '\r\n', '\r']) {
    expect(await rowsOf(`a,b${end}c,"d""e"${end}f,`)).toEqual(rows)
    expect(await rowsOf(`a,b${end}c,"d""e"${end}f,${end}`)).toEqual(rows)
  }
})

test('a quote inside a bare cell, or after a quoted one, stands for itself', async () => {
  expect(await rowsOf('5" gun,"a"b,c\n')).toEqual([['5" gun', '"a"b', 'c']])
})

test('a quote that is never closed names the row in which it was opened', async () => {
  await expect(rowsOf('a,b\nc,"d\ne,f\n')).rejects.toMatchObject({ kind: 'open-quote', row: 2 })
})

async function decode(bytes: Buffer, size: number): Promise<string> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  let text = ''
  for await (const piece of decodedText(pieces(chunks), 'utf-8')) text += piece
  return text
}

test('UTF-8 is read as it is, wherever its bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9 }), async (text, size) => {
      expect(await decode(Buffer.from(text), size)).toBe(Buffer.from(text).toString())
    }),
  )
})

test('in a line of Latin-1 what cannot be read becomes a sign that no field takes; other lines stay', async () => {
  const bytes = Buffer.concat([Buffer.from('Sévaré,1\n'), Buffer.from('Sévaré,2\n', 'latin1'), Buffer.from('Gao,3\n')])
  expect(await decode(bytes, 1024)).toBe('Sévaré,1\nS\u0000var\u0000,2\nGao,3\n')
})
