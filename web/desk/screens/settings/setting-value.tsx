/** A setting's value in words. */
import { missionSettings, type MonthsByClass } from '#core/record/settings.ts'
import type { SettingName } from '#core/record/kinds.ts'
import { ReadOff } from '../../parts/read-off.tsx'
import { countrySaid } from '../../words/countries.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { controls } from './controls.ts'

interface Props {
  readonly name: SettingName
  readonly value: string | null
}

export function SettingValue({ name, value }: Props) {
  const read: unknown = value === null ? null : missionSettings[name].read(value, null)
  // A value that the setting cannot hold any more stands as it was written.
  return read === undefined ? <ReadOff>{value}</ReadOff> : <SettingRead name={name} value={read} />
}

/** A value as the rules have it: a number, a list, months by class. */
export function SettingRead({ name, value }: { readonly name: SettingName; readonly value: unknown }) {
  const { words, language, say } = useWords()
  if (value === null) return words.settings.none[name]
  const written = String(value)
  switch (controls[name].is) {
    case 'text':
      return <ReadOff>{written}</ReadOff>
    case 'country':
      return countrySaid(language, written)
    case 'share':
      return Number(value).toLocaleString(language, { style: 'percent', maximumFractionDigits: 4 })
    case 'count':
      return Number(value).toLocaleString(language)
    case 'months':
      return <Months months={value as MonthsByClass} />
    case 'one':
      return words.settings.levels[written] ?? words.handling[written] ?? say(wordSaid(written))
    case 'some':
      return (value as readonly string[]).map((one) => say(wordSaid(one))).join(', ')
  }
}

function Months({ months: { other, ...named } }: { readonly months: MonthsByClass }) {
  const { words, say } = useWords()
  return [
    words.settings.months(other),
    ...Object.entries(named).map(([cls, months]) => `${say(wordSaid(cls))} ${words.settings.months(months)}`),
  ].join(', ')
}
