/** Signing in, at whatever address was asked for. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { signIn } from '../../call/account.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { FormTrouble } from './form-trouble.tsx'
import { PasswordField } from './password-field.tsx'

export function SignIn() {
  const { words, language } = useWords()
  const queries = useQueryClient()
  const signing = useMutation({
    mutationFn: (given: { readonly email: string; readonly password: string }) => signIn(language, given),
    onSuccess: () => queries.resetQueries({ queryKey: ['me'] }),
  })
  return (
    <form
      className="sign-in card"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        signing.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) })
      }}
    >
      <PageHead title={words.account.signIn} lead={words.account.signInLead}>
        {words.account.signIn}
      </PageHead>
      <div className="field">
        <label htmlFor="email">{words.account.email}</label>
        <input id="email" name="email" type="email" autoComplete="username" required maxLength={320} />
      </div>
      <PasswordField name="password" label={words.account.password} autoComplete="current-password" />
      {signing.error !== null && <FormTrouble error={signing.error} />}
      <button type="submit" className="button button-main" disabled={signing.isPending}>
        {signing.isPending ? words.account.signingIn : words.account.signIn}
      </button>
      <p className="quiet">{words.account.firstTime}</p>
    </form>
  )
}
