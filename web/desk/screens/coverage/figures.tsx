/** All that is counted of each area in the year shown: why what was not reached was not, and how finely the rest was read. */
import type { CoverageAnswer } from '#api/coverage-routes.ts'
import { sum, type Counts } from '#core/coverage/coverage.ts'
import { RecordsTable } from '../../parts/records-table.tsx'
import { useWords } from '../../words/language.tsx'
import { byArea } from './by-area.ts'

const counted = [
  'known',
  'reached',
  'not_reached',
  'refused',
  'already_swept',
  'done_by_authority',
  'access_not_known',
  'read_class',
  'read_type',
  'read_marks',
] as const satisfies readonly (keyof Counts)[]

export function Figures({ rows }: { readonly rows: readonly CoverageAnswer[] }) {
  const { words } = useWords()
  return (
    <>
      <h2 className="after">{words.coverage.figures}</h2>
      <RecordsTable label={words.coverage.figures} columns={words.coverage.columns} numbersFrom={1}>
        {byArea(rows).map(([area, months]) => (
          <Line key={area} head={area ?? words.coverage.areaNotKnown} rows={months} />
        ))}
        <Line head={words.coverage.all} rows={rows} isTotal />
      </RecordsTable>
    </>
  )
}

interface LineProps {
  readonly head: string
  readonly rows: readonly CoverageAnswer[]
  readonly isTotal?: boolean
}

function Line({ head, rows, isTotal = false }: LineProps) {
  const { language } = useWords()
  const counts = sum(rows)
  return (
    <tr className={isTotal ? 'total' : undefined}>
      <th scope="row">{head}</th>
      {counted.map((name) => (
        <td key={name} className="number">
          {counts[name].toLocaleString(language)}
        </td>
      ))}
    </tr>
  )
}
