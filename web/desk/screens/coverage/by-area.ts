/** The rows of each area, in the order of their names; those of no known area last. */
import type { CoverageAnswer } from '#api/coverage-routes.ts'

export const byArea = (
  rows: readonly CoverageAnswer[],
): readonly (readonly [area: string | null, months: readonly CoverageAnswer[]])[] =>
  [...Map.groupBy(rows, ({ area }) => area)].toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
