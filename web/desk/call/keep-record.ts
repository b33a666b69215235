/** Keeps one record as this desk wrote it. */
import { keepRecordRoute, type deskTables } from '#api/routes.ts'
import type { Language } from '#core/lib/text.ts'
import { ask } from './ask.ts'

type Table = (typeof deskTables)[number]

/** What is empty is not known, and is not sent. A correction names the revision that was `read`. */
export const keepRecord = (
  language: Language,
  table: Table,
  row: { readonly [field: string]: unknown },
  read?: string,
) => ask(keepRecordRoute, { language, body: { table, row: filled(row), ...(read !== undefined && { read }) } })

const filled = (row: { readonly [field: string]: unknown }) =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value)),
  )

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0
