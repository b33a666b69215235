/** The form of one setting: chosen, shown what it would move, and only then kept. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PreviewAnswer, SettingAnswer } from '#api/settings-routes.ts'
import { keepSetting, settingsQuery, startPreview, type WrittenSetting } from '../../call/settings.ts'
import { troubleOf } from '../../call/trouble.ts'
import { useWords } from '../../words/language.tsx'
import { FormTrouble } from '../account/form-trouble.tsx'
import { controls, writtenValue } from './controls.ts'
import { Preview } from './preview.tsx'
import { SettingControl } from './setting-control.tsx'

/** Where the form opens its button is gone: the keyboard goes on in it. */
const focusFirst = (form: HTMLFormElement | null) =>
  form?.querySelector<HTMLElement>('input:not([type=hidden]), select')?.focus({ preventScroll: false })

interface Shown {
  readonly written: WrittenSetting
  readonly preview: PreviewAnswer
}

export function ChangeSetting({ setting: { name, value } }: { readonly setting: SettingAnswer }) {
  const { words, language } = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [shown, setShown] = useState<Shown | null>(null)
  const [doing, setDoing] = useState<'nothing' | 'previewing' | 'keeping'>('nothing')
  const [error, setError] = useState<unknown>(null)
  const attempt = async (what: 'previewing' | 'keeping', work: () => Promise<void>) => {
    setDoing(what)
    setError(null)
    await work().catch(setError)
    setDoing('nothing')
  }
  const preview = (form: FormData) => {
    const [from, note] = [String(form.get('from') ?? ''), String(form.get('note') ?? '').trim()]
    const written = {
      setting: name,
      value: writtenValue(controls[name], form),
      ...(from !== '' && { from }),
      ...(note !== '' && { note }),
    }
    return attempt('previewing', async () => setShown({ written, preview: await startPreview(language, written) }))
  }
  const keep = (written: WrittenSetting) =>
    attempt('keeping', async () => {
      await keepSetting(language, written)
      await queries.invalidateQueries({ queryKey: settingsQuery(language).queryKey })
      await navigate({ to: '/settings', search: { moved: name }, resetScroll: false })
    })
  return (
    <form
      ref={focusFirst}
      className="change-setting"
      onChange={() => setShown(null)}
      onSubmit={(event) => {
        event.preventDefault()
        void preview(new FormData(event.currentTarget))
      }}
    >
      <SettingControl name={name} value={value} />
      <div className="field">
        <label htmlFor="from">{words.settings.from}</label>
        <input id="from" name="from" type="date" aria-describedby="from-hint" />
        <p id="from-hint" className="label">
          {words.settings.fromHint}
        </p>
      </div>
      <div className="field">
        <label htmlFor="note">{words.settings.note}</label>
        <input id="note" name="note" type="text" maxLength={500} autoComplete="off" />
      </div>
      {error !== null && <Refused error={error} />}
      <p className="notice-actions">
        <button
          type="submit"
          className={`button ${shown === null ? 'button-main' : ''}`}
          disabled={doing !== 'nothing'}
        >
          {doing === 'previewing' ? words.settings.previewing : words.settings.preview}
        </button>
        <Link to="/settings" resetScroll={false} className="button">
          {words.settings.leave}
        </Link>
      </p>
      <div aria-live="polite">
        {shown !== null && (
          <Preview key={shown.preview.id} first={shown.preview}>
            <button
              type="button"
              className="button button-main"
              disabled={doing !== 'nothing'}
              onClick={() => void keep(shown.written)}
            >
              {doing === 'keeping' ? words.settings.keeping : words.settings.keep}
            </button>
          </Preview>
        )}
      </div>
    </form>
  )
}

/** What is wrong with each field, where the server says so. */
function Refused({ error }: { readonly error: unknown }) {
  const trouble = troubleOf(error)
  const fields = trouble.kind === 'problem' ? (trouble.problem.fields ?? []) : []
  if (fields.length === 0) return <FormTrouble error={error} />
  return (
    <div role="alert" className="field-error">
      {fields.map(({ field, problem, remedy }) => (
        <p key={`${field} ${problem}`}>
          {problem} {remedy}
        </p>
      ))}
    </div>
  )
}
