/** What colours of a cartridge hint at. A hint is never more: conventions contradict each other. */
import type { Text } from '../lib/text.ts'
import { groundsOf, type ColourCodeRow, type Grounds } from './library-data.ts'
import { nameKey } from './spelling.ts'

export interface ColourHint {
  readonly convention: string
  readonly means: Text
  /** The calibres that it is said of; of any where absent. */
  readonly calibres?: readonly string[]
  readonly rests_on: Grounds
}

/** Hints for one part as typed (`black and red`, `noir-rouge`, `гж`); a calibre, where known, leaves out the others'. */
export type ColourHints = (part: ColourCodeRow['part'], text: string, calibre?: string | null) => readonly ColourHint[]

export function colourHinter(rows: readonly ColourCodeRow[]): ColourHints {
  return (part, text, calibre = null) => {
    const colours = coloursIn(text)
    return rows
      .filter(
        (row) =>
          row.part === part &&
          sameColours(coloursIn(row.colours.join(' ')), colours) &&
          (calibre === null || (row.calibres?.includes(calibre) ?? true)),
      )
      .map((row) => ({
        convention: row.convention,
        means: row.means,
        ...(row.calibres === undefined ? {} : { calibres: row.calibres }),
        rests_on: groundsOf('colourCodes', row),
      }))
  }
}

const sameColours = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((colour) => b.has(colour))

/** The colours that a text names, in English; words that are none (tip, et) are passed over, code letters kept. */
function coloursIn(text: string): ReadonlySet<string> {
  const words = text.match(/\p{L}+/gu) ?? []
  return new Set(words.map(nameKey).flatMap((word) => (idle.has(word) ? [] : [frenchColours.get(word) ?? word])))
}

const frenchColours = new Map(
  [
    ['VERT', 'GREEN'],
    ['VERTE', 'GREEN'],
    ['ROUGE', 'RED'],
    ['NOIR', 'BLACK'],
    ['NOIRE', 'BLACK'],
    ['JAUNE', 'YELLOW'],
    ['BLEU', 'BLUE'],
    ['BLEUE', 'BLUE'],
    ['BLANC', 'WHITE'],
    ['BLANCHE', 'WHITE'],
    ['ARGENT', 'SILVER'],
    ['ARGENTE', 'SILVER'],
    ['ARGENTEE', 'SILVER'],
    ['ORANGEE', 'ORANGE'],
  ].map(([from = '', to = '']) => [from, to] as const),
)

const idle = new Set(['AND', 'ET', 'ON', 'SUR', 'TIP', 'POINTE', 'BULLET', 'BALLE'])
