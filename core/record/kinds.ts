/* oxlint-disable max-lines -- one table of all kinds: in two files it would be looked for in both. */
/**
 * Every kind of record with all its fields, and the disclosure group that each field stands in. The groups are the
 * ledger format's; the fields of the table kinds are the exchange format's. Adding a field is one line here.
 */
import {
  country,
  countryOrFormer,
  date,
  decimal,
  flag,
  grade,
  inGroup,
  list,
  listOf,
  number,
  origin as originWord,
  pairs,
  shape,
  text,
  whole,
  word,
  type Fields,
  type Values,
} from './field.ts'
import { libraryFields } from './library-fields.ts'

const what = inGroup('what')
const marks = inGroup('marks')
const place = inGroup('place')
const informant = inGroup('informant')
const note = inGroup('note')
const about = inGroup('about')
const identification = inGroup('identification')
const origin = inGroup('origin')
const user = inGroup('user')
const actor = inGroup('actor')

export const classes = [
  'arm',
  'light-weapon',
  'ammunition',
  'mortar-round',
  'rocket',
  'grenade',
  'mine',
  'explosive',
  'detonator',
  'ied-component',
  'vehicle',
  'uav',
  'part',
  'packaging',
  'other',
] as const
export type Class = (typeof classes)[number]

export const incidentKinds = [
  'attack',
  'clash',
  'ambush',
  'ied',
  'cache',
  'seizure',
  'search',
  'surrender',
  'ddr',
  'handover',
  'crime',
  'inspection',
  'abandoned',
  'loss',
  'other',
] as const

export const stateServices = ['army', 'gendarmerie', 'guard', 'police', 'customs', 'other'] as const
/** `all` stands for those in the mission's setting; a contingent is no State's service. */
const services = [...stateServices, 'all', 'contingent'] as const
const basis = word('claim', 'witness', 'official', 'arrest', 'materiel', 'other')
const year = whole(1500, 2200)
const count = whole(0, 1_000_000_000)
const atLeastOne = whole(1, 1_000_000_000)

