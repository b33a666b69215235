/** Do two or more incidents carry the same rare signature, used by the same side? */
import { text, type Text } from '../../lib/text.ts'
import { saySignature } from '../../linking/say-signature.ts'
import type { Side } from '../../linking/side.ts'
import { commonBy, type Study } from '../../linking/study.ts'
import { shareInCirculation, type ActorCount, type Circulation, type Count } from '../circulation.ts'
import type { Ground, Judgement, Rule, Subject, Telling } from '../rule.ts'
import { counted, percent } from '../say.ts'
import { studyGrounds, unverifiedLimits } from '../study-words.ts'

export interface SameSignatureInput {
  readonly side: Side
  /** By actor, of all areas, dates and both samples: incidents read to its level for its class, and carrying it. */
  readonly actors: readonly ActorCount[]
  /** The same of all incidents, those without an actor too. `carried` is what *two or more* is asked of. */
  readonly all: Count
  /** How many incidents carry each finer signature right below it in its ladder, on this side. */
  readonly finer: readonly number[]
  /** The earliest incidents that carry it on this side, for the grounds; more than 20 are not read. */
  readonly incidents: readonly { readonly ref: string }[]
  /** Incidents among all that carry it by items whose user is unknown alone. */
  readonly userUnknown: number
  /** The setting `rare_share`. */
  readonly rareShare: number
  /** The setting `actor_floor`. */
  readonly actorFloor: number
  /** What baseline studies that looked here say of it. */
  readonly studies?: readonly Study[]
}

export type SameSignatureGrade = 'rare' | 'possible' | 'common'

export interface SameSignatureFacts extends Circulation {
  readonly side: Side
  readonly read: number
  readonly carried: number
  readonly userUnknown: number
  readonly rareShare: number
  readonly actorFloor: number
  /** How many actors the median is of. */
  readonly actors: number
  readonly incidents: readonly string[]
  /** The row of a study that says *common here*. */
  readonly commonHere?: string
  readonly studies?: readonly Study[]
}

export const sameSignature: Rule<SameSignatureInput, SameSignatureFacts, SameSignatureGrade> = {
  name: 'same-signature',
  version: 2,
  subject: 'signature',
  settings: ['rare_share', 'actor_floor', 'zone', 'host_country'],
  judge,
  tell,
}

/** Incidents beyond these are found by the signature, and not kept with every finding of a hub. */
const named = 20

function judge(input: SameSignatureInput): Judgement<SameSignatureFacts, SameSignatureGrade> {
  const { side, actors, all, rareShare, actorFloor, userUnknown, studies = [] } = input
  const commonHere = commonBy(studies)
  const circulation = shareInCirculation(actors, all, actorFloor)
  const facts: SameSignatureFacts = {
    side,
    ...all,
    userUnknown,
    rareShare,
    actorFloor,
    ...circulation,
    actors: circulation.by === 'median' ? actors.filter(({ read }) => read >= actorFloor).length : 0,
    incidents: input.incidents.slice(0, named).map(({ ref }) => ref),
    ...(commonHere && { commonHere: commonHere.ref }),
    ...(studies.length > 0 && { studies }),
  }
  if (all.carried < 2) return { answer: 'no', grade: null, raised: false, facts }
  const raised = isFinest(input)
  if (commonHere !== null || circulation.lower > rareShare)
    return { answer: 'no', grade: 'common', raised: false, facts }
  if (circulation.upper <= rareShare) return { answer: 'yes', grade: 'rare', raised, facts }
  return { answer: 'cannot-tell', grade: 'possible', raised, facts }
}

/** A finer level that as many incidents carry says the same, and more: then it alone is raised. */
export const isFinest = ({ finer, all }: Pick<SameSignatureInput, 'finer' | 'all'>): boolean =>
  finer.every((carried) => carried < all.carried)

const question = text(
  'Do two or more incidents carry the same rare signature, used by the same side?',
  'Deux incidents ou plus portent-ils la même signature rare, employée par le même camp ?',
)

function tell(judgement: Judgement<SameSignatureFacts, SameSignatureGrade>, subject: Subject): Telling {
  const { facts } = judgement
  const name = saySignature(subject.ref)
  return {
    question,
    says: answerWords(judgement, name),
    grounds: groundsOf(facts, name),
    limits: limitsOf(facts),
    n: facts.n,
  }
}

