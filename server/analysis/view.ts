/**
 * Views: as whom something is judged. Each level is one without a team and one with each single team, and what a view
 * says may depend on nothing that it does not see.
 */

/** A level and team; what is judged so is for those who see both. */
export interface View {
  readonly level: number
  readonly team: string
}

/** `*` stands for every team. */
export const isSeenBy = (view: View, { level, team }: View): boolean =>
  level <= view.level && (team === '' || view.team === '*' || team === view.team)

/** The views in which records held so differ: every level among them, alone and with each team; lowest first. */
export function viewsThatDiffer(held: readonly View[]): readonly View[] {
  const levels = new Set(held.map(({ level }) => level))
  const teams = new Set(held.map(({ team }) => team))
  return [...levels]
    .flatMap((level) => ['', ...teams].map((team) => ({ level, team })))
    .filter((view, at, all) => all.findIndex((one) => isSame(one, view)) === at)
    .toSorted((a, b) => a.level - b.level || (a.team < b.team ? -1 : 1))
}

/** What the widest view below this one said, among those that said something; they stand lowest first. */
export function saidBelow<T>(view: View, said: readonly (readonly [View, T])[]): T | undefined {
  return said.findLast(([below]) => isSeenBy(view, below) && !isSame(below, view))?.[1]
}

const isSame = (a: View, b: View): boolean => a.level === b.level && a.team === b.team
