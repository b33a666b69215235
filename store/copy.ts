/**
 * Writes many rows by COPY in PostgreSQL's binary format: no text to escape, and one statement a table whether the
 * batch holds one row or a thousand. Format: PostgreSQL documentation, COPY, "Binary Format".
 */
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { rowsOf, type Queryable } from './database.ts'
import { PromptClient } from './prompt-client.ts'

export type ColumnType =
  | 'int4'
  | 'int8'
  | 'float8'
  | 'bool'
  | 'text'
  | 'uuid'
  | 'bytea'
  | 'date'
  | 'timestamptz'
  | '_text'

export interface TableShape {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
}

/** A value as JavaScript holds it: bytea in hex, uuid, date and timestamptz as their ISO texts, int8 as number or bigint. */
export type Cell = string | number | bigint | boolean | readonly (string | null)[] | null | undefined
export type Row = { readonly [column: string]: Cell }

/** The columns of every table of the schema, as the database has them. */
export async function readShapes(db: Queryable, schema: string): Promise<ReadonlyMap<string, TableShape>> {
  const rows = await rowsOf<{ table: string; name: string; type: ColumnType }>(
    db,
    `select c.relname as table, a.attname as name, t.typname as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
      where c.relnamespace = $1::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      order by c.relname, a.attnum`,
    [schema],
  )
  const shapes = new Map<string, { name: string; columns: { name: string; type: ColumnType }[] }>()
  for (const { table, name, type } of rows) {
    const shape = shapes.get(table) ?? { name: table, columns: [] }
    shape.columns.push({ name, type })
    shapes.set(table, shape)
  }
  return shapes
}

/** Appends the rows to the table; columns that a row does not name are null. */
export async function copyRows(client: pg.ClientBase, shape: TableShape, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const names = shape.columns.map(({ name }) => `"${name}"`).join(', ')
  if (client instanceof PromptClient) {
    await client.query(
      `insert into ${shape.name} (${names}) select ${names} from json_populate_recordset(null::${shape.name}, $1)`,
      [rowsAsJson(shape, rows)],
    )
    return
  }
  const stream = client.query(copyFrom(`copy ${shape.name} (${names}) from stdin (format binary)`))
  const bytes = encodeRows(shape, rows)
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject)
    stream.on('finish', resolve)
    stream.end(bytes)
  })
}

/** COPY cannot share a connection with statements on their way. */
function rowsAsJson({ columns }: TableShape, rows: readonly Row[]): string {
  const hex = columns.filter(({ type }) => type === 'bytea').map(({ name }) => name)
  const inHex = (row: Row) => ({ ...row, ...Object.fromEntries(hex.map((name) => [name, escaped(row[name])])) })
  return JSON.stringify(rows.map(inHex), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

const escaped = (value: Cell): Cell => (typeof value === 'string' ? `\\x${value}` : value)

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')

export function encodeRows(shape: TableShape, rows: readonly Row[]): Buffer {
  const writer = new Writer(rows.length * shape.columns.length * 12 + 1024)
  writer.raw(signature)
  for (const row of rows) {
    writer.int16(shape.columns.length)
    for (const { name, type } of shape.columns) writer.cell(type, row[name])
  }
  writer.int16(-1)
  return writer.done()
}

/** A buffer that grows; kept in one class because it holds its position. */
class Writer {
  #bytes: Buffer
  #at = 0

  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size)
  }

  done(): Buffer {
    return this.#bytes.subarray(0, this.#at)
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#at)
    this.#at += bytes.length
  }

  int16(value: number): void {
    this.#room(2)
    this.#at = this.#bytes.writeInt16BE(value, this.#at)
  }

  int32(value: number): void {
    this.#room(4)
    this.#at = this.#bytes.writeInt32BE(value, this.#at)
  }

  cell(type: ColumnType, value: Cell): void {
    if (value === null || value === undefined) return this.int32(-1)
    switch (type) {
      case 'text':
        return this.text(value as string)
      case 'uuid':
        return this.uuid(value as string)
      case 'int4':
        this.int32(4)
        return this.int32(value as number)
      case 'int8':
        return this.eight((bytes, at) => bytes.writeBigInt64BE(BigInt(value as number | bigint | string), at))
      case 'float8':
        return this.eight((bytes, at) => bytes.writeDoubleBE(value as number, at))
      case 'timestamptz':
        return this.eight((bytes, at) =>
          bytes.writeBigInt64BE(BigInt(Date.parse(value as string) - epochMs) * 1000n, at),
        )
      case 'date':
        this.int32(4)
        return this.int32(Math.round((Date.parse(value as string) - epochMs) / 86_400_000))
      case 'bool':
        this.int32(1)
        this.#room(1)
        this.#bytes[this.#at++] = value ? 1 : 0
        return undefined
      case 'bytea':
        return this.hex(value as string)
      case '_text':
        return this.texts(value as readonly (string | null)[])
    }
  }

  text(value: string): void {
    // Three bytes is the most that one UTF-16 unit takes.
    this.#room(4 + value.length * 3)
    const length = this.#bytes.write(value, this.#at + 4, 'utf8')
    this.#bytes.writeInt32BE(length, this.#at)
    this.#at += 4 + length
  }

  uuid(value: string): void {
    this.#room(20)
    this.#at = this.#bytes.writeInt32BE(16, this.#at)
    const hex = value.replaceAll('-', '')
    this.#at += this.#bytes.write(hex, this.#at, 16, 'hex')
  }

  /** Bytes come in hex. */
  hex(value: string): void {
    this.int32(value.length / 2)
    this.#room(value.length / 2)
    this.#at += this.#bytes.write(value, this.#at, value.length / 2, 'hex')
  }

  eight(write: (bytes: Buffer, at: number) => number): void {
    this.int32(8)
    this.#room(8)
    this.#at = write(this.#bytes, this.#at)
  }

  /** One dimension, lower bound 1, elements of type text (oid 25). */
  texts(values: readonly (string | null)[]): void {
    const start = this.#at
    this.int32(0)
    this.int32(1)
    this.int32(values.includes(null) ? 1 : 0)
    this.int32(25)
    this.int32(values.length)
    this.int32(1)
    for (const value of values) {
      if (value === null) this.int32(-1)
      else this.text(value)
    }
    this.#bytes.writeInt32BE(this.#at - start - 4, start)
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes))
    this.#bytes.copy(grown, 0, 0, this.#at)
    this.#bytes = grown
  }
}

/** PostgreSQL counts from 1 January 2000. */
const epochMs = Date.UTC(2000, 0, 1)