const incidents = (n: number) => counted(n, text('incident', 'incident'), text('incidents', 'incidents'))
const incidentsRead = (n: number) =>
  counted(n, text('incident so read', 'incident ainsi lu'), text('incidents so read', 'incidents ainsi lus'))

const sideWords: { readonly [S in Side]: Text } = {
  attack: text('the attacking or holding side', 'le camp attaquant ou détenteur'),
  defence: text('defenders or responders', 'les défenseurs ou intervenants'),
}

function answerWords({ facts, grade }: Judgement<SameSignatureFacts, SameSignatureGrade>, name: Text): Text {
  const carry = incidents(facts.carried)
  if (facts.carried < 2) {
    return text(`Fewer than two incidents carry it: ${name.en}.`, `Moins de deux incidents le portent : ${name.fr}.`)
  }
  const side = sideWords[facts.side]
  const both = text(
    `${carry.en} carry the same, used by ${side.en}: ${name.en}.`,
    `${carry.fr} portent le même matériel, employé par ${side.fr} : ${name.fr}.`,
  )
  const how = circulationWords(facts, grade)
  return text(`${both.en} ${how.en}`, `${both.fr} ${how.fr}`)
}

function circulationWords(
  { share, upper, lower, n, commonHere }: SameSignatureFacts,
  grade: SameSignatureGrade | null,
): Text {
  const of = incidentsRead(n)
  switch (grade) {
    case 'rare': {
      const at = percent(upper)
      return text(
        `Rare in general circulation: a share of at most ${at.en}, from ${of.en}.`,
        `Rare dans la circulation générale : une part d'au plus ${at.fr}, sur ${of.fr}.`,
      )
    }
    case 'common': {
      if (commonHere !== undefined) {
        return text(
          `A baseline study says: common here (${commonHere}).`,
          `Une étude de référence le dit courant ici (${commonHere}).`,
        )
      }
      const at = percent(lower)
      return text(
        `Common in general circulation: a share of at least ${at.en}, from ${of.en}.`,
        `Courant dans la circulation générale : une part d'au moins ${at.fr}, sur ${of.fr}.`,
      )
    }
    default: {
      const [at, to] = [percent(share), percent(upper)]
      return text(
        `Cannot tell whether it is rare: a share of ${at.en}, at most ${to.en}, from ${of.en}.`,
        `Rareté indéterminée : une part de ${at.fr}, d'au plus ${to.fr}, sur ${of.fr}.`,
      )
    }
  }
}

function groundsOf(facts: SameSignatureFacts, name: Text): readonly Ground[] {
  const carries = text(`Carries ${name.en}.`, `Porte : ${name.fr}.`)
  const grounds = facts.incidents.map((ref): Ground => ({ kind: 'incident', ref, says: carries }))
  return [...grounds, ...studyGrounds((facts.studies ?? []).filter(({ unverified }) => !unverified))]
}

function limitsOf({ by, actors, actorFloor, userUnknown, n, studies = [] }: SameSignatureFacts): readonly Text[] {
  const limits: Text[] = []
  const of = incidentsRead(n)
  limits.push(
    by === 'median'
      ? text(
          `Circulation is the median over ${actors} actors with at least ${actorFloor} incidents so read.`,
          `La circulation est la médiane sur ${actors} acteurs ayant au moins ${actorFloor} incidents ainsi lus.`,
        )
      : text(
          `Circulation is a plain share of ${of.en}: fewer than three actors have enough.`,
          `La circulation est une simple part de ${of.fr} : moins de trois acteurs en ont assez.`,
        ),
  )
  if (userUnknown > 0) {
    const some = incidents(userUnknown)
    limits.push(
      text(`In ${some.en} nobody knows who used the items.`, `Dans ${some.fr}, nul ne sait qui a employé les objets.`),
    )
  }
  limits.push(
    ...unverifiedLimits(studies),
    text(
      'A common signature is a lead, not a common supply: that is for an analyst to conclude.',
      "Une signature commune est une piste, non un approvisionnement commun : à l'analyste d'en conclure.",
    ),
  )
  return limits
}
