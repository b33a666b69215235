/** Is it what defenders or responders at this site were issued? */
import { text, type Text } from '../../lib/text.ts'
import { saySignature } from '../../linking/say-signature.ts'
import type { Ground, Judgement, Rule, Subject, Telling } from '../rule.ts'
import { counted, join, sentence } from '../say.ts'
import type { RowFacts } from '../stock-facts.ts'

export interface DefenderIssueInput {
  /** The setting `floor`. */
  readonly floor: number
  /** Incidents in which items of defenders or responders of its class were read to its level, and those that carry it. */
  readonly defence: { readonly read: number; readonly carried: number }
  /** Incidents that carry it on both sides. */
  readonly together: readonly string[]
  /** Rows of State forces and contingents that hold it. */
  readonly held: readonly RowFacts[]
}

export interface DefenderIssueFacts {
  readonly why: 'read-there' | 'read-elsewhere' | 'on-paper' | 'too-few' | 'never'
  readonly floor: number
  readonly read: number
  readonly carried: number
  readonly together: readonly string[]
  readonly held: readonly { readonly ref: string; readonly holder: string }[]
}

export const defenderIssue: Rule<DefenderIssueInput, DefenderIssueFacts, never> = {
  name: 'defender-issue',
  version: 1,
  subject: 'signature',
  settings: ['floor'],
  askedOnly: true,
  judge,
  tell,
}

const named = 20

function judge({ floor, defence, together, held }: DefenderIssueInput): Judgement<DefenderIssueFacts, never> {
  const why = ((): DefenderIssueFacts['why'] => {
    if (together.length > 0) return 'read-there'
    if (defence.carried > 0) return 'read-elsewhere'
    if (held.length > 0) return 'on-paper'
    return defence.read < floor ? 'too-few' : 'never'
  })()
  const facts: DefenderIssueFacts = {
    why,
    floor,
    ...defence,
    together: together.slice(0, named),
    held: held.slice(0, named).map(({ ref, holder }) => ({ ref, holder })),
  }
  const answer = why === 'read-there' ? 'yes' : why === 'never' ? 'no' : 'cannot-tell'
  // It takes from other findings; by itself it is no news.
  return { answer, grade: null, raised: false, facts }
}

const question = text(
  'Is it what defenders or responders at this site were issued?',
  'Est-ce ce dont les défenseurs ou intervenants du lieu étaient dotés ?',
)

const incidents = (n: number) => counted(n, text('incident', 'incident'), text('incidents', 'incidents'))

function tell({ answer, facts }: Judgement<DefenderIssueFacts, never>, subject: Subject): Telling {
  const carries = text('Both sides were read with it.', 'Les deux camps ont été lus avec.')
  return {
    question,
    says: join([sentence([saySignature(subject.ref)]), saysOf(facts)]),
    grounds: [
      ...facts.together.map((ref): Ground => ({ kind: 'incident', ref, says: carries })),
      ...facts.held.map(({ ref, holder }): Ground => ({
        kind: 'stock',
        ref,
        says: text(`Held by ${holder}.`, `Détenu par ${holder}.`),
      })),
    ],
    limits: answer === 'yes' ? [mixed] : [],
    n: facts.read,
  }
}

const mixed = text(
  'Where both sides carry it, whose a single case was cannot be told by what it is.',
  "Là où les deux camps le portent, rien ne dit à qui fut tel étui d'après ce qu'il est.",
)

function saysOf({ why, carried, read, floor, together, held }: DefenderIssueFacts): Text {
  switch (why) {
    case 'read-there': {
      const some = incidents(together.length)
      return text(
        `In ${some.en} defenders or responders were read with it, and so was the other side.`,
        `Dans ${some.fr}, défenseurs ou intervenants ont été lus avec, et l'autre camp aussi.`,
      )
    }
    case 'read-elsewhere': {
      const some = incidents(carried)
      return text(
        `Cannot tell of these sites. Defenders or responders were read with it in ${some.en}, not where the other side was.`,
        `Indéterminé pour ces lieux. Défenseurs ou intervenants ont été lus avec dans ${some.fr}, non là où l'autre camp l'a été.`,
      )
    }
    case 'on-paper': {
      const holders = [...new Set(held.map(({ holder }) => holder))].join(', ')
      return text(
        `Cannot tell: it is held by ${holders}; no defender's item was read with it.`,
        `Indéterminé : il est détenu par ${holders} ; aucun objet de défenseur n'a été lu avec.`,
      )
    }
    case 'too-few': {
      const some = incidents(read)
      return text(
        `Cannot tell: defenders' items were read in ${some.en}; ${floor} are needed.`,
        `Indéterminé : des objets de défenseurs ont été lus dans ${some.fr} ; il en faut ${floor}.`,
      )
    }
    case 'never': {
      const some = incidents(read)
      return text(
        `None of the ${some.en} in which defenders' items were read shows it.`,
        `Aucun des ${some.fr} où des objets de défenseurs ont été lus ne le montre.`,
      )
    }
  }
}
