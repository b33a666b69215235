/** Finds rows by a name as somebody typed it. Several rows may answer: which is meant is for a person to say. */
import { isNearSpelling, nameKey } from './spelling.ts'
import type { NamedRow } from './library-data.ts'

export interface Named<R> {
  readonly row: R
  readonly by: 'name' | 'alias' | 'near-spelling'
  /** The name or alias of the row that the text met. */
  readonly as: string
}

export type FindByName<R> = (text: string) => readonly Named<R>[]

/** Rows that bear the text as name come first, then those with it as alias; near spellings only where there is neither. */
export function byName<R extends NamedRow>(rows: readonly R[]): FindByName<R> {
  const entries = rows.flatMap((row) =>
    [row.name, ...row.aliases].map((as, i) => ({ key: nameKey(as), row, as, by: i === 0 ? 'name' : 'alias' }) as const),
  )
  const exact = Map.groupBy(entries, ({ key }) => key)
  return (text) => {
    const key = nameKey(text)
    if (key === '') return []
    const found = exact.get(key)
    if (found !== undefined) {
      return oncePerRow([...found.filter(({ by }) => by === 'name'), ...found.filter(({ by }) => by === 'alias')])
    }
    return oncePerRow(
      entries
        .filter((entry) => isNearSpelling(key, entry.key))
        .map((entry) => ({ ...entry, by: 'near-spelling' as const })),
    )
  }
}

function oncePerRow<R extends NamedRow>(found: readonly Named<R>[]): readonly Named<R>[] {
  const once = new Map<string, Named<R>>()
  for (const { row, by, as } of found) if (!once.has(row.ref)) once.set(row.ref, { row, by, as })
  return [...once.values()]
}
