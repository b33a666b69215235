/** Choosing one's own password; the first thing that whoever has the first one is asked to do. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { changePassword } from '../../call/account.ts'
import { meQuery } from '../../call/queries.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { FormTrouble } from './form-trouble.tsx'
import { PasswordField } from './password-field.tsx'

const shortest = 12

export function ChangePassword() {
  const { words, language } = useWords()
  const queries = useQueryClient()
  const { data: me } = useQuery(meQuery(language))
  const isFirst = me?.must_change_password === true
  const changing = useMutation({
    mutationFn: (given: { readonly present: string; readonly next: string }) => changePassword(language, given),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  })
  const title = isFirst ? words.account.changeFirst : words.account.changePassword
  return (
    <form
      className="sign-in card"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        changing.mutate({ present: String(form.get('present')), next: String(form.get('next')) })
      }}
    >
      <PageHead title={title} {...(isFirst && { lead: words.account.changeFirstWhy })}>
        {title}
      </PageHead>
      {changing.isSuccess ? (
        <>
          <p aria-live="polite">{words.account.changed}</p>
          <Link to="/" className="button">
            {words.trouble.back}
          </Link>
        </>
      ) : (
        <>
          <PasswordField name="present" label={words.account.present} autoComplete="current-password" />
          <PasswordField
            name="next"
            label={words.account.next}
            autoComplete="new-password"
            hint={words.account.nextHint}
            minLength={shortest}
          />
          {changing.error !== null && <FormTrouble error={changing.error} />}
          <button type="submit" className="button button-main" disabled={changing.isPending}>
            {changing.isPending ? words.account.saving : words.account.save}
          </button>
        </>
      )}
    </form>
  )
}
