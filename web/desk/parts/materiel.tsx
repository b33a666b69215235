/** Materiel as a list names it: the type in words, then what was read off it. */
import { wordSaid } from '../words/fields.ts'
import { useWords } from '../words/language.tsx'
import { ReadOff } from './read-off.tsx'

interface Named {
  readonly class: string
  readonly pattern: string | null
  readonly model: string | null
  readonly producer: string | null
  readonly calibre: string | null
  readonly year: number | null
  readonly year_to?: number | null
  readonly lot: string | null
  readonly serial?: string | null
  readonly serial_to?: string | null
}

export function Materiel({ of }: { readonly of: Named }) {
  const { words, say } = useWords()
  const {
    pattern,
    model,
    producer,
    calibre,
    year,
    year_to: yearTo = null,
    lot,
    serial = null,
    serial_to: to = null,
  } = of
  const years = year === null ? null : yearTo === null || yearTo === year ? String(year) : `${year}–${yearTo}`
  const read = [
    [words.record.lot, lot],
    [words.record.serial, serial === null || to === null ? serial : `${serial} – ${to}`],
  ] as const
  return (
    <>
      {listed([say(wordSaid(of.class)), model ?? pattern, calibre, producer, years])}
      {read.map(
        ([name, written]) =>
          written !== null && (
            <span key={name}>
              {' '}
              {name} <ReadOff>{written}</ReadOff>
            </span>
          ),
      )}
    </>
  )
}

/** What is known of several things, parted by commas. */
export const listed = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ')
