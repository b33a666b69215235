/** How closely it is held: a colour, and always the word. */
import { useWords } from '../words/language.tsx'

export function Handling({ level }: { readonly level: string }) {
  const { words } = useWords()
  return <span className={`handling handling-${level}`}>{words.handling[level] ?? level}</span>
}
