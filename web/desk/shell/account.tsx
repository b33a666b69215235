/** Language and display for everybody; one's password and signing out for who is signed in. */
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Language } from '#core/lib/text.ts'
import { signOut } from '../call/account.ts'
import { isBeside } from '../call/base.ts'
import { forgetSession } from '../call/query-client.ts'
import { OpenExample, RemoveExample } from '../parts/example-buttons.tsx'
import { useWords } from '../words/language.tsx'

interface Props {
  readonly me: { readonly name: string; readonly must_change_password: boolean; readonly administrator: boolean } | null
}

const languages: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['fr', 'Français'],
]
const themes = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[]

export function Account({ me }: Props) {
  const { words, language, speak } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const queries = useQueryClient()
  const panel = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (panel.current) panel.current.open = false
  }
  return (
    <details className="account" ref={panel}>
      <summary className="button">
        <span className="unseen">{words.account.menu}: </span>
        {me?.name ?? (language === 'en' ? 'English' : 'Français')}
      </summary>
      <div className="account-panel card">
        <div className="field">
          <label htmlFor="language">{words.account.language}</label>
          <select
            id="language"
            value={language}
            onChange={({ target }) => {
              speak(target.value as Language)
              close()
            }}
          >
            {languages.map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="theme">{words.account.theme}</label>
          <select
            id="theme"
            value={colorScheme}
            onChange={({ target }) => {
              setColorScheme(target.value as MantineColorScheme)
              close()
            }}
          >
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {words.account.themes[theme]}
              </option>
            ))}
          </select>
        </div>
        {me !== null && (
          <>
            {!me.must_change_password && (
              <Link to="/password" className="button" onClick={close}>
                {words.account.changePassword}
              </Link>
            )}
            {!isBeside && <OpenExample />}
            {!isBeside && me.administrator && <RemoveExample />}
            <button
              type="button"
              className="button"
              // The cookie ends on the server; what was seen is forgotten here whatever it answers.
              onClick={() => void signOut(language).finally(() => forgetSession(queries))}
            >
              {words.account.signOut}
            </button>
          </>
        )}
      </div>
    </details>
  )
}
