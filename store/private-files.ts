// Files and folders that only their owner may read. Run as root, they are given to the owner of the home, so that the
// owner can go on without root; links are never followed, because the home may be another user's.

import { chmodSync, chownSync, closeSync, constants, fchownSync, fsyncSync, lchownSync, lstatSync } from 'node:fs'
import { linkSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { codeOf } from './place-error.ts'

export interface Owner {
  readonly uid: number
  readonly gid: number
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

export function ownerOf(path: string): Owner {
  const { uid, gid } = lstatSync(path)
  return { uid, gid }
}

/** Makes the folder (0700; missing parents as any other) where there is none; an existing one is left as it is. */
export function makePrivateFolder(path: string, owner?: Owner): void {
  if (isFolder(path)) return
  mkdirSync(dirname(path), { recursive: true })
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another process was quicker.
    if (codeOf(error) === 'EEXIST' && isFolder(path)) return
    throw error
  }
  if (owner && isRoot()) lchownSync(path, owner.uid, owner.gid)
}

/** Lets one group pass through a folder that is closed to all but its owner. It still cannot list it. */
export function lendPassage(path: string, gid: number): void {
  const { uid, mode } = lstatSync(path)
  if ((mode & 0o077) !== 0) return
  chownSync(path, uid, gid)
  chmodSync(path, (mode & 0o700) | 0o010)
}

/** Writes the whole file or nothing of it, 0600, on disk when this returns. */
export function writePrivate(path: string, content: string, owner?: Owner): void {
  const draft = writeDraft(path, content, owner)
  renameSync(draft, path)
  syncFolder(dirname(path))
}

/** As `writePrivate`, but only where there is no such file yet: of several processes one gets `true`. */
export function createPrivate(path: string, content: string, owner?: Owner): boolean {
  const draft = writeDraft(path, content, owner)
  try {
    linkSync(draft, path)
    syncFolder(dirname(path))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Opens a file to append to it (0600); the caller closes the descriptor. */
export function openToAppend(path: string, owner?: Owner): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants
  const file = openSync(path, O_WRONLY | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0), 0o600)
  if (owner && isRoot()) fchownSync(file, owner.uid, owner.gid)
  return file
}

/** Makes a rename or a new name in this folder outlast a loss of power. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function writeDraft(path: string, content: string, owner: Owner | undefined): string {
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(file, content)
    if (owner && isRoot()) fchownSync(file, owner.uid, owner.gid)
    fsyncSync(file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return draft
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
