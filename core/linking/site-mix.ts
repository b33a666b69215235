/**
 * The mix of a site: whether what lay there is one fresh lot, or the many kinds that the local market has. It is told of
 * one class and side of one incident, and compared with general circulation.
 */
import { text, type Text } from '../lib/text.ts'
import { counted, percent } from '../screening/say.ts'
import { saySignature } from './say-signature.ts'

/** A kind of materiel of the site: the finest signature that its items carry. */
export interface KindOfSite {
  /** As `Signature.text`. */
  readonly signature: string
  readonly pieces: number
  /** Whether its kind and year are common in general circulation; null where nobody can tell. */
  readonly isCommon: boolean | null
}

export type Mix = 'too-few' | 'one-kind' | 'market' | 'mixed'

export interface SiteMix {
  readonly mix: Mix
  readonly pieces: number
  readonly kinds: number
  readonly common: number
  readonly says: Text
}

/** Below so many pieces a mix says nothing. */
const fewestPieces = 10
/** One kind that makes up so much of the pieces is the site's. */
const mostOfAll = 0.8
/** So many kinds, of which so many are common, are as the market has them. */
const kindsOfMarket = 5
const commonOfMarket = 0.6

/** Pieces are those that were read: what lay there unread is not known. */
export function mixOf(kinds: readonly KindOfSite[]): SiteMix {
  const pieces = kinds.reduce((sum, one) => sum + one.pieces, 0)
  const common = kinds.filter(({ isCommon }) => isCommon === true).length
  const [largest] = kinds.toSorted((a, b) => b.pieces - a.pieces || (a.signature < b.signature ? -1 : 1))
  const mix = ((): Mix => {
    if (largest === undefined || pieces < fewestPieces) return 'too-few'
    if (largest.pieces >= mostOfAll * pieces && largest.isCommon !== true) return 'one-kind'
    return kinds.length >= kindsOfMarket && common >= commonOfMarket * kinds.length ? 'market' : 'mixed'
  })()
  const told = { mix, pieces, kinds: kinds.length, common }
  return { ...told, says: saysOf(told, largest) }
}

const piecesWords = (n: number) => counted(n, text('piece', 'pièce'), text('pieces', 'pièces'))
const kindsWords = (n: number) => counted(n, text('kind', 'sorte'), text('kinds', 'sortes'))

function saysOf({ mix, pieces, kinds, common }: Omit<SiteMix, 'says'>, largest: KindOfSite | undefined): Text {
  const [all, sorts] = [piecesWords(pieces), kindsWords(kinds)]
  if (mix === 'too-few' || largest === undefined) {
    return text(
      `${all.en} read: ${fewestPieces} are needed to speak of a mix.`,
      `${all.fr} lues : il en faut ${fewestPieces} pour parler d'un mélange.`,
    )
  }
  if (mix === 'one-kind') {
    const [share, name] = [percent(largest.pieces / pieces), saySignature(largest.signature)]
    const known =
      largest.isCommon === null
        ? text('How common it is cannot be told.', 'On ne peut dire si elle est courante.')
        : text('It is not common in general circulation.', "Elle n'est pas courante dans la circulation générale.")
    return text(
      `One kind makes up ${share.en} of ${all.en}: ${name.en}. ${known.en}`,
      `Une sorte fait ${share.fr} de ${all.fr} : ${name.fr}. ${known.fr}`,
    )
  }
  const known = counted(common, text('of them common', 'courante'), text('of them common', 'courantes'))
  const mixed = text(
    `${sorts.en} in ${all.en}; ${known.en} in general circulation.`,
    `${sorts.fr} parmi ${all.fr} ; ${known.fr} dans la circulation générale.`,
  )
  return mix === 'market'
    ? text(`${mixed.en} So mixed is the local market.`, `${mixed.fr} Le marché local est ainsi mêlé.`)
    : mixed
}
