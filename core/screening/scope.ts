/** What an embargo covers: whether a period of its scope applies to an item, and from when to when. */
import { keyOf, sameName } from '../linking/canonical-names.ts'
import type { ActorFacts, ActorKind, IncidentFacts, ItemFacts } from '../linking/facts.ts'
import { daysOf, type PartialDate } from '../record/day.ts'
import { kinds, type Class } from '../record/kinds.ts'
import { overlap, type Period } from './period.ts'

/** One period of an embargo's scope, shipped or recorded. An empty list of classes or holders means all. */
export interface ScopePeriod {
  readonly ref: string
  readonly regime: string
  readonly instrument: string
  readonly paragraph?: string
  readonly cites?: string
  readonly direction: 'into' | 'out-of' | 'holder'
  /** Null: everywhere. */
  readonly area: ScopeArea | null
  /** References or names of actors, or kinds of actor, as the scope writes them. */
  readonly holders: readonly string[]
  readonly exempt_holders: readonly string[]
  readonly classes: readonly Class[]
  readonly from: PartialDate
  /** The last day in force; absent while it is in force. */
  readonly to?: PartialDate
  readonly confidence: 'verified' | 'probable' | 'unverified'
}

/** An area as far as codes can say it. */
export interface ScopeArea {
  /** ISO 3166-1 codes of whole countries, and the former ones (ISO 3166-3) whose land it takes in whole. */
  readonly countries: readonly string[]
  /** First-level regions of countries that it does not take in whole. */
  readonly regions: readonly { readonly country: string; readonly region: string }[]
  /** Whether a part of it cannot be said in codes: a find elsewhere is then not known to lie outside. */
  readonly beyond: boolean
}

/** How far an applying scope can carry an answer. */
export type Ceiling = 'yes' | 'possible' | 'unknown'

export type WhyOutside = 'class' | 'area' | 'origin' | 'not-left' | 'actor' | 'exempt'
export type WhyUnknown =
  | 'area-unknown'
  | 'holder-unknown'
  | 'holder-under'
  | 'origin-unknown'
  | 'origin-weak'
  | 'craft'
  | 'made-inside'

export type Coverage =
  | { readonly covers: 'yes'; readonly ceiling: Ceiling; readonly periods: readonly Period[] }
  | { readonly covers: 'unknown'; readonly why: WhyUnknown; readonly periods: readonly Period[] }
  | { readonly covers: 'no'; readonly why: WhyOutside }

/** The item with its place and user, as scopes are held against them. */
export interface Covered {
  readonly item: ItemFacts
  readonly place: Pick<IncidentFacts, 'country' | 'region'>
  readonly actor: ActorFacts | null
}

type Part =
  | { readonly is: 'in' }
  | { readonly is: 'no'; readonly why: WhyOutside }
  | { readonly is: 'unknown'; readonly why: WhyUnknown }
const inside: Part = { is: 'in' }
const elsewhere: Part = { is: 'no', why: 'area' }
const no = (why: WhyOutside): Part => ({ is: 'no', why })
const unknown = (why: WhyUnknown): Part => ({ is: 'unknown', why })

/** Place or origin first: what covers another place is told from what covers this one and spares it. */
const partsOf: readonly ((scope: ScopePeriod, covered: Covered) => Part)[] = [
  placePart,
  classPart,
  exemptPart,
  holderPart,
  makerPart,
]

/** Whether the scope applies, by place or origin, class, exemption and holder; one *no* is enough for outside. */
export function coverageOf(scope: ScopePeriod, covered: Covered): Coverage {
  let open: WhyUnknown | null = null
  for (const part of partsOf) {
    const found = part(scope, covered)
    if (found.is === 'no') return { covers: 'no', why: found.why }
    if (found.is === 'unknown') open ??= found.why
  }
  const periods = periodsOf(scope, covered.actor)
  // Listed at other times than the scope ran: the scope never was about this actor.
  if (periods.length === 0) return { covers: 'no', why: 'actor' }
  if (open !== null) return { covers: 'unknown', why: open, periods }
  return { covers: 'yes', ceiling: ceilingOf(scope, covered.item), periods }
}

function ceilingOf({ confidence, direction }: ScopePeriod, item: ItemFacts): Ceiling {
  if (confidence === 'unverified') return 'unknown'
  return direction === 'out-of' && informationOf(item) === '3' ? 'possible' : 'yes'
}

function placePart(scope: ScopePeriod, { item, place }: Covered): Part {
  const found = scope.area === null ? inside : placeIn(scope.area, place)
  if (scope.direction !== 'out-of') return found
  const from = originPart(scope.area, item, place)
  if (from.is !== 'in') return from
  // What never left the area was not taken out of it.
  return scope.area === null ? inside : found.is === 'in' ? no('not-left') : found.is === 'no' ? inside : found
}

