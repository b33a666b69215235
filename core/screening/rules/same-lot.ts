/** Do two or more incidents carry the same lot? */
import { text, type Text } from '../../lib/text.ts'
import { saySignature } from '../../linking/say-signature.ts'
import type { Ground, Judgement, Rule, Subject, Telling } from '../rule.ts'
import { counted, join, sentence } from '../say.ts'

export interface SameLotInput {
  /** The signature's level. */
  readonly level: string
  /** How many incidents carry it on any side, and the first of them. */
  readonly carried: number
  readonly incidents: readonly string[]
}

export interface SameLotFacts {
  readonly isLot: boolean
  readonly carried: number
  readonly incidents: readonly string[]
}

export const sameLot: Rule<SameLotInput, SameLotFacts, never> = {
  name: 'same-lot',
  version: 1,
  subject: 'signature',
  settings: [],
  askedOnly: true,
  judge,
  tell,
}

/** Levels that name what was made in one go: a lot, or a shift's date code. */
const lots: ReadonlySet<string> = new Set(['lot', 'lot_body', 'lot_filling', 'lot_fuze', 'date'])
const named = 20

function judge({ level, carried, incidents }: SameLotInput): Judgement<SameLotFacts, never> {
  const isLot = lots.has(level)
  const answer = !isLot ? 'cannot-tell' : carried > 1 ? 'yes' : 'no'
  // `same-signature` raises what is rare of it: a lot that everybody has is no lead.
  return { answer, grade: null, raised: false, facts: { isLot, carried, incidents: incidents.slice(0, named) } }
}

const question = text(
  'Do two or more incidents carry the same lot?',
  'Deux incidents ou plus portent-ils le même lot ?',
)

function tell({ answer, facts }: Judgement<SameLotFacts, never>, subject: Subject): Telling {
  const name = saySignature(subject.ref)
  const says = text('Carries the lot.', 'Porte le lot.')
  return {
    question,
    says: join([sentence([name]), saysOf(answer, facts)]),
    grounds: answer === 'yes' ? facts.incidents.map((ref): Ground => ({ kind: 'incident', ref, says })) : [],
    limits: answer === 'yes' ? [parted] : [],
    n: null,
  }
}

const parted = text(
  'A lot is sold to many, and parted on the way. It shows what was made together, not who handed it on.',
  "Un lot se vend à plusieurs et se divise en route. Il montre ce qui fut fabriqué ensemble, non qui l'a transmis.",
)

function saysOf(answer: string, { carried }: SameLotFacts): Text {
  const some = counted(carried, text('incident', 'incident'), text('incidents', 'incidents'))
  if (answer === 'yes') return text(`${some.en} carry the same lot.`, `${some.fr} portent le même lot.`)
  return answer === 'no'
    ? text(`One incident alone carries it.`, `Un seul incident le porte.`)
    : text(`Cannot tell: no lot was read.`, `Indéterminé : aucun lot n'a été lu.`)
}
