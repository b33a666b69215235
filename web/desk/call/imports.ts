/** Handing a file in, correcting what it is taken for, taking it in. */
import { queryOptions } from '@tanstack/react-query'
import { chooseRoute, handInRoute, importRoute, takeInRoute, type ImportAnswer } from '#api/import-routes.ts'
import type { Language } from '#core/lib/text.ts'
import { ask } from './ask.ts'

export const isUnderWay = ({ state }: ImportAnswer): boolean =>
  state === 'waiting' || state === 'taking' || state === 'judging'

/** Asked again each second while something is under way: a page that was reloaded goes on. */
export const importQuery = (language: Language, id: string) =>
  queryOptions({
    queryKey: ['import', language, id],
    queryFn: ({ signal }) => ask(importRoute, { language, signal, params: { id } }),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay(data) ? 1000 : false),
  })

export const handIn = (language: Language, file: File) =>
  ask(handInRoute, { language, query: { name: file.name }, file })

export const chooseField = (
  language: Language,
  id: string,
  { sheet, column, field }: { readonly sheet: string | null; readonly column: string; readonly field: string | null },
) => ask(chooseRoute, { language, params: { id }, body: { sheet, columns: { [column]: field } } })

export const takeIn = (language: Language, id: string) => ask(takeInRoute, { language, params: { id }, body: {} })
