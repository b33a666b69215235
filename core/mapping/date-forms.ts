/** In which form a column writes its days: told by all its cells together, for one alone seldom says. */

import { monthOf } from './month-names.ts'

/** Where databases write midnight behind a day. */
const midnights = ['', ' 00:00:00', ' 00:00', 'T00:00:00', 'T00:00', ' 00:00:00.000'] as const
const signs = ['/', '.', '-', ' '] as const

const iso = /^(1[89]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const parts = {
  D: '(0?[1-9]|[12]\\d|3[01])',
  MMM: '(?<named>[A-Za-zÀ-ÿ]{3,}\\.?)',
  M: '(0?[1-9]|1[0-2])',
  YYYY: '(1[89]|20)\\d\\d',
  YY: '\\d\\d',
} as const

/** A month by its name leaves no doubt of which is the day. */
const byName = signs.flatMap((sign) => ['YYYY', 'YY'].map((year) => `D${sign}MMM${sign}${year}`))

interface Family {
  readonly dayFirst: string
  readonly monthFirst: string
}

/** Day and month before the year, parted alike: the same but for which comes first. */
const families: readonly Family[] = signs.flatMap((sign) =>
  (['YYYY', 'YY'] as const).flatMap((year) =>
    midnights.map((midnight) => ({
      dayFirst: `D${sign}M${sign}${year}${midnight}`,
      monthFirst: `M${sign}D${sign}${year}${midnight}`,
    })),
  ),
)
const yearFirst = ['YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D'].flatMap((form) => midnights.map((end) => `${form}${end}`))

const pattern = (form: string): RegExp =>
  new RegExp(
    `^${form.replace(/YYYY|YY|MMM|M|D|[^A-Za-z0-9]/g, (token) => (token in parts ? parts[token as keyof typeof parts] : `\\${token}`))}$`,
  )
const patterns = new Map(
  [...yearFirst, ...byName, ...families.flatMap(({ dayFirst, monthFirst }) => [dayFirst, monthFirst])].map((form) => [
    form,
    pattern(form),
  ]),
)

function isIn(form: string, value: string): boolean {
  const found = patterns.get(form)?.exec(value)
  if (!found) return false
  const named = found.groups?.['named']
  return named === undefined || monthOf(named) !== null
}

/** So many of the cells must be days in one form: a column of dates has typing errors, but few. */
const nearlyAll = 0.95

/**
 * The forms to try in order; none where the cells are ISO dates already; null where they are no dates of one form. Where
 * no cell tells day from month both are given, the day first: each such date is then kept with its doubt.
 */
export function dateForms(values: readonly string[]): readonly string[] | null {
  const others = values.filter((value) => !iso.test(value))
  if (values.length === 0) return null
  if (others.length <= values.length * (1 - nearlyAll)) return []
  const plain = others.length < values.length ? ['YYYY-MM-DD', 'YYYY-MM', 'YYYY'] : []
  const share = (form: string) => others.filter((value) => isIn(form, value)).length / others.length
  const year = [...yearFirst, ...byName].find((form) => share(form) >= nearlyAll)
  if (year !== undefined) return [year, ...plain]
  for (const { dayFirst, monthFirst } of families) {
    const [day, month] = [share(dayFirst), share(monthFirst)]
    if (Math.max(day, month) < nearlyAll) continue
    if (day === month) return [dayFirst, monthFirst, ...plain]
    return [day > month ? dayFirst : monthFirst, ...plain]
  }
  return null
}
