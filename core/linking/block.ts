/**
 * Production blocks: stretches of one maker's serials closer than chance allows, given how many of them are known. Near
 * serials left the works together; that they were shipped together is for a document to say.
 */

/** A known serial of one maker and model, with one set of letters before its number. */
export interface KnownSerial {
  readonly number: number
  readonly incident: string
}

export interface Block<S extends KnownSerial = KnownSerial> {
  readonly from: number
  readonly to: number
  /** The last full thousand before it, from which the maker may have begun to count. */
  readonly start: number
  /** Those in it, by number. */
  readonly serials: readonly S[]
  /** How many such stretches chance alone would make, at most. */
  readonly chance: number
}

/** Stretches that chance makes once in a thousand times are blocks. */
const mostChance = 0.001
/** Neighbours in a stretch lie no further apart than a tenth of what they would on average. */
const partOfMean = 10
/** Makers begin anew at a round number, with a year or an order: how far back is not known, so the last one is taken. */
const round = 1000

/**
 * Blocks among all known serials of one maker, model and set of letters. Neighbours no further apart than a tenth of the
 * mean gap, of numbers from nothing to the highest known, are a stretch. It is a block where it surprises both among all
 * of these numbers and among those from the last full thousand before it, for nobody knows where the maker began. The
 * very same number twice is one serial, and a block shows on two incidents at least.
 */
export function blocksOf<S extends KnownSerial>(serials: readonly S[]): readonly Block<S>[] {
  const ordered = serials.toSorted((a, b) => a.number - b.number || (a.incident < b.incident ? -1 : 1))
  const numbers = [...new Set(ordered.map(({ number }) => number))]
  const highest = numbers.at(-1) ?? 0
  if (numbers.length < 2) return []
  const gap = (highest + 1) / numbers.length / partOfMean
  return runsOf(numbers, gap).flatMap((run): Block<S>[] => {
    const [from = 0, to = 0] = [run[0], run.at(-1)]
    if (run.length < 2) return []
    const start = Math.floor(from / round) * round
    const near = numbers.filter((number) => number >= start && number <= to).length
    const [k, width] = [run.length, to - from]
    const chance = Math.max(
      chanceOfStretch({ n: numbers.length, k, width, of: highest + 1 }),
      chanceOfStretch({ n: near, k, width, of: to - start + 1 }),
    )
    const own = ordered.filter(({ number }) => number >= from && number <= to)
    const isShared = new Set(own.map(({ incident }) => incident)).size > 1
    return chance <= mostChance && isShared ? [{ from, to, start, serials: own, chance }] : []
  })
}

/** Neighbours that lie no further apart than `gap`. */
function runsOf(numbers: readonly number[], gap: number): readonly (readonly number[])[] {
  const runs: number[][] = []
  let before: number | null = null
  for (const number of numbers) {
    if (before !== null && number - before <= gap) runs.at(-1)?.push(number)
    else runs.push([number])
    before = number
  }
  return runs
}

/**
 * How many stretches of `width` with `k` of `n` serials chance alone would make, at most, were they drawn evenly among
 * `of` numbers: n · C(n−1, k−1) · (width/of)^(k−1), the expected number of serials with k−1 others within the width
 * after them.
 */
export function chanceOfStretch({
  n,
  k,
  width,
  of,
}: {
  readonly n: number
  readonly k: number
  readonly width: number
  readonly of: number
}): number {
  let expected = n
  for (let i = 1; i < k && expected > 0; i++) expected *= ((n - i) / i) * (Math.max(width, 1) / of)
  return Math.min(expected, 1)
}

/**
 * The chance that two serials drawn evenly among the numbers from `start` to the end of the block lie no further apart:
 * 2 · apart / (to − start + 1), and one number at least.
 */
export const chanceOfPair = ({ start, to }: Pick<Block, 'start' | 'to'>, apart: number): number =>
  Math.min(1, (2 * Math.max(apart, 1)) / (to - start + 1))
