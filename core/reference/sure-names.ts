/**
 * The names that rows of the library give: a text means a row where that row alone claims it, as its name or an alias.
 * A row whose own name another claims gives none, for what bears its name may be the other's.
 */
import { nameKey } from './spelling.ts'

export interface NameGiving {
  readonly ref: string
  readonly name: string
  readonly aliases: readonly string[]
}

export interface SureNames {
  /** Null where no row claims the text, or several do. */
  canonical(text: string): string | null
  /** Of the row of this reference, the names that others claim too. */
  claimed(ref: string): readonly string[]
}

export function sureNames(rows: readonly NameGiving[]): SureNames {
  const claims = new Map<string, Set<NameGiving>>()
  for (const row of rows) {
    for (const key of namesOf(row).map(nameKey)) {
      if (key !== '') claims.set(key, (claims.get(key) ?? new Set()).add(row))
    }
  }
  const isClaimed = (name: string) => (claims.get(nameKey(name))?.size ?? 0) > 1
  return {
    canonical(text) {
      const claiming = claims.get(nameKey(text))
      const [row] = claiming ?? []
      return row === undefined || claiming?.size !== 1 || isClaimed(row.name) ? null : row.name
    },
    claimed: (ref) => rows.filter((row) => row.ref === ref).flatMap((row) => namesOf(row).filter(isClaimed)),
  }
}

const namesOf = ({ name, aliases }: NameGiving): readonly string[] => [name, ...aliases]
