/** What else is known of the two weapons whose serials are compared: the same number by another maker is another gun. */

/** A serial as read, with the names under which the item is identified; absent = not known. */
export interface SerialReading {
  readonly serial: string
  readonly maker?: string
  readonly model?: string
  readonly calibre?: string
}

export const contextFields = ['maker', 'model', 'calibre'] as const
export type ContextField = (typeof contextFields)[number]

/** `unclear`: not known of both, or one name holds the other (`Glock` and `Glock GmbH`, `9mm` and `9x19`). */
export type Agreement = 'same' | 'other' | 'unclear'

export function compareContext(a: SerialReading, b: SerialReading): { readonly [F in ContextField]: Agreement } {
  return {
    maker: compareNames(a.maker, b.maker),
    model: compareNames(a.model, b.model),
    calibre: compareCalibres(a.calibre, b.calibre),
  }
}

function compareNames(a = '', b = ''): Agreement {
  const [first, second] = [words(a), words(b)]
  if (first.length === 0 || second.length === 0) return 'unclear'
  if (first.join('') === second.join('')) return 'same'
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first]
  return shorter.every((word) => longer.includes(word)) ? 'unclear' : 'other'
}

/** Calibres by their bore alone (`9mm`, `.45`) say nothing against a full name with the same bore. */
function compareCalibres(a = '', b = ''): Agreement {
  const names = compareNames(a, b)
  if (names !== 'other') return names
  const [boreA, boreB] = [a, b].map((name) => /\d+(?:[.,]\d+)?/.exec(name)?.[0].replace(',', '.'))
  const oneIsBare = [a, b].some((name) => !/\d\s*[x×х]\s*\d/i.test(name))
  return boreA === boreB && oneIsBare ? 'unclear' : 'other'
}

const joining = new Set(['and', 'et', 'und', 'the'])

function words(name: string): readonly string[] {
  const plain = name.toWellFormed().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !joining.has(word))
}
