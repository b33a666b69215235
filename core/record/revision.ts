/**
 * A revision: one act on one record. Its content is split into the disclosure groups of its kind, each a canonical
 * JSON text; the ledger keeps their digests, the bodies their texts.
 */
import type { Fields, Value } from './field.ts'
import type { Handling } from './handling.ts'
import { kinds, type Content, type Kind } from './kinds.ts'

export type Act = 'make' | 'revise' | 'merge' | 'withdraw' | 'erase'

/** The keys stand in canonical order, so that JSON.stringify gives the canonical text. */
export interface Head {
  readonly act: Act
  /** The account that wrote it, or `operator` for the person at this home's own command line. */
  readonly author: string
  readonly device: string
  readonly entry: string
  readonly exercise?: true
  readonly handling: Handling
  readonly kind: Kind
  readonly made: string
  readonly node: string
  /** Ascending; absent for a first revision. */
  readonly parents?: readonly string[]
  readonly received: string
  readonly record: string
  readonly revision: string
  readonly team?: string
}

interface GroupPlan {
  readonly group: string
  /** Ascending, as the canonical text wants them. */
  readonly fields: readonly string[]
}

/** The groups of each kind, ascending by name, `head` among them with no fields of its own. */
const plans = Object.fromEntries(Object.entries(kinds).map(([kind, fields]) => [kind, planOf(fields)])) as {
  readonly [K in Kind]: readonly GroupPlan[]
}

/** The names of the groups of a kind, ascending: the order of digests and texts. */
export const groupNames: { readonly [K in Kind]: readonly string[] } = Object.fromEntries(
  Object.entries(plans).map(([kind, plan]) => [kind, plan.map(({ group }) => group)]),
) as unknown as { readonly [K in Kind]: readonly string[] }

/** The texts of a revision's groups in the order of their names; null for an empty one. */
export function groupTexts<K extends Kind>(head: Head, content: Content<K>): readonly (string | null)[] {
  const values = content as { readonly [field: string]: Value | undefined }
  return plans[head.kind].map(({ group, fields }) => {
    if (group === 'head') return JSON.stringify(head)
    let some = false
    const object: { [field: string]: Value } = {}
    for (const field of fields) {
      const value = values[field]
      if (value === undefined) continue
      object[field] = value
      some = true
    }
    return some ? JSON.stringify(object) : null
  })
}

/** The inverse of `groupTexts`: what a leaf's texts say. Groups that were erased are absent from the content. */
export function readTexts(
  texts: readonly (string | null)[],
  names: readonly string[],
): { head: Head; content: Content } {
  let head: Head | null = null
  const content: { [field: string]: unknown } = {}
  names.forEach((name, i) => {
    const text = texts[i]
    if (text === null || text === undefined) return
    const group: unknown = JSON.parse(text)
    if (name === 'head') head = group as Head
    else Object.assign(content, group)
  })
  if (head === null) throw new Error('a revision without its head cannot be read')
  return { head, content: content as Content }
}

function planOf(fields: Fields): readonly GroupPlan[] {
  const names = [...new Set(['head', ...Object.values(fields).map(({ group }) => group)])].toSorted()
  return names.map((group) => ({
    group,
    fields: Object.entries(fields)
      .filter(([, field]) => field.group === group)
      .map(([name]) => name)
      .toSorted(),
  }))
}
