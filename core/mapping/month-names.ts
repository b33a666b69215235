/** Months as English and French lists write them, whole or shortened: `Feb`, `févr.`, `March`. */

const months = `january janvier|february février|march mars|april avril|may mai|june juin|july juillet|august août
  |september septembre|october octobre|november novembre|december décembre`
  .split('|')
  .map((names) => names.trim().split(' ').map(plain))

/** 1 to 12; null where no month, or more than one, begins so. `jui` is none: June or July. */
export function monthOf(written: string): number | null {
  const name = plain(written.replace(/\.$/, ''))
  if (name.length < 3) return null
  const found = months.flatMap((names, i) => (names.some((one) => one.startsWith(name)) ? [i + 1] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
