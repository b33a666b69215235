/** `headstamp token`: gives out a bearer token for a device or a script, lists those given, takes one back. */
import { text } from '#core/lib/text.ts'
import { giveToken, takeBackToken, tokensGiven } from '#server/accounts/make-token.ts'
import { accountNamed, administratorOf } from '#server/accounts/reader-of.ts'
import { scopes, type Scope } from '#server/accounts/token.ts'
import type { Context } from '#server/context.ts'
import { NotOneRecord } from '#server/reading/reading.ts'
import { command, UsageError, wholeNumber, type ExitCode } from './command.ts'
import { onExample } from './example.ts'
import { aligned, printList, printOne } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { withContext } from './with-context.ts'

export const tokenCommand = command({
  summary: text(
    "Gives out a bearer token, shown once; without ACCOUNT the first administrator's.",
    "Délivre un jeton d'accès, affiché une seule fois ; sans COMPTE, celui du premier administrateur.",
  ),
  takes: { usage: '[ACCOUNT]', least: 0, most: 1 },
  options: {
    days: {
      type: 'string',
      value: 'N',
      says: text('how long it holds, 30 days by default', 'durée de validité, 30 jours par défaut'),
    },
    scope: {
      type: 'string',
      value: 'S',
      says: text('read, or write (the default), which reads too', 'read, ou write (par défaut), qui lit aussi'),
    },
    list: { type: 'boolean', says: text('list those that hold', 'lister ceux qui sont valides') },
    revoke: {
      type: 'string',
      value: 'TOKEN',
      says: text('take back this token, by itself or its id', 'révoquer ce jeton, par lui-même ou son identifiant'),
    },
    ...onExample,
  },
  async run({ values, positionals: [account], terminal }) {
    const days = wholeNumber(values.days, '--days', { least: 1, most: 3660 }) ?? 30
    const scope = scopeOf(values.scope)
    return withContext(terminal, values, async (context) => {
      if (values.revoke !== undefined) return revoke(terminal, context, values.revoke, values)
      if (values.list === true) return list(terminal, context, values)
      const owner =
        account === undefined ? await administratorOf(context.store) : await accountNamed(context.store, account)
      const given = await giveToken(context, owner, { days, scope })
      printOne(terminal, values, given, ({ token, account: email, expires }) => [
        token,
        say(
          terminal,
          text(`For ${email}, until ${expires.slice(0, 10)}.`, `Pour ${email}, jusqu'au ${expires.slice(0, 10)}.`),
        ),
      ])
      return 0
    })
  },
})

function scopeOf(given: string | undefined): Scope {
  const scope = scopes.find((each) => each === (given ?? 'write'))
  if (scope !== undefined) return scope
  const words = scopes.join(', ')
  throw new UsageError(text(`--scope takes one of: ${words}.`, `--scope demande : ${words}.`))
}

async function list(terminal: Terminal, context: Context, forms: { readonly json?: boolean }): Promise<ExitCode> {
  printList(terminal, forms, await tokensGiven(context), (tokens) =>
    aligned(
      tokens.map(({ id, email, scope, expiresAt, revokedAt }) => [
        id,
        email,
        scope,
        expiresAt.slice(0, 10),
        revokedAt === null ? '' : say(terminal, text('revoked', 'révoqué')),
      ]),
    ),
  )
  return 0
}

async function revoke(
  terminal: Terminal,
  context: Context,
  named: string,
  forms: { readonly json?: boolean },
): Promise<ExitCode> {
  const id = await takeBackToken(context, named)
  if (id === null) throw new NotOneRecord({ kind: 'not-found', ref: named.slice(0, 40) })
  printOne(terminal, forms, { revoked: id }, () => [say(terminal, text(`Revoked: ${id}`, `Révoqué : ${id}`))])
  return 0
}
