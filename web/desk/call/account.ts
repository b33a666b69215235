/** Signing in and out, one's password and language. The session lives in a cookie that no script can read. */
import type { Language } from '#core/lib/text.ts'
import { send } from './ask.ts'

const post = (path: string, language: Language, body: object): Promise<unknown> =>
  send(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify(body),
  })

export const signIn = (
  language: Language,
  { email, password }: { readonly email: string; readonly password: string },
) => post('sign-in/email', language, { email, password })

export const signOut = (language: Language) => post('sign-out', language, {})

/** Ends every other session of the account too: whoever knew the old password is out. */
export const changePassword = (
  language: Language,
  { present, next }: { readonly present: string; readonly next: string },
) => post('change-password', language, { currentPassword: present, newPassword: next, revokeOtherSessions: true })

export const keepLanguage = (language: Language) => post('update-user', language, { language })
