/** Looks at the database: that it answers, its version and clock, what its login may do, whether this version knows it. */
import { text, type Text } from '#core/lib/text.ts'
import { readDatabaseUrl, type OwnDatabase } from '#store/database-url.ts'
import type { Home } from '#store/home.ts'
import { roleNames } from '#store/migrate.ts'
import { openEmbedded } from '#store/open-embedded.ts'
import { PlaceError } from '#store/place-error.ts'
import { baseState, rightsOf, sqlForAdministrator, type Rights } from '#store/rights.ts'
import { databaseErrorOf } from '../database-error.ts'
import { baseName } from '../exercise-base.ts'
import { rolePasswords, rolePasswordsFile } from '../home-keys.ts'
import { ill, well, type Check } from './check.ts'

/** Starts the embedded server where no other database is named, and makes nothing else. */
export async function checkDatabase(
  home: Home,
  databaseUrl: string | undefined,
  now: () => number,
): Promise<readonly Check[]> {
  if (databaseUrl) return checkOwn(home, readDatabaseUrl(databaseUrl), now)
  const embedded = await openEmbedded(home)
  try {
    const { host, port, user, password } = embedded.connection
    const server: OwnDatabase = { address: { ...embedded.connection }, login: { user, password } }
    const rights = await rightsOf({ ...server.address, ...server.login })
    const base: OwnDatabase = { address: { host, port, database: baseName(false), ssl: false }, login: server.login }
    return [
      well('database', text(`embedded PostgreSQL ${versionOf(rights)}`, `PostgreSQL intégré ${versionOf(rights)}`)),
      checkClocks(rights, now()),
      ...(await checkBase(home, base, false)),
    ]
  } finally {
    await embedded.release()
  }
}

async function checkOwn(home: Home, own: OwnDatabase, now: () => number): Promise<readonly Check[]> {
  const rights = await rightsOf({ ...own.address, ...own.login }).catch((error: unknown) => {
    throw databaseErrorOf(error, own)
  })
  return [
    checkVersion(rights),
    checkEncoding(rights),
    checkDirect(rights),
    checkRights(home, own, rights),
    checkClocks(rights, now()),
    ...(await checkBase(home, own, rights.hasRoles)),
  ]
}

const versionOf = ({ version }: Rights): string => `${Math.floor(version / 10_000)}.${version % 10_000}`
const oldest = 15

function checkVersion(rights: Rights): Check {
  const found = text(`PostgreSQL ${versionOf(rights)}`, `PostgreSQL ${versionOf(rights)}`)
  if (rights.version >= oldest * 10_000) return well('database', found)
  const remedy = text(
    `Name a server of version ${oldest} or newer.`,
    `Indiquez un serveur en version ${oldest} ou plus.`,
  )
  return ill('database', found, remedy)
}

function checkEncoding({ encoding }: Rights): Check {
  const found = text(`texts are kept in ${encoding}`, `les textes sont conservés en ${encoding}`)
  if (encoding === 'UTF8') return well('encoding', found)
  return ill(
    'encoding',
    found,
    text(
      "Create the database with: encoding 'UTF8' template template0",
      "Créez la base avec : encoding 'UTF8' template template0",
    ),
  )
}

function checkDirect({ isDirect }: Rights): Check {
  if (isDirect) return well('connection', text('the connection is direct', 'la connexion est directe'))
  return ill(
    'connection',
    text('something stands between and hands connections around', 'un intermédiaire redistribue les connexions'),
    text('Name the server itself, not its connection pooler.', 'Indiquez le serveur lui-même, non son répartiteur.'),
  )
}

function checkRights(home: Home, { address: { database }, login: { user } }: OwnDatabase, rights: Rights): Check {
  if (rights.canCreate && (rights.canMakeRoles || rights.hasRoles)) {
    return well('rights', text(`${user} has the rights that are needed`, `${user} a les droits nécessaires`))
  }
  const found = text(
    `${user} may not make the roles of this base${rights.canCreate ? '' : ', nor a schema in it'}`,
    `${user} ne peut pas créer les rôles de cette base${rights.canCreate ? '' : ', ni un schéma'}`,
  )
  if (rights.canMakeRoles || rights.hasRoles) {
    const sql = `grant create on database "${database}" to "${user}";`
    return ill('rights', found, runThis(sql))
  }
  return ill('rights', found, runThis(sqlForAdministrator(database, user, rolePasswords(home))))
}

const runThis = (sql: string): Text =>
  text(
    `Have the server's administrator run this, or give the login CREATEROLE:\n${sql}`,
    `Faites exécuter ceci par l'administrateur du serveur, ou donnez CREATEROLE à cet utilisateur :\n${sql}`,
  )

const clockSlackMs = 5_000

function checkClocks(rights: Rights, now: number): Check {
  const apart = Math.round(Math.abs(rights.now - now) / 100) / 10
  const found = text(`the clocks are ${apart} s apart`, `les horloges diffèrent de ${apart} s`)
  if (Math.abs(rights.now - now) <= clockSlackMs) return well('clocks', found)
  return ill(
    'clocks',
    found,
    text('Set the clocks of both machines by the same source.', 'Réglez les deux machines sur la même source.'),
  )
}

/** `isMade`: its roles are there, so that a refused password is another home's. */
async function checkBase(home: Home, own: OwnDatabase, isMade: boolean): Promise<readonly Check[]> {
  const base = own.address.database
  const owner = { ...own.address, user: roleNames(base).owner, password: rolePasswords(home).owner }
  const found = await baseState(owner, base).catch((error: unknown) => {
    throw databaseErrorOf(error, own)
  })
  if (found.state === 'made') return [checkSchema(found.unknown), checkAccess(found.faults)]
  if (found.state === 'refused' && isMade) return [otherHomes]
  return [well('schema', text('the base is made at the first start', 'la base sera créée au premier démarrage'))]
}

const otherHomes = ill(
  'schema',
  text('the base was made from another home', 'la base a été créée depuis un autre dossier'),
  text(
    `Copy ${rolePasswordsFile} from that home, or name another database.`,
    `Copiez ${rolePasswordsFile} depuis ce dossier, ou indiquez une autre base.`,
  ),
)

function checkSchema(unknown: readonly string[]): Check {
  if (unknown.length === 0) return well('schema', text('this version knows the base', 'cette version connaît la base'))
  return ill(
    'schema',
    text(
      `the base was made by a newer version (${unknown.join(', ')})`,
      `la base vient d'une version plus récente (${unknown.join(', ')})`,
    ),
    text('Run the newer version. Nothing was changed.', "Lancez la version plus récente. Rien n'a été modifié."),
  )
}

/** Somebody with more rights than ours has changed what the roles may do. */
function checkAccess(faults: readonly string[]): Check {
  if (faults.length === 0)
    return well('access', text('each role may do what it should', "chaque rôle peut ce qu'il doit"))
  const list = faults.join('; ')
  return ill(
    'access',
    text(`the rights in the base are not as they were made (${list})`, `les droits ont été changés (${list})`),
    text(
      "Have the server's administrator take back what was granted or changed there, then run this again.",
      "Faites annuler ces changements par l'administrateur du serveur, puis relancez.",
    ),
  )
}

/** What stopped the looking, as a check of its own. */
export function stopped(name: string, error: unknown): Check {
  if (!(error instanceof PlaceError)) throw error
  return ill(name, text(`${error.problem.en}: ${error.place}`, `${error.problem.fr} : ${error.place}`), error.remedy)
}
