/** Were such pieces made one after the other: do their serials lie closer than chance allows? */
import { text, type Text } from '../../lib/text.ts'
import { blocksOf, type Block, type KnownSerial } from '../../linking/block.ts'
import { saySignature } from '../../linking/say-signature.ts'
import type { Ground, Judgement, Rule, Subject, Telling } from '../rule.ts'
import { counted, join, percent, sentence } from '../say.ts'

/** A known serial of the signature's model and producer. */
export interface SerialOfSignature extends KnownSerial {
  /** The letters before its number. */
  readonly prefix: string
  readonly item: string
}

export interface NearSerialInput {
  readonly serials: readonly SerialOfSignature[]
}

export interface NearSerialFacts {
  readonly known: number
  /** The surest first; five at most, each with its first 20 items. */
  readonly blocks: readonly BlockFacts[]
}

export interface BlockFacts {
  readonly from: string
  readonly to: string
  readonly serials: number
  readonly incidents: number
  readonly items: readonly string[]
  readonly chance: number
}

export const nearSerial: Rule<NearSerialInput, NearSerialFacts, never> = {
  name: 'near-serial',
  version: 1,
  subject: 'signature',
  settings: [],
  judge,
  tell,
}

const mostBlocks = 5
const mostItems = 20

/** The blocks among serials, each set of letters for itself, the surest first. */
export function blocksByPrefix(
  serials: readonly SerialOfSignature[],
): readonly (Block<SerialOfSignature> & { readonly prefix: string })[] {
  return [...Map.groupBy(serials, ({ prefix }) => prefix)]
    .flatMap(([prefix, list]) => blocksOf(list).map((block) => ({ ...block, prefix })))
    .toSorted((a, b) => a.chance - b.chance || (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : a.from - b.from))
}

function judge({ serials }: NearSerialInput): Judgement<NearSerialFacts, never> {
  const known = new Set(serials.map(({ prefix, number }) => `${prefix} ${number}`)).size
  const blocks = blocksByPrefix(serials)
    .slice(0, mostBlocks)
    .map(({ prefix, from, to, serials: own, chance }): BlockFacts => ({
      from: `${prefix}${from}`,
      to: `${prefix}${to}`,
      serials: new Set(own.map(({ number }) => number)).size,
      incidents: new Set(own.map(({ incident }) => incident)).size,
      items: [...new Set(own.map(({ item }) => item))].slice(0, mostItems),
      chance,
    }))
  const incidents = new Set(serials.map(({ incident }) => incident)).size
  const answer = blocks.length > 0 ? 'yes' : known > 1 && incidents > 1 ? 'no' : 'cannot-tell'
  return { answer, grade: null, raised: answer === 'yes', facts: { known, blocks } }
}

const question = text(
  'Same production block: do their serials lie closer than chance allows?',
  'Même bloc de production : leurs numéros sont-ils plus proches que ne le permet le hasard ?',
)

const serialsWords = (n: number) => counted(n, text('serial', 'numéro'), text('serials', 'numéros'))
const incidentsWords = (n: number) => counted(n, text('incident', 'incident'), text('incidents', 'incidents'))

function tell({ answer, facts }: Judgement<NearSerialFacts, never>, subject: Subject): Telling {
  return {
    question,
    says: join([sentence([saySignature(subject.ref)]), saysOf(answer, facts)]),
    grounds: facts.blocks.flatMap(({ items, from, to }) => {
      const says = text(`Its serial lies between ${from} and ${to}.`, `Son numéro se situe entre ${from} et ${to}.`)
      return items.map((ref): Ground => ({ kind: 'item', ref, says }))
    }),
    limits: answer === 'yes' ? limits : [],
    // It counts serials: it rests on no number of incidents read.
    n: null,
  }
}

function saysOf(answer: string, { known, blocks: [first, ...others] }: NearSerialFacts): Text {
  const all = serialsWords(known)
  if (first === undefined) {
    return answer === 'no'
      ? text(
          `None of the ${all.en} known lie closer than chance allows.`,
          `Aucun des ${all.fr} connus n'est plus proche d'un autre que ne le permet le hasard.`,
        )
      : text(
          `Cannot tell: fewer than two serials of different incidents are known.`,
          `Indéterminé : moins de deux numéros d'incidents différents sont connus.`,
        )
  }
  const [some, where, chance] = [
    serialsWords(first.serials),
    incidentsWords(first.incidents),
    chanceWords(first.chance),
  ]
  const more =
    others.length === 0 ? text('', '') : text(` Other blocks: ${others.length}.`, ` Autres blocs : ${others.length}.`)
  return text(
    `${some.en} of ${where.en} lie between ${first.from} and ${first.to}. Chance alone: ${chance.en}.${more.en}`,
    `${some.fr} de ${where.fr} se situent entre ${first.from} et ${first.to}. Par hasard : ${chance.fr}.${more.fr}`,
  )
}

const chanceWords = (chance: number): Text =>
  chance < 1e-6 ? text('under one in a million', "moins d'une sur un million") : percent(chance)

const limits = [
  text(
    'Numbers are taken to run from the last full thousand at least: nobody knows where the maker began.',
    'Les numéros sont supposés courir au moins depuis le dernier millier entier : le début est inconnu.',
  ),
  text(
    'One block left the works together. One export needs a document; one transfer is for an analyst to conclude.',
    "Un bloc a quitté l'usine ensemble. Une même exportation demande un document ; un même transfert, un analyste.",
  ),
]
