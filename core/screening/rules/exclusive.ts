/** In this area, time and level, has only one actor been read with it? */
import { crimeActor, type Side } from '../../linking/side.ts'
import { commonSince, sawIt, type Study } from '../../linking/study.ts'
import type { Day } from '../../record/day.ts'
import { chanceOfOneActor } from '../concentration.ts'
import type { ExclusiveFacts, ExclusiveGrade, WhyExclusive } from '../exclusive-facts.ts'
import { tellExclusive } from '../exclusive-words.ts'
import type { Judgement, Rule } from '../rule.ts'

/** Incidents of the zone that carry the signature by items of one actor on this side. */
export interface UserCount {
  /** The reference of the actor meant, `:crime` for criminals and crimes without an actor. */
  readonly actor: string
  readonly sightings: number
  readonly first: Day | null
  /** Incidents that carry it on no known day. */
  readonly undated: number
}

export interface ActorTree {
  /** The actor that this one is a part of, all the way up; itself where it is part of none. */
  top(actor: string): string
  /** Whether others are parts of it. */
  isUmbrella(actor: string): boolean
}

/** A loss, capture or transfer of such materiel by an actor, on a day that may not be known. */
export interface Parting {
  readonly ref: string
  readonly actor: string
  readonly days?: { readonly first: Day; readonly last: Day }
}

export interface ExclusiveInput {
  readonly side: Side
  readonly zone: string | null
  readonly floor: number
  readonly level: 'unit' | 'umbrella'
  readonly users: readonly UserCount[]
  readonly tree: ActorTree
  readonly partings: readonly Parting[]
  /** Incidents of the zone read to its level for its class since the first day of those users, by actor. */
  readonly since: readonly { readonly actor: string; readonly read: number }[]
  /** What baseline studies that looked here say of it. */
  readonly studies?: readonly Study[]
  /** Whether a finer level says it of as many incidents: then that one is raised. */
  readonly isFinest: boolean
  /** Of lots and date codes it says little that others have none. */
  readonly raises: boolean
}

export const exclusive: Rule<ExclusiveInput, ExclusiveFacts, ExclusiveGrade> = {
  name: 'exclusive',
  version: 2,
  subject: 'signature',
  settings: ['zone', 'floor', 'exclusive_level', 'crime_kinds', 'host_country'],
  judge,
  tell: tellExclusive,
}

/** Chances below this are taken for none: the 5 % of the bounds of circulation. */
export const mostChance = 0.05

/** Of how many readings an answer that others' readings can change was made; what `steady` needs. */
export interface Reckoning {
  readonly k: number
  readonly own: number
  readonly others: number
  readonly criminal: number
  readonly named: number
  readonly actors: number
}

/** Who had it first and next, what the first lost of it, and what was read since. */
interface Standing {
  readonly first?: UserCount
  readonly second?: UserCount
  readonly capture?: Parting
  readonly reckoned?: Reckoning
}

function standingOf(input: ExclusiveInput): Standing {
  const [first, second] = usersAtLevel(input)
  if (first === undefined) return {}
  const capture = partingOf(input, first.actor)
  return { first, ...(second && { second }), ...(capture && { capture }), reckoned: reckon(input, first) }
}

function judge(input: ExclusiveInput): Judgement<ExclusiveFacts, ExclusiveGrade> {
  const standing = standingOf(input)
  const why = whyOf(input, standing)
  const answer = why === 'only' ? 'yes' : noes.has(why) ? 'no' : 'cannot-tell'
  const raised = answer === 'yes' && input.side === 'attack' && input.isFinest && input.raises
  const grade = why === 'ended-by-capture' || why === 'ended-by-counter-example' ? why : null
  return { answer, grade, raised, facts: factsOf(input, standing, why) }
}

const noes: ReadonlySet<WhyExclusive> = new Set(['ended-by-capture', 'ended-by-counter-example', 'shared', 'common'])

/** What others were read with is asked first, then what was lost; what studies saw where one actor alone is left. */
function whyOf(input: ExclusiveInput, { first, second, capture, reckoned }: Standing): WhyExclusive {
  const { level, tree, floor, studies = [] } = input
  if (first === undefined || reckoned === undefined) return 'nobody'
  if (second !== undefined) return whySecond(input, first, second)
  if (level === 'unit' && tree.isUmbrella(first.actor)) return 'umbrella'
  if (first.first === null) return 'nobody'
  if (capture !== undefined) return 'ended-by-capture'
  if (commonSince(studies, first.first) !== null) return 'common'
  if (sawIt(studies) !== null) return 'seen-by-study'
  if (first.sightings < 2) return 'once'
  if (!isEnough(reckoned, floor)) return 'too-few'
  return chanceOf(reckoned) <= mostChance ? 'only' : 'chance'
}

