/** Every route of the product, and the shapes that travel over it. */
import { z } from 'zod'
import { baselineSchema, baselinesRoute } from './baseline-routes.ts'
import { calendarRoute, coverageRoute } from './coverage-routes.ts'
import { enquiriesRoute } from './enquiry-routes.ts'
import { exampleRoute, openExampleRoute, removeExampleRoute } from './example-routes.ts'
import { findingSchema } from './finding-schema.ts'
import { chooseRoute, handInRoute, importRoute, takeInRoute } from './import-routes.ts'
import { inboxRoute, waitingRoute } from './inbox-routes.ts'
import { libraryRoute, lookUpRoute, meaningSchema, reviewRoute } from './library-routes.ts'
import { limit, route } from './route.ts'
import { previewRoute, previewStateRoute, settingsRoute } from './settings-routes.ts'

const text = z.object({ en: z.string(), fr: z.string() })
const rule = z.string().max(40)

export type FindingAnswer = z.infer<typeof findingSchema>

const reasonSchema = z.object({
  signature: z.string(),
  level: z.string(),
  items: z.array(z.string()),
  carried_by: z.int(),
  read: z.int(),
  sides: z.array(z.string()),
  says: text,
})

export const linkSchema = z.object({ incident_ref: z.string(), weight: z.number(), reasons: z.array(reasonSchema) })
export type LinkAnswer = z.infer<typeof linkSchema>

export const hitSchema = z.object({ kind: z.string(), ref: z.string(), score: z.number(), why: text })
export type HitAnswer = z.infer<typeof hitSchema>

export const recordSchema = z.object({
  kind: z.string(),
  ref: z.string(),
  /** As it stands: whoever corrects it says which state was read. */
  revision: z.string(),
  handling: z.string(),
  fields: z.record(z.string(), z.unknown()),
  opinions: z.array(z.record(z.string(), z.unknown())),
  items: z.array(z.string()).optional(),
  /** Whether an incident's site showed one kind or the mix of the market, by class; what attackers or holders left. */
  mixes: z
    .array(
      z.object({ class: z.string(), mix: z.string(), pieces: z.number(), kinds: z.int(), common: z.int(), says: text }),
    )
    .optional(),
  /** What an item is compared by, each ladder coarse to fine. */
  signatures: z.array(z.string()).optional(),
  /** What an item's marks and lot can mean, by the reference library: proposals, of which none was chosen. */
  meanings: z.array(meaningSchema).optional(),
  doubts: z.array(z.object({ column: z.string(), doubt: z.string(), says: text })),
  findings: z.array(findingSchema),
  /** What was found and no longer holds. */
  closed: z.array(findingSchema),
  history: z.array(
    z.object({ act: z.string(), at: z.string(), author: z.string(), device: z.string(), receipt: z.string() }),
  ),
})
export type RecordAnswer = z.infer<typeof recordSchema>

export const meRoute = route({
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, and the node',
  answer: z.object({
    name: z.string(),
    email: z.string(),
    language: z.string(),
    administrator: z.boolean(),
    exercise: z.boolean(),
    must_change_password: z.boolean(),
  }),
  problems: ['not-signed-in'],
})

export const entriesRoute = route({
  method: 'POST',
  path: '/api/entries',
  summary: 'Writes one entry: an incident, its items, or items of an incident that exists',
  body: z.object({
    source: z
      .string()
      .regex(/^[a-z0-9-]{1,64}$/)
      .optional(),
    incident: z.record(z.string(), z.unknown()).nullish(),
    items: z.array(z.record(z.string(), z.unknown())).max(10_000).default([]),
  }),
  status: 201,
  answer: z.object({
    receipt: z.string(),
    refs: z.array(z.string()),
    doubts: z.array(z.object({ ref: z.string(), column: z.string(), doubt: z.string() })),
    findings: z.array(findingSchema),
  }),
  problems: ['not-signed-in', 'not-allowed', 'cannot-be-kept', 'not-understood', 'too-large', 'key-used'],
})

