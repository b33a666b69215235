/** Puts sentences together in both languages. */
import { text, type Text } from '../lib/text.ts'

/** Parts of one sentence, parted by semicolons, with a capital and a full stop. */
export function sentence(parts: readonly Text[]): Text {
  const en = parts.map((part) => part.en).join('; ')
  const fr = parts.map((part) => part.fr).join(' ; ')
  return text(`${capital(en)}.`, `${capital(fr)}.`)
}

/** Sentences one after the other. */
export const join = (sentences: readonly Text[]): Text =>
  text(sentences.map(({ en }) => en).join(' '), sentences.map(({ fr }) => fr).join(' '))

/** A list in words: army, police and customs. */
export function listed(words: readonly Text[]): Text {
  const inLanguage = (language: keyof Text, and: string) => {
    const said = words.map((word) => word[language])
    return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} ${and} ${said.at(-1)}`
  }
  return text(inLanguage('en', 'and'), inLanguage('fr', 'et'))
}

/** A count with its noun. French counts zero and one as singular. */
export function counted(count: number, one: Text, many: Text): Text {
  return text(
    `${grouped(count, ',')} ${count === 1 ? one.en : many.en}`,
    `${grouped(count, '\u202F')} ${count < 2 ? one.fr : many.fr}`,
  )
}

/** A number by itself. */
export const figure = (number: number): Text => text(grouped(number, ','), grouped(number, '\u202F'))

/** 12,345; 12 345. */
const grouped = (count: number, separator: string): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, separator)

/** A share in per cent with at most two figures that count: 3.4 %, 0.052 %. */
export function percent(share: number): Text {
  const figures = Number((share * 100).toPrecision(2))
  const plain = figures.toFixed(Math.max(0, 1 - Math.floor(Math.log10(Math.max(figures, 1e-9)))))
  const shown = figures === 0 ? '0' : plain
  return text(`${shown}%`, `${shown.replace('.', ',')}\u202F%`)
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