function whySecond(input: ExclusiveInput, first: UserCount, second: UserCount): WhyExclusive {
  if (isClaimOfUmbrella(input, first.actor, second.actor)) return 'umbrella'
  if (second.first === null) return 'undated-other'
  return first.first !== null && first.first < second.first ? 'ended-by-counter-example' : 'shared'
}

function factsOf(
  { side, zone, floor, level, studies = [] }: ExclusiveInput,
  { first, second, capture, reckoned }: Standing,
  why: WhyExclusive,
): ExclusiveFacts {
  return {
    why,
    side,
    level,
    ...(zone !== null && { zone }),
    floor,
    ...(first && { actor: first.actor }),
    sightings: first?.sightings ?? 0,
    ...(first?.first && { first: first.first }),
    others: reckoned?.others ?? 0,
    criminal: reckoned?.criminal ?? 0,
    actors: reckoned?.named ?? 0,
    ...(reckoned && (why === 'only' || why === 'chance') && { chance: chanceOf(reckoned) }),
    ...(second && { other: { actor: second.actor, ...(second.first && { first: second.first }) } }),
    ...(why === 'ended-by-capture' && capture && { capture: plainCapture(capture) }),
    ...(studies.length > 0 && { studies }),
  }
}

/** Actors at the level asked, who had it first before the others; those who had it on no known day last. */
export function usersAtLevel({
  users,
  level,
  tree,
}: Pick<ExclusiveInput, 'users' | 'level' | 'tree'>): readonly UserCount[] {
  const named = users.map((user) => ({ ...user, actor: level === 'umbrella' ? tree.top(user.actor) : user.actor }))
  return Array.from(
    Map.groupBy(named, ({ actor }) => actor),
    ([actor, list]): UserCount => {
      const days = list.flatMap(({ first }) => first ?? []).toSorted()
      const sum = (of: 'sightings' | 'undated') => list.reduce((total, one) => total + one[of], 0)
      return { actor, sightings: sum('sightings'), first: days[0] ?? null, undated: sum('undated') }
    },
  )
    .filter(({ sightings, undated }) => sightings + undated > 0)
    .toSorted((a, b) => compare(a.first ?? '~', b.first ?? '~') || compare(a.actor, b.actor))
}

/** What was read of others since that actor was first read with it. */
export function reckon({ since, level, tree }: ExclusiveInput, { actor, sightings }: UserCount): Reckoning {
  const at = (one: string) => (level === 'umbrella' ? tree.top(one) : one)
  let [own, others, criminal] = [0, 0, 0]
  const named = new Set<string>()
  for (const { actor: of, read } of since) {
    if (of === '' || read <= 0) continue
    if (at(of) === actor) own += read
    else {
      others += read
      if (of === crimeActor) criminal += read
      else named.add(at(of))
    }
  }
  return { k: sightings, own, others, criminal, named: named.size, actors: named.size + (criminal > 0 ? 2 : 1) }
}

/** Others' incidents and criminal ones must have been read there and then. */
export const isEnough = ({ others, criminal, named }: Reckoning, floor: number): boolean =>
  others >= floor && criminal > 0 && named > 0

export const chanceOf = ({ k, own, others, actors }: Reckoning): number =>
  chanceOfOneActor({ k, own, all: own + others, actors })

/** A group says that it was its units, or some unit of it: which, it does not say. */
const isClaimOfUmbrella = ({ level, tree }: ExclusiveInput, a: string, b: string): boolean =>
  level === 'unit' && tree.top(a) === tree.top(b) && (tree.isUmbrella(a) || tree.isUmbrella(b))

function partingOf({ partings, level, tree }: ExclusiveInput, actor: string): Parting | undefined {
  return partings
    .filter(({ actor: of }) => (level === 'umbrella' ? tree.top(of) : of) === actor)
    .toSorted((a, b) => compare(a.days?.first ?? '', b.days?.first ?? '') || compare(a.ref, b.ref))[0]
}

const plainCapture = ({ ref, days }: Parting) => ({ ref, ...(days && { days }) })

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
