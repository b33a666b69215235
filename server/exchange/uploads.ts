/**
 * Files that people hand in at the desk: each is kept in the home while it is looked at and taken in, one after the
 * other. What is known of them lives as long as the server: a file that a restart interrupted is handed in again, and
 * changes nothing that is there already.
 */
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Choices } from '#core/mapping/propose.ts'
import type { Home } from '#store/home.ts'
import { makePrivateFolder } from '#store/private-files.ts'
import type { MakeId } from '../intake/uuid.ts'
import { importFiles } from './import-files.ts'
import type { Imported } from './imported.ts'
import { keepMapping, keptMappings } from './kept-mappings.ts'
import { layoutBy, layoutOf, UnknownLayout, type Layout } from './layout.ts'
import { fitsMapping, readsColumn, type Mapping } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'
import { TableFault } from './read/fault.ts'
import { openFile } from './read/open-file.ts'
import type { Encoding, TableIn } from './read/table.ts'
import { rehearse, type Rehearsal } from './rehearse.ts'
import type { ImportedBy, Importing } from './take-rows.ts'

/** `own`: the format's own columns. `known`: a mapping that ships or was agreed to. */
export type LookedAs = 'own' | 'known' | 'proposed' | 'unknown'

export interface LookedAt {
  readonly sheet: string | null
  readonly encoding: Encoding | null
  readonly as: LookedAs
  /** Each column with the field that it feeds, and its first cells. */
  readonly columns: readonly {
    readonly name: string
    readonly field: string | null
    readonly cells: readonly string[]
  }[]
  readonly mapping: Mapping | null
  /** What taking it in would do; null where nobody knows what it is. */
  readonly rehearsal: Rehearsal | null
}

export interface Upload {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly path: string
  state: 'looked-at' | 'waiting' | 'taking' | 'judging' | 'done' | 'failed'
  /** Rows taken in so far, or incidents left to be judged. */
  progress: number
  tables: readonly LookedAt[]
  readonly choices: Map<string | null, Choices>
  result: Imported | null
  /** What keeps the file from being read at all. */
  fault: TableFault | null
}

export class TooLarge extends Error {}

/** A workbook of a million rows is a tenth of this. */
const largest = 512 * 2 ** 20
const shownCells = 3

interface Keeping {
  readonly newId: MakeId
  readonly report: (error: unknown) => void
  readonly exercise: boolean
}

export class Uploads {
  readonly #home: Home
  readonly #folder: string
  readonly #importing: Importing
  readonly #newId: MakeId
  readonly #report: (error: unknown) => void
  readonly #known = new Map<string, Upload>()
  #taking: Promise<void> = Promise.resolve()

