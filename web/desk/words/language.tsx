/** The language of the page: the one chosen here, else the account's, else the browser's. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Language, Text } from '#core/lib/text.ts'
import { keepLanguage } from '../call/account.ts'
import { meQuery } from '../call/queries.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { languageOfBrowser } from './language-of-browser.ts'
import { typeset } from './typeset.ts'
import type { Words } from './words.ts'

const allWords: { readonly [L in Language]: Words } = { en, fr: typeset(fr) }

interface Speaking {
  readonly language: Language
  readonly words: Words
  /** The sentence in the language of the page. */
  readonly say: (text: Text) => string
  readonly speak: (language: Language) => void
}

const SpeakingContext = createContext<Speaking | null>(null)

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<Language | null>(null)
  const queries = useQueryClient()
  const browser = languageOfBrowser(navigator.languages)
  const { data: me } = useQuery(meQuery(browser))
  const account = me?.language === 'fr' || me?.language === 'en' ? me.language : null
  const language = chosen ?? account ?? browser
  const isSignedIn = Boolean(me)

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const speak = useCallback(
    (next: Language) => {
      setChosen(next)
      // Where it cannot be kept, the page speaks it until it is closed.
      if (isSignedIn)
        keepLanguage(next).then(
          () => queries.invalidateQueries({ queryKey: ['me'] }),
          () => undefined,
        )
    },
    [isSignedIn, queries],
  )
  const speaking = useMemo(
    () => ({
      language,
      words: allWords[language],
      say: (text: Text) => (language === 'fr' ? typeset(text.fr) : text.en),
      speak,
    }),
    [language, speak],
  )
  return <SpeakingContext value={speaking}>{children}</SpeakingContext>
}

export function useWords(): Speaking {
  const speaking = use(SpeakingContext)
  if (speaking === null) throw new Error('no language around this component')
  return speaking
}
