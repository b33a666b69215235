/** French as it is set: no line begins with a sign that belongs to the one before, or ends with an opening quotation. */
const setFrench = (said: string): string =>
  said
    .replace(/(?<=[\p{L}\p{N}»)”…%]) (?=[;!?])/gu, '\u202F')
    .replace(/ (?=[:»])/g, '\u00A0')
    .replace(/« /g, '«\u00A0')

/** All that the words say, whether they stand or are made of what they are given. */
export function typeset<W>(words: W): W {
  const made: unknown =
    typeof words === 'string'
      ? setFrench(words)
      : typeof words === 'function'
        ? (...given: readonly unknown[]) => typeset(words(...given))
        : Array.isArray(words)
          ? words.map(typeset)
          : typeof words === 'object' && words !== null
            ? Object.fromEntries(Object.entries(words).map(([name, one]) => [name, typeset(one)]))
            : words
  return made as W
}
