/**
 * What marks, lots and colours can mean, in words, each with what it rests on and what speaks against it: for a person
 * to choose from.
 */
import { text, type Text } from '../lib/text.ts'
import type { Headstamp } from '../marking/headstamp.ts'
import type { Class } from '../record/kinds.ts'
import { againstYears, outsideValidity, type Years } from './against.ts'
import type { MarkReading } from './headstamp-readings.ts'
import { groundsOf, type ColourCodeRow, type Grounds, type ProducerRow } from './library-data.ts'
import type { LotReading } from './lot-readings.ts'
import type { Library } from './make-library.ts'

export interface Meaning {
  /** The text that is read so: a mark, a part of one, a lot, or colours. */
  readonly of: string
  /** Where a mark stands; null for what is no mark. */
  readonly position: string | null
  readonly says: Text
  /** Each a sentence. None: nothing that was given speaks against it. */
  readonly against: readonly Text[]
  readonly rests_on: readonly Grounds[]
}

export interface Read {
  readonly class: Class
  readonly headstamp: Pick<Headstamp, 'elements' | 'others'>
  readonly lot?: string | undefined
  readonly colours?: { readonly part: ColourCodeRow['part']; readonly text: string } | undefined
  /** As somebody holds it to be. */
  readonly calibre?: string | undefined
  /** The year in which it was there at the latest. */
  readonly by?: number | undefined
}

/** Every reading that the library knows. Only a cartridge's marks are read as a headstamp. */
export function meaningsOf(library: Library, read: Read): readonly Meaning[] {
  const { class: cls, headstamp, lot, colours } = read
  const marks = cls === 'ammunition' ? library.readingsOfHeadstamp(headstamp) : []
  const lots = lot === undefined ? [] : library.readingsOfLot(lot, cls)
  const hints = colours === undefined ? [] : library.colourHints(colours.part, colours.text)
  const years = yearsIn(marks, lots)
  return [
    ...marks.map((reading) => ofMark(library, read, reading, years)),
    ...lots.map((reading) => ofLot(read, reading, years)),
    ...hints.map(({ convention, means, calibres, rests_on: ground }) => ({
      of: colours?.text ?? '',
      position: null,
      says: text(`${means.en} (${convention})`, `${means.fr} (${convention})`),
      against: otherCalibre(library, read.calibre, calibres),
      rests_on: [ground],
    })),
  ]
}

/** The years that marks and lots can mean, by the mark or lot that is read so. */
const yearsIn = (marks: readonly MarkReading[], lots: readonly LotReading[]): readonly Years[] => [
  ...marks.flatMap((reading) => (reading.reads === 'year' ? [{ of: placeOf(reading), years: reading.years }] : [])),
  ...lots.flatMap(({ years }) => (years.length > 0 ? [{ of: 'lot', years }] : [])),
]

const placeOf = ({ position, part }: MarkReading) => `${position} ${part}`

function ofMark(library: Library, { calibre, by }: Read, reading: MarkReading, years: readonly Years[]): Meaning {
  const { position, part, complete, usual_place: usual, rests_on: ground } = reading
  const producer = reading.reads === 'producer' ? reading.producer : null
  return {
    of: part,
    position,
    says: meaning(reading),
    against: [
      ...(complete ? [] : [text('Not all of it was read.', "Tout n'a pas été lu.")]),
      ...(usual === false ? [notUsual(reading)] : []),
      ...(reading.reads === 'year' ? againstYears(reading.years, by) : []),
      ...(reading.reads === 'calibre' ? otherCalibre(library, calibre, reading.calibres) : []),
      ...outsideValidity(
        ground,
        producer,
        years.filter(({ of }) => of !== placeOf(reading)),
      ),
    ],
    rests_on: [ground, ...(producer === null ? [] : [groundsOf('producers', producer)])],
  }
}

const notUsual = ({ position }: MarkReading): Text =>
  text(
    `It is not usual at ${position} o’clock; the case may have been turned.`,
    `Sa place n'est pas habituelle à ${position} h ; l'étui a pu être tourné.`,
  )

function ofLot({ lot, by }: Read, reading: LotReading, years: readonly Years[]): Meaning {
  const { producers, rests_on: ground } = reading
  const elsewhere = years.filter(({ of }) => of !== 'lot')
  return {
    of: lot ?? '',
    position: null,
    says: sayLot(reading),
    against: [
      ...againstYears(reading.years, by),
      ...(elsewhere.length > 0 && reading.years.length > 0 && !elsewhere.some((one) => meet(one.years, reading.years))
        ? [text('The marks show another year.', 'Les marques indiquent une autre année.')]
        : []),
    ],
    rests_on: [
      ground,
      ...producers.flatMap(({ rests_on: code, producer }) => [
        code,
        ...(producer === null ? [] : [groundsOf('producers', producer)]),
      ]),
    ],
  }
}

const meet = (a: readonly number[], b: readonly number[]) => a.some((year) => b.includes(year))

function otherCalibre(
  library: Library,
  given: string | undefined,
  read: readonly string[] | undefined,
): readonly Text[] {
  if (given === undefined || read === undefined) return []
  const meant = library.calibres(given)
  const names = meant.length > 0 ? meant : [given]
  if (names.some((name) => read.includes(name))) return []
  const [said, instead] = [orOf(read), orOf(names)]
  return [
    text(
      `It speaks of ${said.en}; the calibre given is ${instead.en}.`,
      `Il s'agit de ${said.fr} ; le calibre donné est ${instead.fr}.`,
    ),
  ]
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
    producers.map(({ name, countries }) =>
      countries.length === 0 ? name : `${name} (${countries.map(({ code }) => code).join(', ')})`,
    ),
  )
  return text(`producer ${named.en}`, `fabricant ${named.fr}`)
}

function ofYears(years: readonly number[]): Text {
  const named = orOf(years.map(String))
  return text(`year ${named.en}`, `année ${named.fr}`)
}

const orOf = (names: readonly string[]): Text => text(names.join(' or '), names.join(' ou '))
