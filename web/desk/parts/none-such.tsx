/** An empty list: nothing was ever recorded, or nothing is as asked for. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'
import { Empty } from './states.tsx'

interface Props {
  readonly asked: object
  /** The list without anything asked for. */
  readonly all: '/incidents' | '/stock' | '/coverage' | '/calendar' | '/library' | '/studies'
  readonly noneSuch: string
  readonly none: string
  /** What such a record is, and how one comes to be. */
  readonly says?: string
}

export function NoneSuch({ asked, all, noneSuch, none, says }: Props) {
  const { words } = useWords()
  const isAsked = Object.values(asked).some((value) => value !== undefined)
  return isAsked ? (
    <Empty title={noneSuch}>
      <p>
        <Link to={all} className="button">
          {words.list.showAll}
        </Link>
      </p>
    </Empty>
  ) : (
    <Empty title={none}>
      {says !== undefined && <p>{says}</p>}
      <p>
        <Link to="/import" className="button button-main">
          {words.importing.title}
        </Link>
      </p>
    </Empty>
  )
}
