/** Files handed in at the desk: each is seen by the account that handed it in, alone. */
import { chooseRoute, handInRoute, importRoute, takeInRoute, type ImportAnswer } from '#api/import-routes.ts'
import { choosable } from '#core/mapping/propose.ts'
import { text, type Language } from '#core/lib/text.ts'
import type { Who } from '../accounts/who.ts'
import { TooLarge, type Upload, type Uploads } from '../exchange/uploads.ts'
import { ProblemError } from '../http/problem-error.ts'
import { param, served, type Frozen, type Served } from './served.ts'

export function imports(uploads: Uploads): readonly Served[] {
  const found = (who: Who, params: Readonly<Record<string, string>>): Upload => {
    const upload = uploads.find(param(params, 'id'), who.account)
    if (upload === null) throw new ProblemError('not-found')
    return upload
  }
  return [
    served(handInRoute, async ({ who, query, file }) => {
      mayWrite(who)
      if (file === null) throw new ProblemError('not-understood', { detail: noFile })
      const upload = await uploads.add(query.name, who.account, file).catch((error: unknown) => {
        throw error instanceof TooLarge ? new ProblemError('too-large') : error
      })
      return { answer: answerOf(upload, who.language) }
    }),
    served(importRoute, async ({ who, params }) => ({ answer: answerOf(found(who, params), who.language) })),
    served(chooseRoute, async ({ who, params, body }) => {
      mayWrite(who)
      const upload = found(who, params)
      if (upload.state === 'looked-at') await uploads.choose(upload, body.sheet, body.columns)
      return { answer: answerOf(upload, who.language) }
    }),
    served(takeInRoute, async ({ who, params }) => {
      mayWrite(who)
      const upload = found(who, params)
      uploads.take(upload, { author: who.account, device: who.device })
      return { answer: answerOf(upload, who.language) }
    }),
  ]
}

function mayWrite({ scope }: Who): void {
  if (scope !== 'write') throw new ProblemError('not-allowed', { detail: readOnly })
}

function answerOf(upload: Upload, language: Language): Frozen<ImportAnswer> {
  const { id, name, state, progress, tables, result, fault } = upload
  return {
    id,
    name,
    state,
    progress,
    fields: [...choosable],
    tables: tables.map(({ mapping, rehearsal, ...table }) => ({
      ...table,
      mapping: mapping?.name ?? null,
      rehearsal: rehearsal && rehearsalAnswer(rehearsal),
    })),
    result:
      result?.files.map(({ fault: stopped = null, rejected, ...one }) => ({
        sheet: one.sheet,
        source: one.source,
        rows: one.rows,
        added: one.added,
        updated: one.updated,
        unchanged: one.unchanged,
        merged: one.merged,
        refused: one.refused,
        doubted: one.doubted,
        records: one.records,
        unknown_columns: one.unknown_columns,
        rejected: rejected.slice(0, shown),
        fault: stopped,
      })) ?? null,
    fault: fault && { problem: fault.problem[language], remedy: fault.remedy[language] },
  }
}

const shown = 50

function rehearsalAnswer({ isWhole, first, ...counts }: NonNullable<Upload['tables'][number]['rehearsal']>) {
  return {
    ...counts,
    is_whole: isWhole,
    first: first.map(({ row, records }) => ({
      row,
      records: records.map(({ table, values }) => ({ table, values })),
    })),
  }
}

const noFile = text('Send the file as application/octet-stream.', 'Envoyez le fichier en application/octet-stream.')
const readOnly = text('This token may only read.', 'Ce jeton ne permet que la lecture.')
