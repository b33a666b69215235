/** Gives the roles of a base new passwords: for the embedded server, whose superuser is ours, when theirs were lost. */
import { Client, type ClientConfig } from 'pg'
import { logins, roleNames, type Passwords } from './migrate.ts'

export async function resetPasswords(superuser: ClientConfig, base: string, passwords: Passwords): Promise<void> {
  const client = new Client(superuser)
  await client.connect()
  try {
    const roles = roleNames(base)
    for (const login of logins) {
      const password = client.escapeLiteral(passwords[login])
      await client.query(`alter role ${client.escapeIdentifier(roles[login])} password ${password}`)
    }
  } finally {
    await client.end()
  }
}
