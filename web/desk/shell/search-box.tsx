/** Search from every page, as one types: a serial with its near misses, a lot, a reference, a name, a place. */
import { Combobox, useCombobox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { searchQuery } from '../call/queries.ts'
import { ReadOff } from '../parts/read-off.tsx'
import { useWords } from '../words/language.tsx'

const mostShown = 8

export function SearchBox() {
  const { words, language, say } = useWords()
  const navigate = useNavigate()
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })
  const [typed, setTyped] = useState('')
  const asked = typed.trim()
  const { data = [], isFetching } = useQuery({
    ...searchQuery(language, asked, mostShown),
    placeholderData: keepPreviousData,
  })
  const hits = asked === '' ? [] : data
  return (
    <search className="search-box" aria-busy={isFetching}>
      <Combobox
        unstyled
        store={list}
        withinPortal={false}
        offset={4}
        onOptionSubmit={(ref) => {
          list.closeDropdown()
          setTyped('')
          void navigate({ to: '/records/$ref', params: { ref } })
        }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            list.closeDropdown()
            if (asked !== '') void navigate({ to: '/search', search: { q: asked } })
          }}
        >
          <Combobox.Target withExpandedAttribute>
            <input
              type="search"
              role="combobox"
              aria-controls={list.listId ?? ''}
              aria-expanded={list.dropdownOpened}
              className="read-off"
              aria-label={words.search.label}
              placeholder={words.search.hint}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value)
                list.resetSelectedOption()
                list.openDropdown()
              }}
              onBlur={() => list.closeDropdown()}
            />
          </Combobox.Target>
          <button type="submit" className="button">
            {words.search.go}
          </button>
        </form>
        <Combobox.Dropdown className="suggestions card" hidden={hits.length === 0}>
          <Combobox.Options aria-label={words.search.label}>
            {hits.map(({ kind, ref, why }) => (
              <Combobox.Option key={`${kind} ${ref}`} value={ref}>
                <span className="label">{words.record.kinds[kind] ?? kind}</span> <ReadOff>{ref}</ReadOff>{' '}
                <span className="quiet">{say(why)}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  )
}
