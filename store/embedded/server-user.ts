// Who the database server runs as. PostgreSQL refuses to run as root, so root lends it the home's owner or `nobody`.

import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { isRoot, type Owner } from '../private-files.ts'

/**
 * The user for the server, absent where it runs as this process's own. Only root can choose: the owner, or `nobody`
 * where the owner is root or has no account on this machine (initdb wants one). No account is ever made.
 */
export function serverUser(owner: Owner): Owner | undefined {
  if (!isRoot()) return undefined
  return (owner.uid !== 0 && accountOf(String(owner.uid), owner)) || accountOf('nobody', owner) || nobody
}

/** Whether that user (absent: this process's own) can pass through every folder down to this one. */
export function canEnter(folder: string, user: Owner | undefined): boolean {
  if (user)
    return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...as(user), stdio: 'ignore' }).status === 0
  try {
    accessSync(folder, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Options that make child_process start a program as that user, with none of root's groups. */
export function as(user: Owner | undefined): { uid?: number; gid?: number } {
  // macOS numbers `nobody` -2: the system calls take it unsigned, child_process signed.
  return user ? { uid: user.uid | 0, gid: user.gid | 0 } : {}
}

const nobody: Owner = { uid: 65_534, gid: 65_534 }

/** The account with this name or number, from the machine's own list or its directory. */
function accountOf(nameOrUid: string, owner: Owner): Owner | undefined {
  const lines = `${passwd()}\n${spawnSync('getent', ['passwd', nameOrUid], { encoding: 'utf8' }).stdout ?? ''}`
  const account = lines
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === nameOrUid || fields[2] === nameOrUid)
  if (account) return { uid: Number(account[2]) >>> 0, gid: Number(account[3]) >>> 0 }
  // macOS keeps people's accounts elsewhere; every owner of a file has one there.
  return process.platform === 'darwin' && nameOrUid === String(owner.uid) ? owner : undefined
}

function passwd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}