function placeIn({ countries, regions, beyond }: ScopeArea, { country, region }: Covered['place']): Part {
  if (country === undefined) return unknown('area-unknown')
  if (countries.includes(country)) return inside
  if (regions.length === 0) return beyond ? unknown('area-unknown') : elsewhere
  const parts = regions.filter((part) => part.country === country)
  if (region !== undefined && parts.some((part) => sameName(part.region, region))) return inside
  if (beyond || (parts.length > 0 && region === undefined)) return unknown('area-unknown')
  return elsewhere
}

/** The Admiralty digit of the origin opinion; an empty grade is F6. */
const informationOf = ({ origin_grade: grade }: ItemFacts) => grade?.charAt(1) ?? '6'

/** Only a graded opinion says whence an item came: grades 1 and 2 also where it did not come from. */
function originPart(area: ScopeArea | null, item: ItemFacts, place: Covered['place']): Part {
  const country = originCountry(item, place)
  if (item.origin === 'craft') return unknown('craft')
  if (country === null) return unknown('origin-unknown')
  const information = informationOf(item)
  if (information > '3') return unknown('origin-weak')
  if (area === null || area.countries.includes(country)) return inside
  if (area.beyond || area.regions.some((part) => part.country === country)) return unknown('origin-unknown')
  return information === '3' ? unknown('origin-weak') : no('origin')
}

function originCountry({ origin }: ItemFacts, { country }: Covered['place']): string | null {
  if (origin === 'national-stock' || origin === 'looted-national') return country ?? null
  return /^state:(.+)$/.exec(origin ?? '')?.[1]?.trim() ?? null
}

/** An embargo on what comes in says nothing of what was made inside, and none dates what was made by hand. */
function makerPart({ direction, area }: ScopePeriod, { item: { origin, producer_country: made } }: Covered): Part {
  if (origin === 'craft') return unknown('craft')
  if (direction !== 'into' || area === null || made === undefined) return inside
  const within = area.countries.includes(made) || area.regions.some(({ country }) => country === made)
  return within ? unknown('made-inside') : inside
}

function classPart({ classes }: ScopePeriod, { item }: Covered): Part {
  return classes.length === 0 || classes.includes(item.class) ? inside : no('class')
}

function exemptPart({ exempt_holders: exempt }: ScopePeriod, { actor }: Covered): Part {
  if (exempt.length === 0) return inside
  const among = isAmong(exempt, actor)
  return among === 'yes' ? no('exempt') : among === 'no' ? inside : unknown(among)
}

function holderPart({ holders, direction }: ScopePeriod, { actor }: Covered): Part {
  if (holders.length === 0) return direction === 'holder' && actor === null ? unknown('holder-unknown') : inside
  const among = isAmong(holders, actor)
  return among === 'yes' ? inside : among === 'no' ? no('actor') : unknown(among)
}

const actorKinds: readonly string[] = kinds.actor.kind.type.words
const isKind = (word: string): word is ActorKind => actorKinds.includes(word)

/**
 * Whether a list of references, names and kinds means the actor. An actor that nobody identified or described may be
 * anyone; one that is a part of a listed one is not itself listed, which is for a person to weigh.
 */
export function isAmong(
  list: readonly string[],
  actor: Pick<ActorFacts, 'ref' | 'names' | 'kind' | 'under'> | null,
): 'yes' | 'no' | 'holder-unknown' | 'holder-under' {
  if (actor === null) return 'holder-unknown'
  if (actor.kind !== undefined && list.includes(actor.kind)) return 'yes'
  if (isNamed(list, [actor.ref, ...actor.names])) return 'yes'
  if (actor.kind === undefined || actor.kind === 'unidentified') return 'holder-unknown'
  return isNamed(list, actor.under) ? 'holder-under' : 'no'
}

function isNamed(list: readonly string[], names: readonly string[]): boolean {
  const keys = new Set(names.map(keyOf))
  return list.some((word) => !isKind(word) && keys.has(keyOf(word)))
}

/** The days in force; for an actor that a scope names, within the time that it was on a list. */
function periodsOf({ from, to, holders }: ScopePeriod, actor: ActorFacts | null): readonly Period[] {
  const whole: Period = { start: daysOf(from), end: to === undefined ? null : daysOf(to) }
  const listed = actor?.listed ?? []
  if (actor === null || listed.length === 0) return [whole]
  if ((actor.kind !== undefined && holders.includes(actor.kind)) || !isNamed(holders, [actor.ref, ...actor.names])) {
    return [whole]
  }
  return listed.flatMap((listing) => overlap(whole, { start: listing.from, end: listing.to ?? null }) ?? [])
}
