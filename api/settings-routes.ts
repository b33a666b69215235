/** The settings of the mission, and what a change of one would move before it is kept. */
import { z } from 'zod'
import { settingNames } from '#core/record/kinds.ts'
import { route } from './route.ts'

const text = z.object({ en: z.string(), fr: z.string() })

const valueSchema = z.object({
  ref: z.string(),
  value: z.string(),
  from: z.string().nullable(),
  note: z.string().nullable(),
  set_at: z.string(),
  /** The name of the account; where none has the id that the record names, that. */
  set_by: z.string(),
})
export type SetValue = z.infer<typeof valueSchema>

export const settingSchema = z.object({
  name: z.enum(settingNames),
  /** As it holds, written as a value is; null where it has none. */
  value: z.string().nullable(),
  /** Where nobody set it. */
  usual: z.string().nullable(),
  /** What set it; null where nobody did. */
  set: valueSchema.nullable(),
  /** Other values, the last set first. */
  earlier: z.array(valueSchema),
  /** The rules whose answers hang on it. */
  rules: z.array(z.string()),
})
export type SettingAnswer = z.infer<typeof settingSchema>

/** Counted up to 10,000. */
const count = z.int()

export const settingsRoute = route({
  method: 'GET',
  path: '/api/settings',
  summary: 'The settings of the mission, who set each, its earlier values, and what else it keeps as records',
  answer: z.object({
    settings: z.array(settingSchema),
    /** Records that say what settings cannot: losses and contingents in lists of stock, areas, actors. */
    records: z.object({ losses: count, contingents: count, areas: count, actors: count }),
    /** Whether something waits to be judged. */
    judging: z.boolean(),
  }),
  problems: ['not-signed-in'],
})
export type SettingsAnswer = z.infer<typeof settingsRoute.answer>

const movedSchema = z.object({
  subject: z.object({ kind: z.enum(['item', 'signature']), ref: z.string() }),
  /** What would be answered then. */
  says: text,
})

export const previewSchema = z.object({
  id: z.string(),
  /** `stopped`: nobody asked for it any more. */
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** Whether the value would hold: one that is meant from a later day goes before it. */
  holds: z.boolean(),
  /** What was judged under both so far; all of it where it is done. */
  items: z.int(),
  signatures: z.int(),
  rules: z.array(
    z.object({
      rule: z.string(),
      /** Kept findings that would cease, that would come, that would stay with another answer. */
      cease: z.int(),
      come: z.int(),
      change: z.int(),
      first_to_cease: z.array(movedSchema),
      first_to_come: z.array(movedSchema),
    }),
  ),
  /** Rules that read the setting and cannot be judged before it is kept. */
  not_judged: z.array(z.string()),
})
export type PreviewAnswer = z.infer<typeof previewSchema>

export const previewRoute = route({
  method: 'POST',
  path: '/api/settings/previews',
  summary: 'What the change of a setting would move; judged on, and asked for again, until it is done',
  body: z.object({ setting: z.string().max(40), value: z.string().max(1000), from: z.string().max(20).optional() }),
  status: 201,
  answer: previewSchema,
  problems: ['not-signed-in', 'not-allowed', 'cannot-be-kept', 'not-understood'],
})

export const previewStateRoute = route({
  method: 'GET',
  path: '/api/settings/previews/{id}',
  summary: 'How far a preview is',
  answer: previewSchema,
  problems: ['not-signed-in', 'not-found'],
})
