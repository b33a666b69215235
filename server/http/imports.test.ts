/** A file handed in at the desk, over HTTP: looked at, corrected, taken in, seen by nobody else. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSchema, type ImportAnswer } from '#api/import-routes.ts'
import { rowsOf } from '#store/database.ts'
import { sampleApp, type SampleApp } from '../sample-app.ts'

let sample: SampleApp
let headers: Readonly<Record<string, string>>
beforeAll(async () => {
  sample = await sampleApp()
  headers = await sample.signedIn()
})
afterAll(() => sample.remove())

const octets = { 'content-type': 'application/octet-stream' }

async function handIn(name: string, payload: string | Buffer): Promise<ImportAnswer> {
  const answer = await sample.ask('POST', `/api/imports?name=${encodeURIComponent(name)}`, {
    headers: { ...headers, ...octets },
    payload: Buffer.from(payload),
  })
  expect(answer.statusCode).toBe(201)
  return importSchema.parse(answer.json())
}

const post = async (url: string, payload: object = {}) =>
  importSchema.parse((await sample.ask('POST', url, { headers, payload })).json())

/** Asks until it is over, as the desk does; in between the import itself has its turn. */
async function ended(id: string): Promise<ImportAnswer> {
  for (;;) {
    const answer = importSchema.parse((await sample.ask('GET', `/api/imports/${id}`, { headers })).json())
    if (answer.state === 'done' || answer.state === 'failed') return answer
    await setImmediate()
  }
}

const seizures = [
  'Date de saisie;Lieu de saisie;Pays;Cal.;N° de série;Coffre',
  '13/03/2019;Mopti;Mali;7,62x39;AB 1234;K1',
  '25/04/2019;Gao;Mali;9x19;;K2',
].join('\n')

const fed = (answer: ImportAnswer) =>
  Object.fromEntries(answer.tables[0]?.columns.map(({ name, field }) => [name, field]) ?? [])

test('a table never seen is shown column by column with what it would become, corrected, and taken in', async () => {
  const seen = await handIn('saisies 2019.csv', seizures)
  expect(seen).toMatchObject({
    name: 'saisies 2019.csv',
    state: 'looked-at',
    tables: [{ as: 'proposed', encoding: { name: 'utf-8' }, rehearsal: { rows: 2, is_whole: true, added: 2 } }],
  })
  expect(fed(seen)).toMatchObject({ 'N° de série': 'items.serial', Coffre: null })

  const chosen = await post(`/api/imports/${seen.id}/columns`, {
    sheet: null,
    columns: { Coffre: 'items.where_now', 'Lieu de saisie': null },
  })
  expect(fed(chosen)).toMatchObject({ Coffre: 'items.where_now', 'Lieu de saisie': null })
  expect(await rowsOf(sample.context.store.intake, 'select from items')).toEqual([])

  await post(`/api/imports/${seen.id}/take`)
  expect(await ended(seen.id)).toMatchObject({
    state: 'done',
    result: [{ added: 2, refused: 0, records: { items: 2 } }],
  })
  const items = await rowsOf(sample.context.store.intake, 'select serial, where_now from items order by ref')
  expect(items).toEqual([
    { serial: 'AB 1234', where_now: 'K1' },
    { serial: null, where_now: 'K2' },
  ])
  expect(readdirSync(join(sample.context.home.path, 'uploads'))).toEqual([])

  const again = await handIn('saisies 2020.csv', seizures)
  expect(again.tables).toMatchObject([{ as: 'known', mapping: 'saisies-2019' }])
})

test('a headstamp is shown as what it becomes, and a choice that does not suffice yet stands', async () => {
  const cases = 'Incident ID;Attack date;Calibre;Headstamp\nA-1;2020-01-02;7.62x39;61 / 15\n'
  expect(fed(await handIn('cases.csv', cases))).toMatchObject({ Headstamp: 'items.marks' })
  const seen = await handIn('arms.csv', 'Who;What;When\nArmy;AKM;2012-05-01\n')
  const chosen = await post(`/api/imports/${seen.id}/columns`, { sheet: null, columns: { What: 'stock.model' } })
  expect(chosen.tables).toMatchObject([{ as: 'unknown' }])
  expect(fed(chosen)).toEqual({ Who: null, What: 'stock.model', When: null })
})

test('the format itself needs no asking; a file that cannot be read says why and is not kept', async () => {
  const own = await handIn('incidents.csv', 'incident_ref,kind,date\nA-1,attack,2015\n')
  expect(own.tables).toMatchObject([{ as: 'own', rehearsal: { added: 1 } }])
  const broken = await handIn('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  expect(broken).toMatchObject({ tables: [], fault: { remedy: expect.stringContaining('XLSX') } })
  expect(existsSync(join(sample.context.home.path, 'uploads', broken.id))).toBe(false)
})

test('a name is a name: no folder of it leads anywhere', async () => {
  expect((await handIn('../../etc/x\u0001.csv', 'a,b\n1,2\n')).name).toBe('x_.csv')
  expect((await handIn('..', 'a,b\n1,2\n')).name).toBe('file')
})

test('who only reads hands nothing in, and nobody sees what another handed in', async () => {
  const { id } = await handIn('mine.csv', seizures)
  expect((await sample.ask('GET', '/api/imports/nothing', { headers })).statusCode).toBe(404)
  expect((await sample.ask('GET', `/api/imports/${id}`)).statusCode).toBe(401)
  const json = await sample.ask('POST', '/api/imports?name=x', { headers, payload: { a: 1 } })
  expect(json.statusCode).toBe(400)
  const file = await sample.ask('POST', '/api/entries', {
    headers: { ...headers, ...octets },
    payload: Buffer.from('x'),
  })
  expect(file.statusCode).toBe(400)
})
