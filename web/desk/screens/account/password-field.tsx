/** A password, with a button that shows it: on a small keyboard most slips are seen, not felt. */
import { useId, useState } from 'react'
import { useWords } from '../../words/language.tsx'

interface Props {
  readonly name: string
  readonly label: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: string
  readonly minLength?: number
}

export function PasswordField({ name, label, autoComplete, hint, minLength }: Props) {
  const { words } = useWords()
  const [isShown, setShown] = useState(false)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="with-button">
        <input
          id={id}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          required
          maxLength={256}
          {...(minLength !== undefined && { minLength })}
          {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
          spellCheck={false}
          autoCapitalize="none"
        />
        <button
          type="button"
          className="button"
          aria-label={isShown ? words.account.hide : words.account.show}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <span aria-hidden="true">{isShown ? '●●●' : 'abc'}</span>
        </button>
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      )}
    </div>
  )
}
