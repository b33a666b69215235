/** Countries in the words of a language: as the browser has them. */
import type { Language } from '#core/lib/text.ts'

/** Codes that name no country: groups, territories of none, and what programs are tried with. */
const none: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The name of a country; its code where it has none. */
export const countryName = (language: Language, code: string): string =>
  /^[A-Z]{2}$/.test(code) && !none.has(code) ? (namesIn(language).of(code) ?? code) : code

/** With its code, as records have it. */
export const countrySaid = (language: Language, code: string): string =>
  countryName(language, code) === code ? code : `${countryName(language, code)} (${code})`

const namesIn = (language: Language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })

/** All of them by name. */
export function countries(language: Language): readonly (readonly [code: string, name: string])[] {
  const names = namesIn(language)
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .flatMap((code): readonly (readonly [string, string])[] => {
      const name = names.of(code)
      return none.has(code) || name === undefined || name === code ? [] : [[code, name]]
    })
    .toSorted(([, a], [, b]) => a.localeCompare(b, language))
}
