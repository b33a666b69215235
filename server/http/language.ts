/** In which language a caller is answered. */
import type { Language } from '#core/lib/text.ts'

/** The first that `Accept-Language` ranks among those spoken here, else the account's own, else English. */
export function languageFor(acceptLanguage: string | undefined, account?: Language): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = /^\s*q=([\d.]+)$/.exec(parameters.at(-1) ?? '')?.[1]
      return { language: languageOf(tag), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ language, quality }) => language !== null && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  return ranked[0]?.language ?? account ?? 'en'
}

function languageOf(tag: string): Language | null {
  const [primary] = tag.trim().split('-')
  return primary === 'en' || primary === 'fr' ? primary : null
}
