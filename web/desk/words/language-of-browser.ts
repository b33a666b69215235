/** The first language of a browser's list that the desk speaks; English where it speaks none of them. */
import type { Language } from '#core/lib/text.ts'

export function languageOfBrowser(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'en' || primary === 'fr') return primary
  }
  return 'en'
}
