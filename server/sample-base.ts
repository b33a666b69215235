/** A base of its own for a test: a real PostgreSQL with every migration, and the functions that write and judge in it. */
import { hash, randomBytes } from 'node:crypto'
import { parseRow } from '#core/record/parse-row.ts'
import type { Table } from '#core/record/kinds.ts'
import { openStore, type Store } from '#store/connect.ts'
import type { Connection } from '#store/embedded/hold.ts'
import { testDatabase } from '#store/test-database.ts'
import { workOff, type Analysis } from './analysis/judge.ts'
import { makeSubmitter, type Submitter } from './intake/submit.ts'
import { idMaker } from './intake/uuid.ts'
import { writeBulk } from './intake/write-bulk.ts'
import type { Intake } from './intake/write.ts'
import type { Part, Plan, Submission } from './intake/plan.ts'

const noRows = {
  producers: [],
  patterns: [],
  models: [],
  headstampCodes: [],
  markForms: [],
  lotPatterns: [],
  colourCodes: [],
  calibres: [],
  calibresListed: [],
}

export interface SampleBase {
  /** A superuser's: for whoever tampers. */
  readonly connection: Connection
  readonly store: Store
  readonly intake: Intake
  readonly analysis: Analysis
  readonly submitter: Submitter
  /** Moves the clock, which stands still otherwise. */
  setNow(time: string): void
  /** Writes rows as an import does, one entry each, and judges them unless told to wait. */
  put(
    table: Table,
    rows: readonly Record<string, string>[],
    options?: { source?: string; judge?: boolean },
  ): Promise<Plan>
  close(): Promise<void>
}

export const sampleCodes = {
  isCountry: (code: string) => /^[A-Z]{2}$/.test(code),
  isFormerCountry: (code: string) => /^[A-Z]{4}$/.test(code),
}

export const sampleParts = (table: Table, row: Record<string, unknown>): Part => {
  const parsed = parseRow(table, row, sampleCodes)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

export async function sampleBase(): Promise<SampleBase> {
  const database = await testDatabase()
  const { host, port, user, password, database: name } = database.connection
  let time = Date.parse('2026-01-02T03:04:05.000Z')
  const now = () => time
  const store = await openStore({
    address: { host, port, database: name },
    login: { user, password },
    passwords: database.made.passwords,
    rolesOf: database.made.rolesOf,
    now,
  })
  const newId = idMaker(now)
  const intake: Intake = {
    store,
    now,
    newId,
    sha256: (input) => hash('sha256', input, 'hex'),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    places: { region: () => null, isInRegion: () => null },
  }
  const analysis: Analysis = {
    store,
    newId,
    shippedScopes: [],
    areaOfCode: (code) => ({ countries: [code], regions: [], beyond: false }),
    places: intake.places,
    shippedLibrary: noRows,
  }
  return {
    connection: database.connection,
    store,
    intake,
    analysis,
    submitter: makeSubmitter(intake, analysis),
    setNow(text) {
      time = Date.parse(text)
    },
    async put(table, rows, { source = 'default', judge = true } = {}) {
      const submissions = rows.map((row): Submission => ({
        source,
        author: 'operator',
        device: 'test',
        parts: [sampleParts(table, row)],
      }))
      const { plan } = await writeBulk(intake, analysis, submissions)
      if (judge) await workOff(analysis)
      return plan
    },
    async close() {
      await store.close()
      await database.drop()
    },
  }
}