export const findingsRoute = route({
  method: 'GET',
  path: '/api/findings',
  summary: 'Kept findings, newest first; with `closed`, those that no longer hold, the last closed first',
  query: z.object({
    rule: rule.optional(),
    incident: z.string().max(500).optional(),
    item: z.string().max(500).optional(),
    signature: z.string().max(2000).optional(),
    area: z.string().max(100).optional(),
    since: z.string().max(40).optional(),
    /** Raised, or closed, exactly then. */
    at: z.iso.datetime().optional(),
    closed: z.enum(['true', 'false']).optional(),
    all: z.enum(['true', 'false']).optional(),
    limit,
    after: z.string().max(200).optional(),
  }),
  answer: z.array(findingSchema),
  problems: ['not-signed-in', 'not-understood', 'not-found', 'ambiguous'],
})

export const findingRoute = route({
  method: 'GET',
  path: '/api/findings/{id}',
  summary: 'One finding with its grounds',
  answer: findingSchema,
  problems: ['not-signed-in', 'not-found'],
})

export const incidentSchema = z.object({
  ref: z.string(),
  kind: z.string(),
  date: z.string().nullable(),
  end_date: z.string().nullable(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  place: z.string().nullable(),
  presumed_actor: z.string().nullable(),
  access: z.string().nullable(),
  handling: z.string(),
  doubted: z.boolean(),
  /** Counted up to 1,000. */
  items: z.int(),
})
export type IncidentAnswer = z.infer<typeof incidentSchema>

const day = z.iso.date().optional()

const narrowed = {
  kind: z.string().max(40).optional(),
  country: z.string().max(10).optional(),
  actor: z.string().max(500).optional(),
  from: day,
  to: day,
}

export const incidentsRoute = route({
  method: 'GET',
  path: '/api/incidents',
  summary: 'Incidents, the latest day first, those without one last',
  query: z.object({ ...narrowed, limit, after: z.string().max(500).optional() }),
  answer: z.array(incidentSchema),
  problems: ['not-signed-in', 'not-understood', 'not-found', 'ambiguous'],
})

/** Longitude and latitude, WGS 84. */
const position = z.tuple([z.number(), z.number()]).readonly()

export const pointSchema = z.object({
  ref: z.string(),
  kind: z.string(),
  date: z.string().nullable(),
  place: z.string().nullable(),
  precision: z.string().nullable(),
  at: position,
})
export type PointAnswer = z.infer<typeof pointSchema>

export const pointsRoute = route({
  method: 'GET',
  path: '/api/incidents/points',
  summary: 'The latest 10,000 incidents as points; how many of them have none; whether there are more',
  query: z.object(narrowed),
  answer: z.object({ points: z.array(pointSchema), unplaced: z.int(), more: z.boolean() }),
  problems: ['not-signed-in', 'not-understood'],
})
export type PointsAnswer = z.infer<typeof pointsRoute.answer>

export const outlinesRoute = route({
  method: 'GET',
  path: '/api/areas/outlines',
  summary: 'Outlines of the areas that have one',
  answer: z.array(
    z.object({
      ref: z.string(),
      name: z.string(),
      kind: z.string(),
      /** Polygons of rings of positions, the outer ring first. */
      polygons: z.array(z.array(z.array(position).readonly()).readonly()).readonly(),
    }),
  ),
  problems: ['not-signed-in'],
})
export type OutlineAnswer = z.infer<typeof outlinesRoute.answer>[number]

const carriedSchema = z.object({
  side: z.enum(['attack', 'defence']),
  /** Incidents that carry it, of those read finely enough to show it. */
  carried: z.int(),
  read: z.int(),
  /** Upper bound of its share in general circulation. */
  upper: z.number(),
  /** Null: crimes without an actor. Those that carry it, the most first. */
  actors: z.array(z.object({ actor: z.string().nullable(), carried: z.int(), read: z.int() })),
})

export const signatureRoute = route({
  method: 'GET',
  path: '/api/signatures/{signature}',
  summary: 'A signature: who carries it among how many read, where and when, and its findings',
  answer: z.object({
    signature: z.string(),
    level: z.string(),
    sides: z.array(carriedSchema),
    coarser: z.array(z.string()),
    finer: z.array(z.string()),
    /** Rows of baseline studies that speak of it, wherever they looked. */
    studies: z.array(baselineSchema),
    incidents: z.array(
      pointSchema.extend({
        end_date: z.string().nullable(),
        admin1: z.string().nullable(),
        country: z.string().nullable(),
        presumed_actor: z.string().nullable(),
        sides: z.array(z.enum(['none', 'attack', 'defence'])),
        at: position.nullable(),
      }),
    ),
    /** Others that came earlier carry it too. */
    more: z.boolean(),
    findings: z.array(findingSchema),
  }),
  problems: ['not-signed-in', 'not-found'],
})
export type SignatureAnswer = z.infer<typeof signatureRoute.answer>

export const linksRoute = route({
  method: 'GET',
  path: '/api/incidents/{ref}/links',
  summary: 'Incidents that carry the same signatures, heaviest first, with reasons',
  query: z.object({ limit }),
  answer: z.array(linkSchema),
  problems: ['not-signed-in', 'not-found', 'ambiguous'],
})

export const stockSchema = z.object({
  ref: z.string(),
  holder: z.string(),
  holder_country: z.string().nullable(),
  basis: z.string(),
  list: z.string().nullable(),
  coverage: z.string(),
  covers_from: z.string().nullable(),
  covers_to: z.string(),
  class: z.string(),
  pattern: z.string().nullable(),
  model: z.string().nullable(),
  producer: z.string().nullable(),
  calibre: z.string().nullable(),
  year: z.int().nullable(),
  year_to: z.int().nullable(),
  lot: z.string().nullable(),
  serial: z.string().nullable(),
  serial_to: z.string().nullable(),
  quantity: z.number().nullable(),
  status: z.string().nullable(),
  status_from: z.string().nullable(),
  status_to: z.string().nullable(),
  handling: z.string(),
  doubted: z.boolean(),
})
export type StockAnswer = z.infer<typeof stockSchema>

export const stockRoute = route({
  method: 'GET',
  path: '/api/stock',
  summary: 'Rows of holders’ stock, the last recorded first',
  query: z.object({
    holder: z.string().max(200).optional(),
    model: z.string().max(200).optional(),
    class: z.string().max(40).optional(),
    limit,
    after: z.string().max(500).optional(),
  }),
  answer: z.array(stockSchema),
  problems: ['not-signed-in', 'not-understood', 'not-found', 'ambiguous'],
})

export const searchRoute = route({
  method: 'GET',
  path: '/api/search',
  summary: 'Serials with their near misses, lots; references, names and places by how they begin',
  query: z.object({ text: z.string().min(1).max(200), limit }),
  answer: z.array(hitSchema),
  problems: ['not-signed-in', 'not-understood'],
})

export const recordRoute = route({
  method: 'GET',
  path: '/api/records/{ref}',
  summary: 'A record with its opinions, findings, doubts and history',
  answer: recordSchema,
  problems: ['not-signed-in', 'not-found', 'ambiguous'],
})

/** The kinds of record that the desk writes one by one. */
export const deskTables = ['settings', 'stock', 'enquiries', 'baselines', 'library'] as const

export const keepRecordRoute = route({
  method: 'POST',
  path: '/api/records',
  summary: 'Keeps one record as the desk wrote it: new, or another state of the one with its reference',
  body: z.object({
    table: z.enum(deskTables),
    row: z.record(z.string(), z.unknown()),
    /** The revision that this corrects: where the record says something else by now, nothing is kept. */
    read: z.string().max(100).optional(),
  }),
  status: 201,
  answer: z.object({
    ref: z.string(),
    receipt: z.string(),
    doubts: z.array(z.object({ column: z.string(), doubt: z.string() })),
  }),
  problems: ['not-signed-in', 'not-allowed', 'not-found', 'cannot-be-kept', 'changed', 'not-understood'],
})

export const routes = [
  meRoute,
  entriesRoute,
  findingsRoute,
  findingRoute,
  inboxRoute,
  waitingRoute,
  incidentsRoute,
  pointsRoute,
  outlinesRoute,
  linksRoute,
  signatureRoute,
  stockRoute,
  coverageRoute,
  calendarRoute,
  enquiriesRoute,
  baselinesRoute,
  searchRoute,
  recordRoute,
  keepRecordRoute,
  libraryRoute,
  lookUpRoute,
  reviewRoute,
  settingsRoute,
  previewRoute,
  previewStateRoute,
  handInRoute,
  importRoute,
  chooseRoute,
  takeInRoute,
  exampleRoute,
  openExampleRoute,
  removeExampleRoute,
] as const