const incident = {
  incident_ref: what(text, 'filled'),
  source: what(text),
  kind: what(word(...incidentKinds), 'filled'),
  target: what(
    word(
      'state-forces',
      'un',
      'international-forces',
      'local-authority',
      'religious-leader',
      'community-leader',
      'civilians',
      'business',
      'other',
    ),
  ),
  access: what(word('documented', 'not-reached', 'refused', 'already-swept', 'done-by-authority', 'nothing-found')),
  access_reason: what(text),
  arrived_h: what(number(0, 1_000_000)),
  read_level: what(word('none', 'class', 'type', 'marks')),
  sample: what(word('attributed', 'unattributed')),
  date: place(date, 'column'),
  end_date: place(date),
  date_kind: place(word('use', 'recovery', 'seizure', 'documentation')),
  used_on: place(date),
  recovered_on: place(date),
  seized_on: place(date),
  documented_on: place(date),
  country: place(country),
  admin1: place(text),
  place: place(text),
  lat: place(decimal(-90, 90)),
  lon: place(decimal(-180, 180)),
  grid: place(text),
  geo_precision: place(word('exact', 'place', 'admin', 'country')),
  reported_by: informant(text),
  report_grade: informant(grade),
  summary: note(text),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

const item = {
  item_ref: what(text, 'filled'),
  source: what(text),
  incident: what(text),
  incident_ref: what(text, 'filled'),
  class: what(word(...classes), 'filled'),
  quantity: what(atLeastOne),
  present: what(count),
  examined: what(count),
  count_basis: what(word('counted', 'estimated', 'weighed')),
  seen_how: what(word('examined', 'others-custody', 'photograph', 'report', 'open-source')),
  state: what(word('live', 'fired', 'misfired', 'serviceable', 'unserviceable', 'destroyed')),
  mark_condition: what(word('intact', 'worn', 'removed', 're-marked', 'never-marked')),
  removed_how: what(word('ground', 'drilled', 'welded', 'overstamped', 'other')),
  features: what(pairs),
  tag: what(text),
  parent_ref: what(text),
  refilled: what(word('yes', 'no')),
  marks: marks(pairs),
  serial: marks(text),
  serials: marks(pairs),
  lot: marks(text),
  lot_body: marks(text),
  lot_filling: marks(text),
  lot_fuze: marks(text),
  site_code: marks(text),
  date_code: marks(text),
  find_spot: place(text),
  exported_on: place(date),
  export_to: place(text),
  holder: place(text),
  where_now: place(text),
  note: note(text),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

/** One person's or one report's opinion of one incident or item; its aspects are judged apart. */
const opinion = {
  record: about(text, 'filled'),
  source: about(text),
  author: informant(text),
  basis: about(text),
  date: about(date),
  pattern: identification(text),
  model: identification(text),
  producer: identification(text),
  producer_country: identification(countryOrFormer),
  calibre: identification(text),
  year: identification(year),
  year_to: identification(year),
  id_grade: identification(grade),
  origin: origin(originWord),
  origin_grade: origin(grade),
  used_by: user(word('attacker', 'defender', 'responder', 'holder', 'earlier', 'unknown')),
  user_actor: user(text),
  user_basis: user(basis),
  user_grade: user(grade),
  presumed_actor: actor(text),
  actor_basis: actor(basis),
  actor_grade: actor(grade),
  note: note(text),
} as const satisfies Fields

const stock = {
  stock_ref: what(text, 'filled'),
  source: what(text),
  holder: what(text, 'filled'),
  services: what(listOf(services)),
  basis: what(word('list', 'inspection', 'statement'), 'filled'),
  list: what(text),
  coverage: what(word('whole', 'partial'), 'filled'),
  class: what(word(...classes), 'filled'),
  pattern: what(text),
  model: what(text),
  producer: what(text),
  calibre: what(text),
  year: what(year),
  year_to: what(year),
  lot: what(text),
  serial: what(text),
  serial_to: what(text),
  quantity: what(count),
  status: what(word('held', 'lost', 'stolen', 'captured', 'destroyed', 'transferred', 'never-held')),
  holder_country: place(countryOrFormer),
  covers_from: place(date),
  covers_to: place(date, 'filled'),
  status_from: place(date),
  status_to: place(date),
  status_place: place(text),
  grade: what(grade),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

/** A question to an authority about a holder's stock. Its answer is a row of stock, which `answer_ref` names. */
const enquiry = {
  enquiry_ref: what(text, 'filled'),
  source: what(text),
  asked: what(text, 'filled'),
  holder: what(text, 'filled'),
  services: what(listOf(services)),
  class: what(word(...classes), 'filled'),
  pattern: what(text),
  model: what(text),
  producer: what(text),
  calibre: what(text),
  year: what(year),
  year_to: what(year),
  lot: what(text),
  serial: what(text),
  about: what(text),
  status: what(word('draft', 'sent', 'answered', 'refused', 'withdrawn')),
  answer_ref: what(text),
  holder_country: place(countryOrFormer),
  asked_on: place(date),
  due_on: place(date),
  answered_on: place(date),
  note: note(text),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

/** What a baseline study found of one kind of materiel: so many of it among so many that it looked at. */
const baseline = {
  baseline_ref: what(text, 'filled'),
  source: what(text),
  study: what(text, 'filled'),
  class: what(word(...classes), 'filled'),
  pattern: what(text),
  model: what(text),
  producer: what(text),
  calibre: what(text),
  year: what(year),
  lot: what(text),
  sample: what(atLeastOne, 'filled'),
  seen: what(count, 'filled'),
  unit: what(word('items', 'incidents')),
  says: what(word('common', 'present', 'not-seen')),
  basis: what(text),
  grade: what(grade),
  confidence: what(word('verified', 'probable', 'unverified')),
  country: place(country, 'filled'),
  area: place(text),
  from: place(date),
  to: place(date, 'column'),
  note: note(text),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

/** One state in time of an actor: rows with one `actor_ref` tell its history. */
const actorState = {
  actor_ref: what(text, 'filled'),
  source: what(text),
  name: what(text, 'filled'),
  kind: what(
    word(
      'armed-group',
      'self-defence',
      'signatory',
      'state-forces',
      'international-forces',
      'un',
      'criminal',
      'unidentified',
      'person',
    ),
    'filled',
  ),
  aliases: what(list),
  parent_ref: what(text),
  renamed_from: what(text),
  list_ref: what(text),
  country: place(country),
  from: place(date),
  to: place(date),
  listed_on: place(date),
  delisted_on: place(date),
  note: note(text),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

const affiliation = {
  affiliation_ref: what(text, 'filled'),
  source: what(text),
  actor: what(text, 'filled'),
  with: what(text, 'filled'),
  basis: what(text),
  from: place(date),
  to: place(date),
  author: informant(text),
  grade: what(grade),
  note: note(text),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

const area = {
  area_ref: what(text, 'filled'),
  source: what(text),
  name: what(text, 'filled'),
  kind: what(word('country', 'admin1', 'admin2', 'sector', 'polygon'), 'filled'),
  parent_ref: what(text),
  members: what(list),
  country: place(country),
  geometry: place(shape),
  from: place(date),
  to: place(date),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

const scope = {
  scope_ref: what(text, 'filled'),
  source: what(text),
  regime: what(text, 'filled'),
  instrument: what(text, 'filled'),
  paragraph: what(text),
  direction: what(word('into', 'out-of', 'holder'), 'filled'),
  holders: what(list),
  classes: what(listOf(classes)),
  exempt_holders: what(list),
  cites: what(text),
  confidence: what(word('verified', 'probable', 'unverified')),
  area: place(text),
  from: place(date, 'filled'),
  to: place(date),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

/** What each may hold and what it is where nobody set it, `settings.ts` says. */
export const settingNames = [
  'zone',
  'host_country',
  'state_services',
  'default_handling',
  'floor',
  'rare_share',
  'actor_floor',
  'short_lag',
  'exclusive_level',
  'crime_kinds',
  'implicating_handling',
  'alerts_a_week',
] as const
export type SettingName = (typeof settingNames)[number]

/** A dated setting of the mission. */
const setting = {
  setting: what(word(...settingNames), 'filled'),
  source: what(text),
  value: what(text, 'filled'),
  from: what(date),
  note: note(text),
  other: note(pairs),
  doubts: what(pairs),
} as const satisfies Fields

/** A file that proves something, told from every other by its SHA-256; `of` names the record that it shows. */
const evidence = {
  sha256: what(text, 'filled'),
  bytes: what(whole(0, Number.MAX_SAFE_INTEGER), 'filled'),
  media_type: what(text, 'filled'),
  of: what(text),
  taken_on: place(date),
  lat: place(decimal(-90, 90)),
  lon: place(decimal(-180, 180)),
  taken_by: informant(text),
  given_by: informant(text),
  file_name: note(text),
  words: note(text),
} as const satisfies Fields

/** The paragraph that allows the mission to monitor, trace, release or attribute. */
const mandate = {
  mandate_ref: what(text, 'filled'),
  source: what(text),
  instrument: what(text, 'filled'),
  paragraph: what(text, 'filled'),
  permits: what(listOf(['monitor', 'trace', 'release', 'attribute'] as const), 'filled'),
  area: place(text),
  from: place(date),
  to: place(date),
  given_by: informant(text),
  note: note(text),
} as const satisfies Fields

/** A person's choice on something derived, with the digest of the grounds that were seen. */
const decision = {
  rule: what(text, 'filled'),
  subject: what(text, 'filled'),
  side: what(text),
  area: what(text),
  view: what(text),
  grounds: what(text),
  choice: what(text, 'filled'),
  reason: note(text),
} as const satisfies Fields

/** That a file was taken in: which source, which bytes, and what it no longer held. */
const importing = {
  source: what(text, 'filled'),
  sha256: what(text, 'filled'),
  complete: what(flag),
  missing: what(pairs),
  file_name: note(text),
} as const satisfies Fields

/** That the texts of a leaf's groups were removed when their retention had ended. */
const erasure = {
  leaf: what(whole(0, Number.MAX_SAFE_INTEGER), 'filled'),
  groups: what(list),
  ground: note(text),
} as const satisfies Fields

export const kinds = {
  incident,
  item,
  opinion,
  stock,
  enquiry,
  baseline,
  actor: actorState,
  affiliation,
  area,
  scope,
  setting,
  'library-entry': libraryFields(classes),
  evidence,
  mandate,
  decision,
  import: importing,
  erasure,
} as const

export type Kind = keyof typeof kinds
export type Content<K extends Kind = Kind> = { [Q in K]: Values<(typeof kinds)[Q]> }[K]

export type Incident = Content<'incident'>
export type Item = Content<'item'>
export type Opinion = Content<'opinion'>
export type Stock = Content<'stock'>
export type LibraryEntry = Content<'library-entry'>
export type Enquiry = Content<'enquiry'>
export type Baseline = Content<'baseline'>
export type ActorState = Content<'actor'>

/** The table files of the exchange format, and the kind of record that each row makes. */
export const tables = {
  incidents: 'incident',
  items: 'item',
  stock: 'stock',
  enquiries: 'enquiry',
  baselines: 'baseline',
  actors: 'actor',
  affiliations: 'affiliation',
  areas: 'area',
  scopes: 'scope',
  settings: 'setting',
  library: 'library-entry',
} as const satisfies { [table: string]: Kind }
export type Table = keyof typeof tables
export type TableKind = (typeof tables)[Table]

const opinionGroups = ['identification', 'origin', 'user', 'actor'] as const
export type Aspect = (typeof opinionGroups)[number]

/** The aspects that a table row of this kind may bring an opinion of. */
export const aspectsOf = { item: ['identification', 'origin', 'user'], incident: ['actor'] } as const