  /** `mappings`: those that ship. */
  constructor(home: Home, importing: Importing, { newId, report, exercise }: Keeping) {
    this.#home = home
    // An exercise is served from the same home.
    this.#folder = join(home.path, exercise ? 'uploads-exercise' : 'uploads')
    this.#importing = importing
    this.#newId = newId
    this.#report = report
    // Of a server that was stopped: nobody can ask for them any more.
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Mappings that a person agreed to come first. */
  get #mappings(): readonly Mapping[] {
    return [...keptMappings(this.#home), ...this.#importing.mappings]
  }

  /** The upload as its own account may see it. */
  find(id: string, account: string): Upload | null {
    const upload = this.#known.get(id)
    return upload?.account === account ? upload : null
  }

  /** Keeps the file and looks at it. Throws TooLarge. */
  async add(name: string, account: string, bytes: Readable): Promise<Upload> {
    const id = this.#newId()
    const path = await this.#keep(id, name, bytes)
    const upload: Upload = {
      id,
      account,
      name: basename(path),
      path,
      state: 'looked-at',
      progress: 0,
      tables: [],
      choices: new Map(),
      result: null,
      fault: null,
    }
    this.#known.set(id, upload)
    await this.#lookAt(upload)
    if (upload.fault !== null) this.#letGo(upload)
    return upload
  }

  /** Follows what a person chose for the columns of one table. */
  async choose(upload: Upload, sheet: string | null, choices: Choices): Promise<void> {
    upload.choices.set(sheet, { ...upload.choices.get(sheet), ...choices })
    await this.#lookAt(upload)
  }

  /** Takes the file in after those before it; what a person agreed to is kept for the next file of that layout. */
  take(upload: Upload, by: ImportedBy): void {
    if (upload.state !== 'looked-at') return
    upload.state = 'waiting'
    this.#taking = this.#taking.then(() => this.#take(upload, by))
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    await this.#taking
  }

  async #take(upload: Upload, by: ImportedBy): Promise<void> {
    upload.state = 'taking'
    const chosen = new Map(
      upload.tables.flatMap(({ sheet, mapping }) => (mapping === null ? [] : [[sheet, mapping] as const])),
    )
    try {
      for (const { as, mapping } of upload.tables) {
        if (as === 'proposed' && mapping !== null) keepMapping(this.#home, mapping)
      }
      const importing = { ...this.#importing, mappings: this.#mappings }
      upload.result = await importFiles(importing, [upload.path], { by, chosen }, (done) => {
        upload.state = 'judging' in done ? 'judging' : 'taking'
        upload.progress = 'judging' in done ? done.judging : done.rows
      })
      upload.state = 'done'
    } catch (error) {
      // What was written is kept, and counted when the same file is handed in again.
      this.#report(error)
      upload.state = 'failed'
    } finally {
      this.#letGo(upload)
    }
  }

  async #keep(id: string, name: string, bytes: Readable): Promise<string> {
    makePrivateFolder(this.#folder, this.#home.owner)
    const folder = join(this.#folder, id)
    mkdirSync(folder, { mode: 0o700 })
    const path = join(folder, plainName(name))
    let size = 0
    const bounded = new Transform({
      transform(chunk: Buffer, _, done) {
        size += chunk.length
        done(size > largest ? new TooLarge() : null, chunk)
      },
    })
    try {
      await pipeline(bytes, bounded, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
      return path
    } catch (error) {
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
  }

  #letGo(upload: Upload): void {
    rmSync(join(this.#folder, upload.id), { recursive: true, force: true })
  }

  async #lookAt(upload: Upload): Promise<void> {
    try {
      const opened = await openFile(upload.path)
      try {
        const tables: LookedAt[] = []
        for (const one of opened.tables) tables.push(await this.#lookAtTable(upload, one))
        upload.tables = tables
      } finally {
        await opened.close()
      }
    } catch (error) {
      if (!(error instanceof TableFault)) throw error
      upload.fault = error
    }
  }

  async #lookAtTable({ path, choices }: Upload, one: TableIn): Promise<LookedAt> {
    const { header, cells } = await firstCells(one)
    const chosen = choices.get(one.sheet) ?? {}
    const found = await this.#layoutFor(path, one, header, chosen)
    const { as, layout, mapping } = found
    const source = layout?.name ?? one.source ?? 'default'
    return {
      sheet: one.sheet,
      encoding: one.encoding,
      as,
      columns: header.map((name, i) => ({ name, field: fieldOf(found, name, chosen), cells: cells[i] ?? [] })),
      mapping,
      rehearsal: layout === null ? null : await rehearse(this.#importing, one, layout, source),
    }
  }

  async #layoutFor(path: string, one: TableIn, header: readonly string[], choices: Choices): Promise<Found> {
    const { lookups } = this.#importing
    const isChosen = Object.keys(choices).length > 0
    if (!isChosen) {
      try {
        const layout = await layoutOf([], path, header, {})
        return { as: 'own', layout, mapping: null }
      } catch (error) {
        if (!(error instanceof UnknownLayout)) throw error
      }
      const known = this.#mappings.find((mapping) => fitsMapping(mapping, header))
      if (known !== undefined) return { as: 'known', layout: layoutBy(known, header), mapping: known }
    }
    const mapping = lookups === undefined ? null : await proposeMapping(path, one, lookups, choices)
    if (mapping === null) return { as: 'unknown', layout: null, mapping: null }
    return { as: 'proposed', layout: layoutBy(mapping, header), mapping }
  }
}

interface Found {
  readonly as: LookedAs
  readonly layout: Layout | null
  readonly mapping: Mapping | null
}

/** Which field a column feeds: of a mapping, the first that reads it; until there is one, what was chosen. */
function fieldOf({ as, layout, mapping }: Found, column: string, chosen: Choices): string | null {
  if (mapping === null && as !== 'own') return chosen[column] ?? null
  if (as === 'own') return layout?.unknown.includes(column) === true ? null : `${layout?.table}.${column}`
  for (const { kind, fields } of mapping?.records ?? []) {
    for (const [field, sources] of Object.entries(fields)) {
      if ([sources].flat().some((source) => readsColumn(source, column))) return `${kind}.${field}`
    }
  }
  return null
}

async function firstCells(one: TableIn): Promise<{ header: readonly string[]; cells: readonly (readonly string[])[] }> {
  const { header, rows, close } = await one.open()
  const cells: string[][] = header.map(() => [])
  let looked = 0
  try {
    for await (const row of rows) {
      header.forEach((_, i) => {
        const cell = row.cells[i]?.trim() ?? ''
        const known = cells[i]
        if (cell !== '' && known !== undefined && known.length < shownCells) known.push(cell.slice(0, 100))
      })
      if (++looked === 50) break
    }
  } finally {
    await close()
  }
  return { header, cells }
}

/** The file's own name without folders and signs that a folder does not hold. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- these are what is meant
  const plain = last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').replace(/^\.+/, '')
  return [...plain].slice(-100).join('') || 'file'
}
