// One process at a time makes the cluster and starts its server.
//
// Each puts a file of its own name into a folder and then looks round: it has the turn only where no other living
// process has a file there. A name is never used twice, so clearing away a dead process's file can hit no one else,
// and two who came at once both step back. Nothing is stolen, and a process killed hard blocks nobody.

import { randomBytes } from 'node:crypto'
import { lchownSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot, makePrivateFolder, type Owner } from '../private-files.ts'
import { identityOf, isAlive } from './process-identity.ts'

/** Call `leave` when done. Undefined: another process has the turn, or came at the same time; try again a little later. */
export function takeTurn(folder: string, owner: Owner): { leave(): void } | undefined {
  makePrivateFolder(folder, owner)
  const name = `${identityOf(process.pid) ?? process.pid}.${randomBytes(4).toString('hex')}`
  const own = join(folder, name)
  const leave = (): void => rmSync(own, { force: true })
  writeFileSync(own, '', { flag: 'wx', mode: 0o600 })
  if (isRoot()) lchownSync(own, owner.uid, owner.gid)

  const others = readdirSync(folder).filter((other) => other !== name)
  const dead = others.filter((other) => !isAlive(other.slice(0, other.lastIndexOf('.'))))
  for (const other of dead) rmSync(join(folder, other), { force: true })
  if (others.length === dead.length) return { leave }
  leave()
  return undefined
}
