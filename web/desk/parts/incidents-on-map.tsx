/** Incidents on a map, with a list of those in view: what the map shows can be read, and reached by keyboard. */
import { useComputedColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { OutlineAnswer, PointAnswer } from '#api/routes.ts'
import { outlinesQuery } from '../call/queries.ts'
import { sayDate } from '../words/dates.ts'
import { wordSaid } from '../words/fields.ts'
import { useWords } from '../words/language.tsx'
import { RecordLink } from './record-link.tsx'
import { Loading, Wrong } from './states.tsx'

const PointMap = lazy(async () => ({ default: (await import('../map/point-map.tsx')).PointMap }))

interface Props {
  readonly points: readonly PointAnswer[]
  /** What the map cannot show. */
  readonly notes: readonly string[]
}

export function IncidentsOnMap({ points, notes }: Props) {
  const { language } = useWords()
  const { data: outlines, error, refetch } = useQuery(outlinesQuery(language))
  if (outlines === undefined)
    return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  return <Drawn points={points} notes={notes} outlines={outlines} />
}

const mostListed = 30

function Drawn({ points, notes, outlines }: Props & { readonly outlines: readonly OutlineAnswer[] }) {
  const { words } = useWords()
  const scheme = useComputedColorScheme('light')
  const [seen, setSeen] = useState<readonly number[]>([])
  const [picked, setPicked] = useState<readonly number[]>([])
  const marks = useMemo(
    () => points.map(({ ref, at, precision }) => ({ ref, at, isVague: vague.has(precision) })),
    [points],
  )
  const areas = useMemo(
    () => outlines.map(({ name, kind, polygons }) => ({ name, isCountry: kind === 'country', polygons })),
    [outlines],
  )
  const shown = picked.length > 0 ? picked : seen
  const { map } = words.incidents
  return (
    <div className="mapped">
      <figure>
        <Suspense fallback={<div className="map" aria-busy="true" />}>
          <PointMap
            key={scheme}
            points={marks}
            outlines={areas}
            words={map.controls}
            failed={<p className="map card">{map.cannotDraw}</p>}
            onView={(now) => {
              setSeen(now)
              setPicked([])
            }}
            onPick={setPicked}
          />
        </Suspense>
        <figcaption className="quiet">
          {[...notes, ...(marks.some(({ isVague }) => isVague) ? [map.rings] : []), map.source].join(' ')}
        </figcaption>
      </figure>
      <section aria-labelledby="in-view" aria-live="polite">
        <h2 id="in-view">{picked.length > 0 ? map.here(picked.length) : map.inView(seen.length)}</h2>
        <ul className="places">
          {shown.slice(0, mostListed).map((index) => {
            const point = points[index]
            return point && <Place key={point.ref} point={point} />
          })}
        </ul>
        {shown.length > mostListed && <p className="quiet">{map.closer(mostListed)}</p>}
      </section>
    </div>
  )
}

/** What is known is a region or a country. */
const vague: ReadonlySet<string | null> = new Set(['admin', 'country'])

function Place({ point }: { readonly point: PointAnswer }) {
  const { words, say } = useWords()
  const told = [
    point.date === null ? words.incidents.undated : say(sayDate(point.date)),
    say(wordSaid(point.kind)),
    point.place,
  ]
  return (
    <li>
      <RecordLink to={point.ref} />
      <span className="quiet">{told.filter((part) => part !== null).join(', ')}</span>
    </li>
  )
}
