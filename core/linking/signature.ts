/** What items are compared by: their class with its known parts, at several levels from coarse to fine. */
import type { Class } from '../record/kinds.ts'
import { foldSpaces, keyOf, nameOf, type CanonicalNames } from './canonical-names.ts'
import type { ItemFacts } from './facts.ts'
import { ladders, readingOfRung, type Ladder, type Part } from './ladder.ts'

export interface Signature {
  /** `ammunition|year|calibre=7.62x39;producer=Usine 22;year=2015`, `| ; = %` percent-encoded: for people. */
  readonly text: string
  /** The text without case: two signatures are one when their keys are equal. */
  readonly key: string
  readonly class: Class
  readonly level: string
  /** The text of the next coarser one of its ladder that the item carries; null where there is none. */
  readonly parent: string | null
  /** How finely materiel must have been read to bear it. */
  readonly reading: 'type' | 'marks'
}

/** A part of a signature with its value. */
export type PartValue = readonly [part: string, value: string]

type Signed = Pick<
  ItemFacts,
  'class' | 'features' | 'marks' | 'removed_how' | 'pattern' | 'model' | 'producer' | 'calibre' | 'year' | 'year_to'
> &
  Pick<ItemFacts, 'lot' | 'lot_body' | 'lot_filling' | 'lot_fuze' | 'site_code' | 'date_code'>

/** All signatures that an item carries, each ladder coarse to fine. A rung is reached when all its parts are known. */
export function signaturesOf(item: Signed, names: CanonicalNames): readonly Signature[] {
  const values = partsOf(item, names)
  return [
    ...ladders[item.class].flatMap((ladder) => climb(item.class, ladder, values)),
    ...featuresOf(item, values),
    ...removedOf(item),
  ]
}

function climb(cls: Class, ladder: Ladder, values: Values): readonly Signature[] {
  const reached: Signature[] = []
  for (const rung of ladder) {
    const parts = rung.parts.flatMap((part): PartValue[] => {
      const value = values[part]
      return value === undefined ? [] : [[part, value]]
    })
    if (parts.length < rung.parts.length) continue
    const parent = reached.at(-1)?.text ?? null
    reached.push(signature({ class: cls, level: rung.level, parts, parent, reading: readingOfRung(rung) }))
  }
  return reached
}

/** Ammunition on which nothing could be read is told by what it looks like. */
function featuresOf(item: Signed, values: Values): readonly Signature[] {
  if (item.class !== 'ammunition' || (item.marks ?? []).length > 0) return []
  if (values.producer !== undefined || item.year !== undefined || values.lot !== undefined) return []
  const parts = (item.features ?? []).flatMap(([name, value]): PartValue[] => {
    const [feature, folded] = [foldSpaces(name), foldSpaces(value)]
    return feature === null || folded === null ? [] : [[feature, folded]]
  })
  const ordered = parts.toSorted((a, b) => compare(keyOf(a[0]), keyOf(b[0])) || compare(keyOf(a[1]), keyOf(b[1])))
  const once = ordered.filter(
    ([name, value], i) =>
      i === 0 || keyOf(name) !== keyOf(ordered[i - 1]?.[0] ?? '') || keyOf(value) !== keyOf(ordered[i - 1]?.[1] ?? ''),
  )
  if (once.length === 0) return []
  return [signature({ class: 'ammunition', level: 'features', parts: once, parent: null, reading: 'type' })]
}

function removedOf({ class: cls, removed_how: manner }: Signed): readonly Signature[] {
  if (manner === undefined) return []
  return [signature({ class: cls, level: 'removed', parts: [['removed_how', manner]], parent: null, reading: 'marks' })]
}

type Values = { readonly [P in Part]?: string }

/** A year that may be one of several is not known. */
export const knownYear = ({ year, year_to: to }: Pick<ItemFacts, 'year' | 'year_to'>): number | null =>
  year === undefined || (to !== undefined && to !== year) ? null : year

function partsOf(item: Signed, names: CanonicalNames): Values {
  const year = knownYear(item)
  const values: { [P in Part]?: string | null } = {
    pattern: nameOf(names, 'pattern', item.pattern),
    model: nameOf(names, 'model', item.model),
    producer: nameOf(names, 'producer', item.producer),
    calibre: nameOf(names, 'calibre', item.calibre),
    year: year === null ? null : String(year),
  }
  for (const code of ['lot', 'lot_body', 'lot_filling', 'lot_fuze', 'site_code', 'date_code'] as const) {
    values[code] = foldSpaces(item[code] ?? '')
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

interface Made {
  readonly class: Class
  readonly level: string
  readonly parts: readonly PartValue[]
  readonly parent: string | null
  readonly reading: 'type' | 'marks'
}

function signature({ class: cls, level, parts, parent, reading }: Made): Signature {
  const written = parts.map(([part, value]) => `${encode(part)}=${encode(value)}`).join(';')
  const text = `${cls}|${level}|${written}`
  return { text, key: keyOf(text), class: cls, level, parent, reading }
}

const encode = (value: string) =>
  value.replace(/[%|;=]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const decode = (value: string) =>
  value.replace(/%(7C|3B|3D|25)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** The class, level and parts that a signature's text says. Throws where it is none. */
export function readSignature(text: string): {
  readonly class: Class
  readonly level: string
  readonly parts: readonly PartValue[]
} {
  const [cls, level, written] = text.split('|')
  if (cls === undefined || level === undefined || written === undefined || !(cls in ladders)) {
    throw new Error(`not a signature: ${text}`)
  }
  const parts = written.split(';').map((part): PartValue => {
    const [name = '', value = ''] = part.split('=')
    return [decode(name), decode(value)]
  })
  return { class: cls as Class, level, parts }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
