/** When the signatures that most incidents carry were seen among what was read. What is asked for stands in the address. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { classes } from '#core/record/kinds.ts'
import { calendarQuery, type CalendarAsked } from '../../call/queries.ts'
import { CarriedCell, CarriedLegend } from '../../parts/carried-cell.tsx'
import { CoverageViews } from '../../parts/coverage-views.tsx'
import { Filters } from '../../parts/filters.tsx'
import { MonthsTable } from '../../parts/months-table.tsx'
import { carriedIn, ofYear, yearAsked, yearsIn } from '../../parts/months.ts'
import { NoneSuch } from '../../parts/none-such.tsx'
import { SignatureLink } from '../../parts/signature-link.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { Years } from '../../parts/years.tsx'
import { wordSaid } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'

interface Shown {
  readonly asked: CalendarAsked
  readonly year: string | undefined
}

export function CalendarPage({ asked, year }: Shown) {
  const { words, say } = useWords()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={words.calendar.title} lead={words.calendar.lead}>
        {words.calendar.title}
      </PageHead>
      <CoverageViews area={asked.area} />
      <Filters
        filters={[
          { name: 'class', label: words.stock.class, choices: classes.map((one) => [one, say(wordSaid(one))]) },
          { name: 'area', label: words.coverage.area },
        ]}
        asked={{ ...asked }}
        onAsk={(now) => void navigate({ to: '/calendar', search: { ...now, ...(year !== undefined && { year }) } })}
      />
      <Calendar asked={asked} year={year} />
    </>
  )
}

function Calendar({ asked, year }: Shown) {
  const { words, language } = useWords()
  const { data, error, refetch } = useQuery(calendarQuery(language, asked))
  if (data === undefined) return error === null ? <Loading /> : <Wrong error={error} onAgain={() => void refetch()} />
  if (data.length === 0)
    return <NoneSuch asked={asked} all="/calendar" noneSuch={words.calendar.noneSuch} none={words.calendar.none} />
  const years = yearsIn(data)
  const shown = yearAsked(years, year)
  // All of them, in whatever year they were seen: that they were not is what one looks for.
  const rows = [...Map.groupBy(data, ({ signature }) => signature)].map(([signature, months]) => ({
    key: signature,
    head: <SignatureLink to={signature} />,
    year: shown,
    months: ofYear(months, shown),
  }))
  return (
    <>
      <Years to="/calendar" asked={{ ...asked }} years={years} shown={shown} />
      <CarriedLegend />
      <MonthsTable
        label={words.calendar.title}
        corner={words.whatsNew.signature}
        rows={rows}
        renderCell={(months) => <CarriedCell {...carriedIn(months)} />}
      />
      <p className="quiet">{words.calendar.only(rows.length)}</p>
    </>
  )
}
