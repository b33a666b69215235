/** Was it with a listed group, by name or by a dated affiliation opinion? */
import type { ActorFacts, Listing, Tie } from '../../linking/facts.ts'
import type { Interval } from '../../record/day.ts'
import type { ItemInput } from '../item-input.ts'
import type { ListedHolderFacts, ListedHolderGrade, WhyListed } from '../listed-holder-facts.ts'
import { tellListedHolder } from '../listed-holder-words.ts'
import type { Judgement, Rule } from '../rule.ts'
import { closing } from '../transfer-window.ts'

export type ListedHolderInput = Pick<ItemInput, 'item' | 'incident' | 'actor'>

export const listedHolder: Rule<ListedHolderInput, ListedHolderFacts, ListedHolderGrade> = {
  name: 'listed-holder',
  version: 1,
  subject: 'item',
  settings: [],
  askedOnly: true,
  judge,
  tell: tellListedHolder,
}

interface Candidate {
  readonly why: WhyListed
  readonly listing: Listing
  readonly tie?: Tie
}

/** The plainest answer first. */
const order: readonly WhyListed[] = ['by-name', 'by-affiliation', 'no-find-date', 'order-open', 'undated-tie']

function judge({ item, incident, actor }: ListedHolderInput): Judgement<ListedHolderFacts, ListedHolderGrade> {
  const found = incident === null ? null : (closing(incident)?.days ?? null)
  const base = {
    item: item.ref,
    ...(actor && { actor: { ref: actor.ref, name: actor.names[0] ?? actor.ref } }),
    ...(found && { found }),
  }
  if (actor === null) return answered({ ...base, why: 'nobody' })
  const candidates = [
    ...actor.listed.flatMap((listing) => weighed(listing, found, null)),
    ...actor.ties.flatMap((tie) => tie.listed.flatMap((listing) => weighed(listing, found, tie))),
  ]
  const [best] = order.flatMap((why) => candidates.filter((one) => one.why === why))
  if (best !== undefined) {
    const { why, listing, tie } = best
    return answered({ ...base, why, listing, ...(tie && { tie: tieFacts(tie) }) })
  }
  return answered({ ...base, why: isDescribed(actor) ? 'not-listed' : 'not-described' })
}

const isDescribed = ({ kind }: ActorFacts): boolean => kind !== undefined && kind !== 'unidentified'

/** What one listing says; nothing where it surely ended before the find or began after it. */
function weighed(listing: Listing, found: Interval | null, tie: Tie | null): readonly Candidate[] {
  const of = { listing, ...(tie && { tie }) }
  if (found === null) return [{ why: 'no-find-date', ...of }]
  const { from, to } = listing
  const isOutside = from.first > found.last || (to !== undefined && to.last < found.first)
  if (isOutside) return []
  const isInside = from.last <= found.first && (to === undefined || to.first >= found.last)
  if (!isInside) return [{ why: 'order-open', ...of }]
  if (tie === null) return [{ why: 'by-name', ...of }]
  return [{ why: tie.dated ? 'by-affiliation' : 'undated-tie', ...of }]
}

const tieFacts = ({ ref, name, by, grade }: Tie) => ({ ref, name, by, ...(grade !== undefined && { grade }) })

function answered(facts: ListedHolderFacts): Judgement<ListedHolderFacts, ListedHolderGrade> {
  const { why } = facts
  const grade = why === 'by-name' || why === 'by-affiliation' ? why : null
  const answer = grade !== null ? 'yes' : why === 'not-listed' ? 'no' : 'cannot-tell'
  // A listed group is listed in each of its attacks: what its listing forbids is raised by the embargo.
  return { answer, grade, raised: false, facts }
}
