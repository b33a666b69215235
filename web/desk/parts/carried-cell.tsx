/** Of those read in a month so many carried it. Nothing read is hatched: nobody looked. */
import { useWords } from '../words/language.tsx'
import { ShareBar } from './share-bar.tsx'

interface Props {
  readonly carried: number
  readonly read: number
}

export function CarriedCell({ carried, read }: Props) {
  const { words, language } = useWords()
  if (read === 0)
    return (
      <span className="month unread">
        <span className="unseen">{words.calendar.nothingRead}</span>
      </span>
    )
  return (
    <span className={carried === 0 ? 'month not-seen' : 'month seen'}>
      <span className="month-count">{carried.toLocaleString(language)}</span>
      <span className="month-of">{words.calendar.ofRead(read)}</span>
      <ShareBar whole={read} parts={[carried]} />
    </span>
  )
}

/** What the cells mean, each shown as it looks. */
export function CarriedLegend() {
  const { words } = useWords()
  return (
    <ul className="legend">
      <li>
        <CarriedCell carried={3} read={12} /> {words.calendar.legend.seen}
      </li>
      <li>
        <CarriedCell carried={0} read={12} /> {words.calendar.legend.notSeen}
      </li>
      <li>
        <CarriedCell carried={0} read={0} /> {words.calendar.legend.unread}
      </li>
    </ul>
  )
}
