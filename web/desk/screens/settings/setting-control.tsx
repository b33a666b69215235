/** What a setting is chosen with. */
import type { SettingName } from '#core/record/kinds.ts'
import { countries, countryName } from '../../words/countries.ts'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { controls, monthsIn, namedClasses, partsOf } from './controls.ts'

interface Props {
  readonly name: SettingName
  readonly value: string | null
}

export function SettingControl({ name, value }: Props) {
  const { words } = useWords()
  const control = controls[name]
  if (control.is === 'some') return <Some of={control.of} value={value} />
  if (control.is === 'months') return <Months value={value} />
  const hint = words.settings.hints[name]
  const described = hint === undefined ? {} : { 'aria-describedby': 'value-hint' }
  return (
    <div className="field">
      <label htmlFor="value">{words.settings.value}</label>
      {control.is === 'one' ? (
        <One of={control.of} value={value} />
      ) : control.is === 'country' ? (
        <Country value={value} />
      ) : control.is === 'count' ? (
        <input id="value" name="value" type="number" min={0} max={999_999} required defaultValue={value ?? ''} />
      ) : (
        <input
          id="value"
          name="value"
          type="text"
          inputMode={control.is === 'share' ? 'decimal' : 'text'}
          required
          maxLength={1000}
          autoComplete="off"
          defaultValue={value ?? ''}
          {...described}
        />
      )}
      {hint !== undefined && (
        <p id="value-hint" className="label">
          {hint}
        </p>
      )}
    </div>
  )
}

function One({ of, value }: { readonly of: readonly string[]; readonly value: string | null }) {
  const { words } = useWords()
  return (
    <select id="value" name="value" required defaultValue={value ?? ''}>
      {of.map((one) => (
        <option key={one} value={one}>
          {words.settings.levels[one] ?? words.handling[one] ?? one}
        </option>
      ))}
    </select>
  )
}

function Country({ value }: Pick<Props, 'value'>) {
  const { words, language } = useWords()
  const all = countries(language)
  const isKnown = value === null || all.some(([code]) => code === value)
  return (
    <select id="value" name="value" required defaultValue={value ?? ''}>
      <option value="">{words.settings.choose}</option>
      {!isKnown && <option value={value}>{countryName(language, value)}</option>}
      {all.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}

function Some({ of, value }: { readonly of: readonly string[]; readonly value: string | null }) {
  const { words, say } = useWords()
  const chosen = partsOf(value)
  return (
    <fieldset className="ticks">
      <legend>{words.settings.value}</legend>
      {of.map((one) => (
        <label key={one}>
          <input type="checkbox" name="value" value={one} defaultChecked={chosen.includes(one)} /> {say(wordSaid(one))}
        </label>
      ))}
    </fieldset>
  )
}

function Months({ value }: Pick<Props, 'value'>) {
  const { words, say } = useWords()
  const months = monthsIn(value)
  return (
    <>
      <div className="field">
        <label htmlFor="other">{words.settings.everyClass}</label>
        <input id="other" name="other" type="number" min={0} max={999} required defaultValue={months.get('other')} />
      </div>
      <fieldset className="ticks">
        <legend>{words.settings.singleClasses}</legend>
        {namedClasses.map((cls) => (
          <label key={cls} className="months">
            <input type="number" name={`months-${cls}`} min={0} max={999} defaultValue={months.get(cls)} />{' '}
            {say(wordSaid(cls))}
          </label>
        ))}
      </fieldset>
    </>
  )
}
