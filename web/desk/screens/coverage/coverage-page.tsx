/** What is known to have happened, was reached and was read, by area and month. What is asked for stands in the address. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { mostCoverageRows, type CoverageAnswer } from '#api/coverage-routes.ts'
import { sum } from '#core/coverage/coverage.ts'
import { coverageQuery, type CoverageAsked } from '../../call/queries.ts'
import { CoverageViews } from '../../parts/coverage-views.tsx'
import { Filters } from '../../parts/filters.tsx'
import { MonthsTable } from '../../parts/months-table.tsx'
import { ofYear, writtenYear, yearAsked, yearsIn, type Year } from '../../parts/months.ts'
import { NoneSuch } from '../../parts/none-such.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { Years } from '../../parts/years.tsx'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { CoverageCell, type Level } from './coverage-cell.tsx'
import { byArea } from './by-area.ts'
import { Figures } from './figures.tsx'

interface Shown {
  readonly asked: CoverageAsked
  readonly level: Level
  readonly year: string | undefined
}

/** What was asked for as the address has it; the coarsest level is not named. */
const addressOf = ({ asked, level }: Pick<Shown, 'asked' | 'level'>) => ({
  ...asked,
  ...(level !== 'class' && { level }),
})

export function CoveragePage({ asked, level, year }: Shown) {
  const { words } = useWords()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={words.coverage.title} lead={words.coverage.lead}>
        {words.coverage.title}
      </PageHead>
      <CoverageViews area={asked.area} />
      <Filters
        filters={[
          { name: 'area', label: words.coverage.area },
          { name: 'since', label: words.coverage.since, type: 'date' },
          {
            name: 'level',
            label: words.coverage.level,
            choices: (['type', 'marks'] as const).map((one) => [one, words.coverage.levels[one]]),
            all: words.coverage.levels.class,
          },
        ]}
        asked={addressOf({ asked, level })}
        onAsk={(now) => void navigate({ to: '/coverage', search: { ...now, ...(year !== undefined && { year }) } })}
      />
      <Coverage asked={asked} level={level} year={year} />
    </>
  )
}

function Coverage({ asked, level, year }: Shown) {
  const { words, language } = useWords()
  const { data, error, refetch } = useQuery(coverageQuery(language, asked))
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  if (data.length === 0)
    return (
      <NoneSuch asked={asked} all="/coverage" noneSuch={words.incidents.noneSuch} none={words.whatsNew.empty.title} />
    )
  const years = yearsIn(data)
  const shown = yearAsked(years, year)
  const rows = ofYear(data, shown)
  return (
    <>
      <Total rows={data} />
      <Years to="/coverage" asked={addressOf({ asked, level })} years={years} shown={shown} />
      <Legend level={level} />
      <ByMonth rows={rows} asked={asked} year={shown} level={level} />
      <Figures rows={rows} />
    </>
  )
}

function Total({ rows }: { readonly rows: readonly CoverageAnswer[] }) {
  const { words } = useWords()
  const total = sum(rows)
  const notSure = sum(rows.filter(({ month }) => month === null || month.length === 4)).known
  return (
    <section className="section card" aria-label={words.coverage.all}>
      <p className="says-large">{words.coverage.total(total)}</p>
      <p>{words.coverage.read(total)}</p>
      {notSure > 0 && <p className="quiet">{words.coverage.monthNotSure(notSure)}</p>}
      {rows.length === mostCoverageRows && <p className="quiet">{words.coverage.onlyLatest}</p>}
    </section>
  )
}

function Legend({ level }: Pick<Shown, 'level'>) {
  const { words } = useWords()
  const counts = { ...sum([]), known: 12, reached: 9, read_class: 4, read_type: 4, read_marks: 4 }
  return (
    <ul className="legend">
      <li>
        <CoverageCell counts={counts} level={level} /> {words.coverage.legend(words.coverage.levels[level])}
      </li>
    </ul>
  )
}

interface ByMonthProps extends Pick<Shown, 'asked' | 'level'> {
  readonly rows: readonly CoverageAnswer[]
  readonly year: Year
}

function ByMonth({ rows, asked, year, level }: ByMonthProps) {
  const { words } = useWords()
  const areas = byArea(rows).map(([area, months]) => ({
    key: area ?? '',
    head:
      area === null ? (
        words.coverage.areaNotKnown
      ) : (
        <Link to="/coverage" search={{ ...addressOf({ asked, level }), area, year: writtenYear(year) }}>
          {area}
        </Link>
      ),
    year,
    months,
  }))
  return (
    <MonthsTable
      label={words.coverage.title}
      corner={words.coverage.columns[0]}
      rows={areas}
      renderCell={(months) => <CoverageCell counts={sum(months)} level={level} />}
      total={{ key: 'total', head: words.coverage.all, year, months: rows }}
    />
  )
}
