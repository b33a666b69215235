/** In which months a signature was seen among what was read to its level: a row a year. */
import { useQuery } from '@tanstack/react-query'
import { calendarQuery } from '../../call/queries.ts'
import { CarriedCell, CarriedLegend } from '../../parts/carried-cell.tsx'
import { MonthsTable } from '../../parts/months-table.tsx'
import { carriedIn, ofYear, writtenYear, yearsIn } from '../../parts/months.ts'
import { Loading, Wrong } from '../../parts/states.tsx'
import { useWords } from '../../words/language.tsx'

export function SignatureMonths({ signature }: { readonly signature: string }) {
  const { words, language } = useWords()
  const { data, error, refetch } = useQuery(calendarQuery(language, { signature }))
  return (
    <>
      <h2 className="after">{words.signature.months}</h2>
      {data === undefined ? (
        error === null ? (
          <Loading cards={1} />
        ) : (
          <Wrong error={error} onAgain={() => void refetch()} />
        )
      ) : (
        <>
          <CarriedLegend />
          <MonthsTable
            label={words.signature.months}
            corner={words.months.years}
            rows={yearsIn(data).map((year) => ({
              key: writtenYear(year),
              head: year ?? words.months.noYear,
              year,
              months: ofYear(data, year),
            }))}
            renderCell={(months) => <CarriedCell {...carriedIn(months)} />}
          />
        </>
      )}
    </>
  )
}
