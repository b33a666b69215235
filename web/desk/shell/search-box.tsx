/** Search from every page: a serial with its near misses, a lot, a reference, a name. */
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'

export function SearchBox() {
  const { words } = useWords()
  const navigate = useNavigate()
  return (
    <search className="search-box">
      <form
        action={(form) => {
          const q = String(form.get('q') ?? '').trim()
          if (q !== '') void navigate({ to: '/search', search: { q } })
        }}
      >
        <input
          name="q"
          type="search"
          className="read-off"
          aria-label={words.search.label}
          placeholder={words.search.hint}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit" className="button">
          {words.search.go}
        </button>
      </form>
    </search>
  )
}
