/** What marks and lots can mean, in words, each with what it rests on: for a person to choose from. */
import { text, type Text } from '../lib/text.ts'
import type { Headstamp } from '../marking/headstamp.ts'
import type { Class } from '../record/kinds.ts'
import type { MarkReading } from './headstamp-readings.ts'
import type { Grounds, ProducerRow } from './library-data.ts'
import type { LotReading } from './lot-readings.ts'
import type { Library } from './make-library.ts'

export interface Meaning {
  /** The text that is read so: a mark, a part of one, or a lot. */
  readonly of: string
  readonly says: Text
  readonly rests_on: Grounds
}

interface Read {
  readonly class: Class
  readonly headstamp: Pick<Headstamp, 'elements' | 'others'>
  readonly lot?: string | undefined
}

/** Every reading that the library knows. Only a cartridge's marks are read as a headstamp. */
export function meaningsOf(library: Library, { class: cls, headstamp, lot }: Read): readonly Meaning[] {
  const marks = cls === 'ammunition' ? library.readingsOfHeadstamp(headstamp) : []
  const lots = lot === undefined ? [] : library.readingsOfLot(lot, cls)
  return [
    ...marks.map((reading) => ({ of: reading.part, says: sayMark(reading), rests_on: reading.rests_on })),
    ...lots.map((reading) => ({ of: lot ?? '', says: sayLot(reading), rests_on: reading.rests_on })),
  ]
}

function sayMark(reading: MarkReading): Text {
  const doubts = [
    ...(reading.complete ? [] : [text('not all of it was read', "tout n'a pas été lu")]),
    ...(reading.usual_place === false ? [text('not its usual place', 'pas sa place habituelle')] : []),
  ]
  return [meaning(reading), ...doubts].reduce((all, one) => text(`${all.en}, ${one.en}`, `${all.fr}, ${one.fr}`))
}

function meaning(reading: MarkReading): Text {
  switch (reading.reads) {
    case 'producer':
      return reading.producer === null
        ? text(`made in ${reading.country}`, `fabriqué en ${reading.country}`)
        : ofProducers([reading.producer])
    case 'year':
      return ofYears(reading.years)
    case 'calibre':
      return text(`calibre ${orOf(reading.calibres).en}`, `calibre ${orOf(reading.calibres).fr}`)
    case 'lot':
      return text(`lot ${reading.lot}`, `lot ${reading.lot}`)
    case 'sign':
      return reading.sign
  }
}

function sayLot({ years, producers }: LotReading): Text {
  const known = producers.flatMap(({ producer }) => producer ?? [])
  const parts = [...(known.length > 0 ? [ofProducers(known)] : []), ...(years.length > 0 ? [ofYears(years)] : [])]
  const [first = text('a lot of this form', 'un lot de cette forme'), ...others] = parts
  return others.reduce((all, one) => text(`${all.en}, ${one.en}`, `${all.fr}, ${one.fr}`), first)
}

function ofProducers(producers: readonly ProducerRow[]): Text {
  const named = orOf(
    producers.map(({ name, countries }) => `${name} (${countries.map(({ code }) => code).join(', ')})`),
  )
  return text(`producer ${named.en}`, `fabricant ${named.fr}`)
}

function ofYears(years: readonly number[]): Text {
  const named = orOf(years.map(String))
  return text(`year ${named.en}`, `année ${named.fr}`)
}

const orOf = (names: readonly string[]): Text => text(names.join(' or '), names.join(' ou '))
