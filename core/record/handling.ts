/** How closely a record is held. The order is that of the words: each level may read those before it. */
export const handlings = ['unclassified', 'confidential', 'strictly-confidential'] as const
export type Handling = (typeof handlings)[number]

export const isHandling = (word: string): word is Handling => (handlings as readonly string[]).includes(word)

/** 0, 1 or 2, as the database keeps it. */
export const levelOf = (handling: Handling): number => handlings.indexOf(handling)

export function handlingOf(level: number): Handling {
  const handling = handlings[level]
  if (handling === undefined) throw new Error(`no handling level ${level}`)
  return handling
}

/** An update never lowers a level, and an item is held at least as closely as its incident. */
export const higher = (a: Handling, b: Handling): Handling => (levelOf(a) >= levelOf(b) ? a : b)
