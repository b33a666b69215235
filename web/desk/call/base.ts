/** Under which path this desk was opened: an example beside the mission has one of its own. */
import { examplePath } from '#api/example-routes.ts'

export const isBeside = location.pathname === examplePath || location.pathname.startsWith(`${examplePath}/`)

/** Stands before every address that this desk asks for. */
export const base = isBeside ? examplePath : ''
