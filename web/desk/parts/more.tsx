/** Under a list: the way to what comes after it, or that this is all. */
import { useWords } from '../words/language.tsx'

interface Props {
  readonly pages: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
  readonly end: string
}

export function More({ pages: { hasNextPage, isFetchingNextPage, fetchNextPage }, end }: Props) {
  const { words } = useWords()
  if (!hasNextPage) return <p className="quiet">{end}</p>
  return (
    <p>
      <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {isFetchingNextPage ? words.list.loadingMore : words.list.more}
      </button>
    </p>
  )
}
