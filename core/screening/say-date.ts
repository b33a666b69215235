/** Days and intervals in words: 7 Aug 2015, Aug 2015, 2015; 7 août 2015, août 2015, 2015. */
import { text, type Text } from '../lib/text.ts'
import { daysOf, type Day, type Interval, type PartialDate } from '../record/day.ts'

const months: readonly Text[] = [
  text('Jan', 'janvier'),
  text('Feb', 'février'),
  text('Mar', 'mars'),
  text('Apr', 'avril'),
  text('May', 'mai'),
  text('Jun', 'juin'),
  text('Jul', 'juillet'),
  text('Aug', 'août'),
  text('Sep', 'septembre'),
  text('Oct', 'octobre'),
  text('Nov', 'novembre'),
  text('Dec', 'décembre'),
]

const yearOf = (day: Day) => String(Number(day.slice(0, 4)))

function sayMonth(day: Day): Text {
  const month = months[Number(day.slice(5, 7)) - 1] ?? text('', '')
  return text(`${month.en} ${yearOf(day)}`, `${month.fr} ${yearOf(day)}`)
}

function sayDay(day: Day): Text {
  const month = sayMonth(day)
  const number = Number(day.slice(8, 10))
  return text(`${number} ${month.en}`, `${number === 1 ? '1er' : number} ${month.fr}`)
}

type Width = 'day' | 'month' | 'year' | 'other'

/** Which unit of the calendar an interval is: one day, a whole month, a whole year, or none of them. */
function widthOf({ first, last }: Interval): Width {
  if (first === last) return 'day'
  for (const [width, length] of [
    ['year', 4],
    ['month', 7],
  ] as const) {
    const unit = daysOf(first.slice(0, length) as PartialDate)
    if (unit.first === first && unit.last === last) return width
  }
  return 'other'
}

/** The date alone, to stand after a preposition or in brackets. */
export function sayDays(days: Interval): Text {
  switch (widthOf(days)) {
    case 'day':
      return sayDay(days.first)
    case 'month':
      return sayMonth(days.first)
    case 'year':
      return text(yearOf(days.first), yearOf(days.first))
    case 'other': {
      const [from, to] = endsOf(days)
      return text(`${from.en} to ${to.en}`, `${from.fr} à ${to.fr}`)
    }
  }
}

/** When: on 7 Aug 2015, in Aug 2015, between 2010 and 2012. */
export function onDays(days: Interval): Text {
  const said = sayDays(days)
  switch (widthOf(days)) {
    case 'day':
      return text(`on ${said.en}`, `le ${said.fr}`)
    case 'month':
    case 'year':
      return text(`in ${said.en}`, `en ${said.fr}`)
    case 'other': {
      const [from, to] = endsOf(days)
      const article = isYears(days) ? '' : 'le '
      return text(`between ${from.en} and ${to.en}`, `entre ${article}${from.fr} et ${article}${to.fr}`)
    }
  }
}

/** After *from* and *depuis*: 7 Aug 2015, le 7 août 2015; 2015, 2015. */
export function sinceDays(days: Interval): Text {
  const said = sayDays({ first: days.first, last: widthOf(days) === 'other' ? days.first : days.last })
  const article = widthOf(days) === 'month' || widthOf(days) === 'year' ? '' : 'le '
  return text(said.en, `${article}${said.fr}`)
}

/** From one day to another, as a period of cover is named. */
export function fromTo(first: Day, last: Day): Text {
  const [from, to] = [sayDay(first), sayDay(last)]
  if (first === last) return text(`on ${from.en}`, `le ${from.fr}`)
  return text(`from ${from.en} to ${to.en}`, `du ${from.fr} au ${to.fr}`)
}

const isYears = ({ first, last }: Interval) => first.endsWith('-01-01') && last.endsWith('-12-31')

function endsOf(days: Interval): readonly [Text, Text] {
  if (!isYears(days)) return [sayDay(days.first), sayDay(days.last)]
  const [from, to] = [yearOf(days.first), yearOf(days.last)]
  return [text(from, from), text(to, to)]
}
