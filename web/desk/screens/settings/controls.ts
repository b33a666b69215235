/** What each setting is chosen with, and how what was chosen is written as its value. */
import { handlings } from '#core/record/handling.ts'
import { classes, incidentKinds, stateServices, type SettingName } from '#core/record/kinds.ts'

export type Control =
  | { readonly is: 'text' | 'country' | 'count' | 'share' | 'months' }
  /** One of these words, or several of them. */
  | { readonly is: 'one' | 'some'; readonly of: readonly string[] }

export const controls: { readonly [S in SettingName]: Control } = {
  zone: { is: 'text' },
  host_country: { is: 'country' },
  state_services: { is: 'some', of: stateServices },
  default_handling: { is: 'one', of: handlings },
  floor: { is: 'count' },
  rare_share: { is: 'share' },
  actor_floor: { is: 'count' },
  short_lag: { is: 'months' },
  exclusive_level: { is: 'one', of: ['unit', 'umbrella'] },
  crime_kinds: { is: 'some', of: incidentKinds },
  implicating_handling: { is: 'one', of: handlings },
  alerts_a_week: { is: 'count' },
}

/** Those that months can be given for; `other` stands for all that are not named. */
export const namedClasses = classes.filter((cls) => cls !== 'other')

/** The parts of a value that is a list, or months by class: `24; explosive:12`. */
export const partsOf = (value: string | null): readonly string[] =>
  (value ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

/** Months by class as they are written; `other` is what stands without a class. */
export const monthsIn = (value: string | null): ReadonlyMap<string, string> =>
  new Map(
    partsOf(value).map((part) => {
      const [cls = '', months] = part.split(':')
      return months === undefined ? ['other', cls] : [cls.trim(), months.trim()]
    }),
  )

/** The value as a form says it. */
export function writtenValue({ is }: Control, form: FormData): string {
  const said = (name: string) => String(form.get(name) ?? '').trim()
  switch (is) {
    case 'some':
      return form.getAll('value').map(String).join('; ')
    case 'months':
      return [
        said('other'),
        ...namedClasses.flatMap((cls) => (said(`months-${cls}`) === '' ? [] : [`${cls}:${said(`months-${cls}`)}`])),
      ].join('; ')
    case 'share':
      // A browser may write the comma of its language.
      return said('value').replace(',', '.')
    default:
      return said('value')
  }
}
