/** A setting's value in words. */
import { missionSettings, type MonthsByClass } from '#core/record/settings.ts'
import type { SettingName } from '#core/record/kinds.ts'
import { ReadOff } from '../../parts/read-off.tsx'
import { countryName } from '../../words/countries.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { controls } from './controls.ts'

interface Props {
  readonly name: SettingName
  readonly value: string | null
}

export function SettingValue({ name, value }: Props) {
  const { words, language, say } = useWords()
  const { is } = controls[name]
  const read: unknown = value === null ? null : missionSettings[name].read(value, null)
  if (value === null) return words.settings.none[name]
  // A value that the setting cannot hold any more stands as it was written.
  if (read === undefined || is === 'text') return <ReadOff>{value}</ReadOff>
  switch (is) {
    case 'country':
      return countryName(language, value) === value ? value : `${countryName(language, value)} (${value})`
    case 'share':
      return Number(read).toLocaleString(language, { style: 'percent', maximumFractionDigits: 4 })
    case 'count':
      return Number(read).toLocaleString(language)
    case 'months':
      return <Months months={read as MonthsByClass} />
    case 'one':
      return words.settings.levels[value] ?? words.handling[value] ?? say(wordSaid(value))
    case 'some':
      return (read as readonly string[]).map((one) => say(wordSaid(one))).join(', ')
  }
}

function Months({ months: { other, ...named } }: { readonly months: MonthsByClass }) {
  const { words, say } = useWords()
  return [
    words.settings.months(other),
    ...Object.entries(named).map(([cls, months]) => `${say(wordSaid(cls))}: ${words.settings.months(months)}`),
  ].join('; ')
}
