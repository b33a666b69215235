/** Looks at the home: whose it is, who may read it, its secrets, its room, and the clock that its files were made by. */
import { lstatSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '#core/lib/text.ts'
import type { Home } from '#store/home.ts'
import { firstPasswordFile } from '../accounts/first-administrator.ts'
import { homeKeys, keysFile, rolePasswords, rolePasswordsFile } from '../home-keys.ts'
import { ill, well, type Check } from './check.ts'

export const checkHome = (home: Home, now: number): readonly Check[] => [
  checkRights(home),
  checkKeys(home),
  checkSpace(home),
  checkClock(home, now),
]

function checkRights({ path }: Home): Check {
  const { mode } = lstatSync(path)
  const found = text(`the home is ${path}`, `le dossier est ${path}`)
  // A group may pass through it, to the database's folder, but not list it.
  if ((mode & 0o067) === 0) return well('home', found)
  return ill(
    'home',
    text(`others may read the home ${path}`, `d'autres peuvent lire le dossier ${path}`),
    text(`Run: chmod 700 '${path}'`, `Exécutez : chmod 700 '${path}'`),
  )
}

/** They are made at the first start; here they are only read. */
function checkKeys(home: Home): Check {
  const files = [
    join(home.path, keysFile),
    join(home.path, rolePasswordsFile),
    ...[false, true].map((exercise) => firstPasswordFile(home, exercise)),
  ]
  const there = files.filter((file) => statSync(file, { throwIfNoEntry: false }))
  const open = there.filter((file) => (lstatSync(file).mode & 0o077) !== 0)
  if (open.length > 0) {
    const names = open.map((file) => `'${file}'`).join(' ')
    return ill(
      'keys',
      text(`others may read ${names}`, `d'autres peuvent lire ${names}`),
      text(`Run: chmod 600 ${names}`, `Exécutez : chmod 600 ${names}`),
    )
  }
  homeKeys(home)
  rolePasswords(home)
  return well(
    'keys',
    text('the secrets are there, for this user alone', 'les secrets sont là, pour cet utilisateur seul'),
  )
}

const enoughBytes = 2 ** 30

function checkSpace({ path }: Home): Check {
  const { bavail, bsize } = statfsSync(path)
  const gibibytes = ((bavail * bsize) / 2 ** 30).toFixed(1)
  const found = text(`${gibibytes} GiB are free`, `${gibibytes} Gio sont libres`)
  if (bavail * bsize >= enoughBytes) return well('space', found)
  return ill(
    'space',
    found,
    text(
      'Free space on the disk of the home: 1 GiB at least, and 3 kB for each item to come.',
      "Libérez de l'espace sur le disque du dossier : 1 Gio au moins, et 3 ko par objet à venir.",
    ),
  )
}

const slackMs = 60_000

function checkClock({ path }: Home, now: number): Check {
  const made = statSync(join(path, 'home.json')).mtimeMs
  const shown = new Date(now).toISOString()
  const found = text(`this machine says ${shown}`, `cette machine indique ${shown}`)
  if (now >= made - slackMs) return well('clock', found)
  return ill(
    'clock',
    text(`${found.en}, before its home was made`, `${found.fr}, avant la création de son dossier`),
    text('Set the clock of this machine.', "Réglez l'horloge de cette machine."),
  )
}
