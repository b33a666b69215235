/** Was it found within the mission's threshold of its production or export? */
import { text, type Text } from '../../lib/text.ts'
import { dayNumber, daysOf, monthsLater, type Interval } from '../../record/day.ts'
import type { MonthsByClass } from '../../record/settings.ts'
import type { ItemInput } from '../item-input.ts'
import type { Judgement, Rule, Telling } from '../rule.ts'
import { onDays } from '../say-date.ts'
import { closing, madeIn } from '../transfer-window.ts'

export type ShortLagInput = Pick<ItemInput, 'item' | 'incident'> & {
  readonly settings: { readonly short_lag: MonthsByClass }
}

export interface ShortLagFacts {
  readonly why: 'short' | 'long' | 'open' | 'no-start' | 'no-find-date' | 'dates-contradict'
  readonly item: string
  readonly by?: 'made' | 'exported'
  readonly start?: Interval
  readonly found?: Interval
  /** The least and the greatest number of days between the two. */
  readonly days?: readonly [least: number, most: number]
  /** The threshold, in months. */
  readonly months: number
}

export const shortLag: Rule<ShortLagInput, ShortLagFacts, never> = {
  name: 'short-lag',
  version: 1,
  subject: 'item',
  settings: ['short_lag'],
  judge,
  tell,
}

function judge({ item, incident, settings: { short_lag: lags } }: ShortLagInput): Judgement<ShortLagFacts, never> {
  const months = lags[item.class] ?? lags.other
  const by = item.exported_on === undefined ? 'made' : 'exported'
  const start = item.exported_on === undefined ? madeIn(item) : daysOf(item.exported_on)
  const found = incident === null ? null : (closing(incident)?.days ?? null)
  const why = ((): ShortLagFacts['why'] => {
    if (start === null) return 'no-start'
    if (found === null) return 'no-find-date'
    if (found.last < start.first) return 'dates-contradict'
    if (found.last <= monthsLater(start.first, months)) return 'short'
    return found.first > monthsLater(start.last, months) ? 'long' : 'open'
  })()
  const apart = start === null || found === null || why === 'dates-contradict' ? null : daysBetween(start, found)
  const facts: ShortLagFacts = {
    why,
    item: item.ref,
    ...(start !== null && { by, start }),
    ...(found !== null && { found }),
    ...(apart !== null && { days: apart }),
    months,
  }
  const answer = why === 'short' ? 'yes' : why === 'long' ? 'no' : 'cannot-tell'
  // What defenders were issued is new as a matter of course, and what lay there before is nobody's find.
  const isTheirs = item.used_by !== 'defender' && item.used_by !== 'responder' && item.used_by !== 'earlier'
  return { answer, grade: null, raised: answer === 'yes' && isTheirs, facts }
}

const daysBetween = (start: Interval, found: Interval): readonly [number, number] => [
  Math.max(0, dayNumber(found.first) - dayNumber(start.last)),
  dayNumber(found.last) - dayNumber(start.first),
]

const question = text(
  "Was it found within the mission's threshold of its production or export?",
  'A-t-il été trouvé dans le délai fixé par la mission après sa fabrication ou son exportation ?',
)

function tell({ answer, facts }: Judgement<ShortLagFacts, never>): Telling {
  const says = saysOf(facts)
  return {
    question,
    says,
    grounds: answer === 'cannot-tell' ? [] : [{ kind: 'item', ref: facts.item, says: datesWords(facts) }],
    limits: limitsOf(facts),
    n: null,
  }
}

function saysOf(facts: ShortLagFacts): Text {
  switch (facts.why) {
    case 'no-start':
      return text(
        'Cannot tell: neither the year of its making nor a day of export is known.',
        "Indéterminé : ni l'année de fabrication ni la date d'exportation ne sont connues.",
      )
    case 'no-find-date':
      return text(
        'Cannot tell: the day of the find is not known.',
        'Indéterminé : le jour de la découverte est inconnu.',
      )
    case 'dates-contradict': {
      const dates = datesWords(facts)
      return text(
        `Cannot tell: it was found first, by its dates. ${dates.en}`,
        `Indéterminé : la découverte précède, d'après ses dates. ${dates.fr}`,
      )
    }
    case 'short':
    case 'long':
    case 'open': {
      const [lag, dates, short] = [lagWords(facts), datesWords(facts), thresholdWords(facts)]
      const doubt = facts.why === 'open' ? text('Cannot tell: ', 'Indéterminé : ') : text('', '')
      return text(`${doubt.en}${lag.en} ${dates.en} ${short.en}`, `${doubt.fr}${lag.fr} ${dates.fr} ${short.fr}`)
    }
  }
}

function lagWords({ days: [least, most] = [0, 0], by, why }: ShortLagFacts): Text {
  const after =
    by === 'exported' ? text('after export', "après l'exportation") : text('after its making', 'après sa fabrication')
  const found = why === 'open' ? text('found', 'trouvé') : text('Found', 'Trouvé')
  const lag = lagBetween(least, most)
  return text(`${found.en} ${lag.en} ${after.en}.`, `${found.fr} ${lag.fr} ${after.fr}.`)
}

/** Up to three months in days, else in months: the least rounded down, the most rounded up. */
function lagBetween(least: number, most: number): Text {
  const inDays = most <= 92
  const [from, to] = inDays ? [least, most] : [Math.floor(least / 30.4375), Math.ceil(most / 30.4375)]
  const unit = inDays ? (to === 1 ? text('day', 'jour') : text('days', 'jours')) : text('months', 'mois')
  if (from === to) return text(`${to} ${unit.en}`, `${to} ${unit.fr}`)
  if (from === 0) return text(`at most ${to} ${unit.en}`, `au plus ${to} ${unit.fr}`)
  return text(`${from} to ${to} ${unit.en}`, `${from} à ${to} ${unit.fr}`)
}

function datesWords({ by, start, found }: ShortLagFacts): Text {
  if (start === undefined || found === undefined) return text('', '')
  const [began, came] = [onDays(start), onDays(found)]
  return by === 'exported'
    ? text(`Exported ${began.en}, found ${came.en}.`, `Exporté ${began.fr}, trouvé ${came.fr}.`)
    : text(`Made ${began.en}, found ${came.en}.`, `Fabriqué ${began.fr}, trouvé ${came.fr}.`)
}

const thresholdWords = ({ months }: ShortLagFacts): Text =>
  text(`Short is up to ${months} months.`, `Un délai court va jusqu'à ${months} mois.`)

function limitsOf({ by, why }: ShortLagFacts): readonly Text[] {
  if (why !== 'short' && why !== 'long') return []
  const limits = [
    text(
      'A lag is compared within its class alone; it does not say by what way the item came.',
      "Un délai ne se compare qu'au sein d'une classe ; il ne dit pas par quelle voie l'objet est venu.",
    ),
  ]
  if (by === 'made') {
    limits.push(
      text(
        'It was counted from production: the export is not documented.',
        "Le délai part de la fabrication : l'exportation n'est pas documentée.",
      ),
    )
  }
  return limits
}
