/** Production blocks as reasons for a link: which neighbours two incidents have in one, and how likely so near a pair is. */
import { text, type Text } from '../lib/text.ts'
import { percent } from '../screening/say.ts'
import { chanceOfPair, type Block, type KnownSerial } from './block.ts'

/** A block of one maker and model, as one incident stands in it. */
export interface BlockOfIncident<S extends KnownSerial> {
  /** `arm|block|model=R-62;producer=Works 9;block=M17204417-M17204513`. */
  readonly signature: string
  readonly prefix: string
  readonly block: Block<S>
}

/** The nearest neighbours of this incident's serials in each other incident of the block, by incident. */
export function neighboursIn<S extends KnownSerial>(
  { block, prefix }: BlockOfIncident<S>,
  incident: string,
): ReadonlyMap<string, { readonly chance: number; readonly says: Text }> {
  const own = block.serials.filter((serial) => serial.incident === incident)
  const nearest = new Map<string, { readonly apart: number; readonly a: number; readonly b: number }>()
  for (const { number: b, incident: other } of block.serials) {
    if (other === incident) continue
    for (const { number: a } of own) {
      const apart = Math.abs(a - b)
      if (apart < (nearest.get(other)?.apart ?? Infinity)) nearest.set(other, { apart, a, b })
    }
  }
  return new Map(
    Array.from(nearest, ([other, { apart, a, b }]) => {
      const chance = chanceOfPair(block, apart)
      const likely = percent(chance)
      const [one, two] = [`${prefix}${a}`, `${prefix}${b}`]
      const says = text(
        `Serials of one production block: ${one} and ${two}. So near a pair by chance: ${likely.en}.`,
        `Numéros d'un même bloc de production : ${one} et ${two}. Une paire si proche par hasard : ${likely.fr}.`,
      )
      return [other, { chance, says }]
    }),
  )
}

/** A block as a signature, told by the first and the last of its serials. */
export const blockSignature = (producer: string, prefix: string, { from, to }: Pick<Block, 'from' | 'to'>): string =>
  `${producer.replace(/\|producer\|/, '|block|')};block=${prefix}${from}-${prefix}${to}`

/** The signature of maker and model that a block is of; any other as it is. */
export const makeOfBlock = (signature: string): string =>
  signature.replace(/^([^|]*)\|block\|(.*);block=[^;]*$/, '$1|producer|$2')
