/**
 * Canonical texts: RFC 8785 for what a ledger holds. Parsers build their objects with the keys in canonical order, and
 * then `JSON.stringify` is the canonical text; what comes from elsewhere is put in order first.
 */

/** What a group may hold. A value not known has no key, and null never occurs. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * The canonical text of a value. Throws on what a ledger cannot hold: null, undefined, numbers without a decimal form,
 * lone surrogates, and keys that look like numbers, which JavaScript moves to the front of every object.
 */
export const canonical = (value: Plain): string => JSON.stringify(isOrdered(value) ? value : orderKeys(value))

/** The same value with the keys of all its objects in canonical order: ascending by UTF-16 code units. */
export function orderKeys<T extends Plain>(value: T): T {
  if (isList(value)) return value.map(orderKeys) as Plain as T
  if (typeof value !== 'object') return value
  const fields = Object.entries<Plain>(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([key, field]) => [key, orderKeys(field)])) as T
}

/** Whether the text holds half of a surrogate pair, which UTF-8 cannot write. */
export const hasLoneSurrogate = (text: string): boolean => !text.isWellFormed()

/** Whether a text is the canonical text of a group. One with keys that look like numbers may be; we write none. */
export function isCanonical(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) && textOf(value as Plain) === text
  } catch {
    return false
  }
}

/** Whether the keys of all objects stand in canonical order. Throws on what a ledger cannot hold. */
function isOrdered(value: Plain): boolean {
  if (isList(value)) return areAllOrdered(value)
  if (typeof value !== 'object' || value === null) return isScalar(value)
  refuseUnless(isPlainObject(value), 'only plain objects')
  let last = ''
  let ordered = areAllOrdered(Object.values<Plain>(value))
  for (const key of Object.keys(value)) {
    refuseUnless(!looksLikeNumber(key), 'no key that looks like a number', key)
    refuseUnless(key.isWellFormed(), 'no lone surrogate', key)
    ordered &&= last <= key
    last = key
  }
  return ordered
}

/** Looks at every one, holes included, so that what cannot be held is refused wherever it stands. */
function areAllOrdered(values: readonly Plain[]): boolean {
  let ordered = true
  for (const value of values) ordered = isOrdered(value) && ordered
  return ordered
}

/** The canonical text built piece by piece: slower, but right for any key. Throws as `canonical` does, but for keys. */
function textOf(value: Plain): string {
  if (isList(value)) return `[${value.map(textOf).join(',')}]`
  if (typeof value !== 'object' || value === null) {
    isScalar(value)
    return JSON.stringify(value)
  }
  const fields = Object.entries<Plain>(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${textOf(key)}:${textOf(field)}`).join(',')}}`
}

function isScalar(value: unknown): true {
  if (typeof value === 'string') refuseUnless(value.isWellFormed(), 'no lone surrogate', value)
  else if (typeof value === 'number') refuseUnless(Number.isFinite(value), 'no number without a decimal form', value)
  else refuseUnless(typeof value === 'boolean', 'neither null nor undefined', value)
  return true
}

/** `Array.isArray` does not tell a readonly list from an object. */
const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value)

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Keys that stand before all others in a JavaScript object, whatever the order they were added in. */
const looksLikeNumber = (key: string): boolean => /^(0|[1-9]\d*)$/.test(key)

function refuseUnless(holds: boolean, rule: string, found?: unknown): void {
  if (!holds) throw new TypeError(`a ledger text holds ${rule}${found === undefined ? '' : `: ${String(found)}`}`)
}
