/** In which manner marks were removed or changed, in words: `marks ground off`. */
import { text, type Text } from '../lib/text.ts'

const words: { readonly [manner: string]: Text } = {
  ground: text('ground off', 'meulés'),
  drilled: text('drilled out', 'percés'),
  welded: text('welded over', 'soudés'),
  overstamped: text('overstamped', 'surfrappés'),
  other: text('removed in another way', 'enlevés autrement'),
}

/** A manner that is none of the list stands as it was typed. */
export const mannerOfMarks = (manner: string): Text => words[manner.toLowerCase()] ?? text(manner, manner)
