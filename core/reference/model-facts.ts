/** What the library is sure of about a model. */
import type { ModelFacts } from '../screening/item-input.ts'
import type { Library } from './make-library.ts'

/** Null where no model, or several, bear the name, and where the row is not verified: such a row proposes alone. */
export function modelFacts({ modelByName }: Pick<Library, 'modelByName'>, name: string): ModelFacts | null {
  const [found, ...others] = modelByName(name).filter(({ by }) => by !== 'near-spelling')
  if (found === undefined || others.length > 0 || found.row.confidence === 'unverified') return null
  const { name: known, first_year: first, source } = found.row
  return { name: known, ...(first !== undefined && { first_year: first }), source }
}
