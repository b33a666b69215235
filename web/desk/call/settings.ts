/** The settings: read, supposed otherwise, kept; and what a kept one moved. */
import { queryOptions } from '@tanstack/react-query'
import { findingsRoute, keepRecordRoute } from '#api/routes.ts'
import { previewRoute, previewStateRoute, settingsRoute } from '#api/settings-routes.ts'
import type { Language } from '#core/lib/text.ts'
import { ask } from './ask.ts'

/** Asked again while something waits to be judged. */
export const settingsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['settings', language],
    queryFn: ({ signal }) => ask(settingsRoute, { language, signal }),
    refetchInterval: ({ state: { data } }) => (data?.judging === true ? 1000 : false),
  })

/** A setting as a person wrote it down. */
export interface WrittenSetting {
  readonly setting: string
  readonly value: string
  readonly from?: string
  readonly note?: string
}

export const startPreview = (language: Language, { setting, value, from }: WrittenSetting) =>
  ask(previewRoute, { language, body: { setting, value, ...(from !== undefined && { from }) } })

/** Asked again while it goes on: one that nobody asks for is given up. */
export const previewQuery = (language: Language, id: string) =>
  queryOptions({
    queryKey: ['preview', language, id],
    queryFn: ({ signal }) => ask(previewStateRoute, { language, signal, params: { id } }),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.state === 'running' ? 500 : false),
  })

export const keepSetting = (language: Language, row: WrittenSetting) =>
  ask(keepRecordRoute, { language, body: { table: 'settings', row } })

export const movedAtOnce = 20

/** Raised, or closed, exactly then. */
export const movedQuery = (language: Language, at: string, closed: 'true' | 'false') =>
  queryOptions({
    queryKey: ['moved', language, at, closed],
    queryFn: ({ signal }) => ask(findingsRoute, { language, signal, query: { at, closed, limit: movedAtOnce } }),
  })
