/**
 * The app role's pool as better-auth wants it: instants as Date objects. The rest of the store reads them as texts, and
 * a text compared with a Date would make no session ever run out.
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { types, type CustomTypesConfig, type Pool } from 'pg'

const { TIMESTAMPTZ } = types.builtins

const withDates: CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === TIMESTAMPTZ ? (value: string) => new Date(value) : types.getTypeParser(oid, format)) as never,
}

/** Ending it ends nothing: the store ends its own pools. */
export function authPool(app: Pool): PostgresPool {
  return {
    async connect() {
      const client = await app.connect()
      const query = (text: string, values: readonly unknown[]) =>
        client.query({ text, values: [...values], types: withDates })
      // Only the form with texts is used; the other is for cursors, which nobody opens here.
      return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
    },
    end: () => Promise.resolve(),
  }
}
