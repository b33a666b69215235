/** The words of a column's name, so that `Date de l'attaque`, `date_attaque` and `DATE (ATTAQUE)` can be compared. */

/** Words that say nothing of what the column holds. */
const empty = new Set(
  'of the a an and or in on at by to for de du des la le les l d un une et ou en au aux par sur pour s name nom firearm weapon gun arme armes'.split(
    ' ',
  ),
)

/** Ways to write *number*. */
const numbers = new Set(['n', 'no', 'nr', 'num', 'number', 'numero'])

/**
 * The distinct words of a name in order of the alphabet, without case, accents, signs and empty words; every way of
 * writing *number* is `no`. What stands in brackets explains how the cells are written, and is left out.
 */
export function headerKey(name: string): string {
  const words = name
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[n№]\s*[°º]/gi, ' no ')
    .replace(/[№#]/g, ' no ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !empty.has(word))
    .map((word) => (numbers.has(word) ? 'no' : word))
  return [...new Set(words)].toSorted().join(' ')
}
