/** The words of a column's name, so that `Date de l'attaque`, `date_attaque` and `DATE (ATTAQUE)` can be compared. */

/** Words that say nothing of what the column holds. */
const empty = new Set(
  'of the a an and or in on at by to for de du des la le les l d un une et ou en au aux par sur pour s name nom firearm weapon gun arme armes'.split(
    ' ',
  ),
)

/** Ways to write *number*. */
const numbers = new Set(['n', 'no', 'nr', 'num', 'number', 'numero'])

/** Words that lists shorten or inflect, as one. */
const wholes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    date: 'dt',
    event: 'evt evnt',
    incident: 'inc incid',
    location: 'loc',
    calibre: 'cal caliber',
    quantity: 'qty',
    quantite: 'qte qt',
    year: 'yr',
    manufacture: 'manufacturer manufactured mfr mfd mfg manuf',
    fabrication: 'fab fabr',
    perpetrator: 'perp',
    description: 'desc descr',
    category: 'cat categ',
    decouverte: 'decouv',
    reference: 'ref',
    observation: 'obs',
    coordinate: 'coord coordonnee',
  }).flatMap(([whole, parts]) => parts.split(' ').map((part) => [part, whole] as const)),
)

/** Without the sign of many, which decides nothing. */
const single = (word: string) => (word.length > 3 ? word.replace(/s$/, '') : word)

/** Words without case, accents and signs, in their order; every way of writing *number* is `no`. */
export const plainWords = (name: string): readonly string[] =>
  name
    .replace(/[n№]\s*[°º]/gi, ' no ')
    .replace(/[№#]/g, ' no ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !empty.has(word))
    .map((word) => (numbers.has(word) ? 'no' : word))

/**
 * The distinct words of a name in order of the alphabet, shortened words whole and plurals single. What stands in
 * brackets explains how the cells are written, and is left out.
 */
export function headerKey(name: string): string {
  const words = plainWords(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')).map(single)
  return [...new Set(words.map((word) => wholes.get(word) ?? word))].toSorted().join(' ')
}
