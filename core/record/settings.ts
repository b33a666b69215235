/** The settings of a mission: what each may hold, what it is where nobody set it, and how it is read. */
import { text } from '../lib/text.ts'
import { refuse, type Refusal } from './doubt.ts'
import type { Value } from './field.ts'
import { isHandling, type Handling } from './handling.ts'
import { classes, incidentKinds, stateServices, type Class, type SettingName } from './kinds.ts'
import type { Codes } from './parse-value.ts'

interface Setting<T> {
  /** What a value looks like, for a remedy. */
  readonly example: string
  /** Its value where nobody set it; null: none. */
  readonly usual: T
  /** What a text says; undefined where the setting cannot hold it. */
  readonly read: (value: string, codes: Codes | null) => T | undefined
}

const setting = <T>(example: string, usual: T, read: Setting<T>['read']): Setting<T> => ({ example, usual, read })

const list = (value: string): readonly string[] =>
  value
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

const listFrom =
  <W extends string>(words: readonly W[]) =>
  (value: string): readonly W[] | undefined => {
    const parts = list(value)
    return parts.length > 0 && parts.every((part) => (words as readonly string[]).includes(part))
      ? (parts as readonly W[])
      : undefined
  }

const oneOf =
  <W extends string>(...words: readonly W[]) =>
  (value: string): W | undefined =>
    words.find((word) => word === value)

const count = (value: string) => (/^\d{1,6}$/.test(value) ? Number(value) : undefined)
const share = (value: string) => (/^(0|1|0?\.\d{1,6})$/.test(value) ? Number(value) : undefined)
const handling = (value: string): Handling | undefined => (isHandling(value) ? value : undefined)

/** Months by class; `other` for the classes not named. */
export type MonthsByClass = { readonly [C in Class]?: number } & { readonly other: number }

/** `24; explosive:12`: a number for all, and for single classes their own. */
function monthsByClass(value: string): MonthsByClass | undefined {
  const months: { [cls: string]: number } = {}
  for (const part of list(value)) {
    const [, cls = 'other', number] = /^(?:([a-z-]+)\s*:\s*)?(\d{1,3})$/.exec(part) ?? []
    if (number === undefined || cls in months || !(cls === 'other' || (classes as readonly string[]).includes(cls)))
      return undefined
    months[cls] = Number(number)
  }
  return 'other' in months ? (months as MonthsByClass) : undefined
}

export const missionSettings = {
  /** Areas that are the mission's own: area references or ISO codes; none: all that this node holds. */
  zone: setting<string | null>('ML', null, (value) => value),
  host_country: setting<string | null>('ML', null, (value, codes) =>
    codes === null || codes.isCountry(value) ? value : undefined,
  ),
  /** What `all` services of a State are. */
  state_services: setting<readonly string[]>(
    'army; gendarmerie; guard; police',
    ['army', 'gendarmerie', 'guard', 'police'],
    listFrom(stateServices),
  ),
  default_handling: setting<Handling>('confidential', 'confidential', handling),
  /** Comparable read incidents below which a rule cannot tell. */
  floor: setting<number>('30', 30, count),
  rare_share: setting<number>('0.05', 0.05, share),
  actor_floor: setting<number>('10', 10, count),
  /** Up to how many months between making or export and find are short. */
  short_lag: setting<MonthsByClass>('24; explosive:12', { other: 24, explosive: 12, detonator: 12 }, monthsByClass),
  /** Whether the actors of exclusivity are those that records name, or the topmost that they are part of. */
  exclusive_level: setting<'unit' | 'umbrella'>('unit', 'unit', oneOf('unit', 'umbrella')),
  /** Incidents of these kinds without an actor are one actor: the background of crime. */
  crime_kinds: setting<readonly string[]>('crime', ['crime'], listFrom(incidentKinds)),
  /** The least handling of findings that implicate a State or the United Nations. */
  implicating_handling: setting<Handling>('confidential', 'confidential', handling),
  alerts_a_week: setting<number>('10', 10, count),
} as const satisfies { readonly [S in SettingName]: Setting<unknown> }

/** The settings as they hold. */
export type Settings = {
  readonly [S in SettingName]: (typeof missionSettings)[S] extends Setting<infer T> ? T : never
}

/** What was set, by name, read; a value that a setting cannot hold any more counts as not set. */
export const settingsFrom = (set: ReadonlyMap<string, string>): Settings =>
  Object.fromEntries(
    Object.entries(missionSettings).map(([name, { read, usual }]) => {
      const value = set.get(name)
      return [name, (value === undefined ? undefined : read(value, null)) ?? usual]
    }),
  ) as Settings

/** A value as it is written in a record; null: none. */
export function settingText(value: Settings[SettingName]): string | null {
  if (value === null) return null
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.join('; ')
  const { other, ...named } = value as MonthsByClass
  return [String(other), ...Object.entries(named).map(([cls, months]) => `${cls}:${months}`)].join('; ')
}

/** Those named, as they are printed with what used them; one that is none is left out. */
export const settingsNamed = (names: readonly SettingName[], settings: Settings): object =>
  Object.fromEntries(names.flatMap((name) => (settings[name] === null ? [] : [[name, settings[name]]])))

/** The refusal of a value that its setting cannot hold; none where it can. */
export function wrongSetting(record: Readonly<Record<string, Value>>, codes: Codes): readonly Refusal[] {
  const name = String(record['setting'])
  if (!(name in missionSettings)) return []
  const { read, example } = missionSettings[name as SettingName]
  if (read(String(record['value']), codes) !== undefined) return []
  return [
    refuse(
      'value',
      text('The setting cannot hold this value.', 'Ce paramètre ne peut prendre cette valeur.'),
      text(`Write a value such as ${example}.`, `Écrivez une valeur comme ${example}.`),
    ),
  ]
}
