/** Dates and instants as people read them: 7 Aug 2015, Aug 2015; 7 août 2015, août 2015. */
import { dayOf, daysOf, parseDate, spanOf } from '#core/record/day.ts'
import type { Text } from '#core/lib/text.ts'
import { text } from '#core/lib/text.ts'
import { sayDays } from '#core/screening/say-date.ts'

/** A date as recorded, with the precision that it has; as it stands where it is none. */
export function sayDate(written: string): Text {
  const date = parseDate(written)
  return date === null ? text(written, written) : sayDays(daysOf(date))
}

/** From the first day of one to the last of the other. */
export function saySpan(from: string, to: string): Text {
  const [first, last] = [parseDate(from), parseDate(to)]
  const span = first === null || last === null ? null : spanOf(first, last)
  if (span !== null) {
    const { en, fr } = sayDays(span)
    return text(en, fr.replace(daysApart, 'du $1 au '))
  }
  const [a, b] = [sayDate(from), sayDate(to)]
  return text(`${a.en}, ${b.en}`, `${a.fr}, ${b.fr}`)
}

/** A French date that names its day takes an article. */
const daysApart = /^((?:1er|\d{1,2}) .+) à (?=(?:1er|\d{1,2}) )/
const namesDay = (said: string) => /^(1er|\d{1,2}) /.test(said)

/** From one date to another, of which either may not be known. */
export function sayBetween(from: string | null, to: string | null): Text {
  if (from !== null && to !== null) return saySpan(from, to)
  const said = sayDate(from ?? to ?? '')
  if (from !== null) return text(`from ${said.en}`, `depuis ${namesDay(said.fr) ? 'le ' : ''}${said.fr}`)
  if (to !== null) return text(`to ${said.en}`, `jusqu’${namesDay(said.fr) ? 'au' : 'en'} ${said.fr}`)
  return text('', '')
}

/** The day of an instant written in UTC. */
export function sayInstantDay(instant: string): Text {
  return sayDate(dayOf(instant))
}

/** Day and minute of an instant written in UTC, which is named: people of several time zones read it. */
export function sayInstant(instant: string): Text {
  const day = sayInstantDay(instant)
  const time = /T(\d{2}):(\d{2})/.exec(instant)
  if (!time) return day
  return text(`${day.en}, ${time[1]}:${time[2]} UTC`, `${day.fr}, ${time[1]} h ${time[2]} UTC`)
}

/** The months as they head a column. */
export const shortMonths: readonly Text[] = [
  text('Jan', 'janv.'),
  text('Feb', 'févr.'),
  text('Mar', 'mars'),
  text('Apr', 'avr.'),
  text('May', 'mai'),
  text('Jun', 'juin'),
  text('Jul', 'juil.'),
  text('Aug', 'août'),
  text('Sep', 'sept.'),
  text('Oct', 'oct.'),
  text('Nov', 'nov.'),
  text('Dec', 'déc.'),
]
