/** The settings of the mission: for everybody to read; what a change would move, for an administrator. */
import { previewRoute, previewStateRoute, settingsRoute } from '#api/settings-routes.ts'
import type { Content } from '#core/record/kinds.ts'
import { parseRow, refOf } from '#core/record/parse-row.ts'
import { accountRows } from '#store/accounts.ts'
import type { Context } from '../context.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Previews } from '../reading/previews.ts'
import { listSettings } from '../reading/settings.ts'
import { deskSource } from './records.ts'
import { problemOf } from './refused.ts'
import { param, served, type Served } from './served.ts'

export const settings = (
  { analysis, store, reference }: Pick<Context, 'analysis' | 'store' | 'reference'>,
  previews: Previews,
): readonly Served[] => [
  served(settingsRoute, async ({ who }) => {
    const names = new Map((await accountRows(store.app)).map(({ id, name }) => [id, name]))
    return { answer: await listSettings(analysis, who, (account) => names.get(account) ?? account) }
  }),
  served(previewRoute, async ({ who, body }) => {
    if (!who.administrator) throw new ProblemError('not-allowed')
    const parsed = parseRow('settings', body, reference.codes)
    if (!parsed.ok) throw problemOf({ kind: 'cannot-be-kept', refusals: parsed.error })
    const content = parsed.value.content as Content<'setting'>
    const { setting, value, from = null } = content
    const supposed = { source: deskSource, ref: refOf('setting', content) ?? '', setting, value, from }
    return { answer: await previews.start(who, supposed) }
  }),
  served(previewStateRoute, async ({ who, params }) => {
    const preview = previews.find(param(params, 'id'), who.account)
    if (preview === null) throw new ProblemError('not-found')
    return { answer: preview }
  }),
]
