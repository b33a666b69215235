/** The mappings that a person confirmed, a file each in the home: recognised by their columns next time. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from '#store/home.ts'
import { codeOf, placeErrorOf } from '#store/place-error.ts'
import { makePrivateFolder, writePrivate } from '#store/private-files.ts'
import { mappingSchema, type Mapping } from './mapping.ts'

const folderOf = ({ path }: Home): string => join(path, 'mappings')

/** Those that can be read: one that was edited into nonsense is passed over. */
export function keptMappings(home: Home): readonly Mapping[] {
  return filesIn(folderOf(home)).flatMap((file) => {
    const parsed = mappingSchema.safeParse(jsonOf(file))
    return parsed.success ? [{ ...parsed.data, confirmed: true }] : []
  })
}

export function keepMapping(home: Home, mapping: Mapping): void {
  const folder = folderOf(home)
  try {
    makePrivateFolder(folder, home.owner)
    const content = `${JSON.stringify({ ...mapping, confirmed: true }, undefined, 2)}\n`
    writePrivate(join(folder, `${mapping.name}.json`), content, home.owner)
  } catch (error) {
    throw placeErrorOf(error, folder)
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => join(folder, name))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw placeErrorOf(error, folder)
  }
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
