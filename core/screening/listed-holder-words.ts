/** What the rule `listed-holder` says, in words, from the facts that it kept. */
import { text, type Text } from '../lib/text.ts'
import type { ListedHolderFacts } from './listed-holder-facts.ts'
import type { Ground, Judgement, Telling } from './rule.ts'
import { onDays, sinceDays } from './say-date.ts'

const question = text(
  'Was it with a listed group, by name or by a dated affiliation opinion?',
  "Était-il aux mains d'un groupe inscrit, par son nom ou par un avis d'affiliation daté ?",
)

export function tellListedHolder({ facts }: Judgement<ListedHolderFacts>): Telling {
  return { question, says: saysOf(facts), grounds: groundsOf(facts), limits: limitsOf(facts), n: null }
}

function saysOf(facts: ListedHolderFacts): Text {
  const name = facts.actor?.name ?? ''
  switch (facts.why) {
    case 'by-name':
    case 'by-affiliation': {
      const [how, since, found] = [tieWords(facts), sinceWords(facts), foundWords(facts)]
      return text(
        `With ${name}${how.en}, ${since.en}. Found ${found.en}.`,
        `Aux mains de ${name}${how.fr}, ${since.fr}. Trouvé ${found.fr}.`,
      )
    }
    case 'nobody':
      return text('Cannot tell: nobody is held to have had it.', "Indéterminé : personne n'est présumé l'avoir eu.")
    case 'not-described':
      return text(`Cannot tell: no record describes ${name}.`, `Indéterminé : aucune fiche ne décrit ${name}.`)
    case 'no-find-date': {
      const listed = facts.tie?.name ?? name
      return text(
        `Cannot tell: ${listed} is or was listed, and the day of the find is not known.`,
        `Indéterminé : ${listed} est ou fut inscrit, et le jour de la découverte n'est pas connu.`,
      )
    }
    case 'order-open': {
      const listed = facts.tie?.name ?? name
      return text(
        `Cannot tell: whether ${listed} was listed when it was found is open.`,
        `Indéterminé : on ne sait si ${listed} était inscrit au moment de la découverte.`,
      )
    }
    case 'undated-tie':
      return text(
        `Cannot tell: ${name} is tied to ${facts.tie?.name}, which was listed; since when is not recorded.`,
        `Indéterminé : ${name} est lié à ${facts.tie?.name}, alors inscrit ; depuis quand n'est pas noté.`,
      )
    case 'not-listed':
      return text(
        `${name} was on no list recorded here when it was found.`,
        `${name} n'était sur aucune liste enregistrée ici au moment de la découverte.`,
      )
  }
}

function tieWords({ tie }: ListedHolderFacts): Text {
  if (tie === undefined) return text('', '')
  return tie.by === 'part'
    ? text(`, a part of ${tie.name}`, `, partie de ${tie.name}`)
    : text(`, held to be affiliated with ${tie.name}`, `, jugé affilié à ${tie.name}`)
}

function sinceWords({ listing }: ListedHolderFacts): Text {
  if (listing === undefined) return text('', '')
  const since = sinceDays(listing.from)
  return text(`listed since ${since.en}`, `inscrit depuis ${since.fr}`)
}

const foundWords = ({ found }: ListedHolderFacts): Text => (found === undefined ? text('', '') : onDays(found))

function groundsOf(facts: ListedHolderFacts): readonly Ground[] {
  const { item, actor, tie, listing } = facts
  if (actor === undefined) return []
  const held = text(`Held to have been with ${actor.name}.`, `Présumé aux mains de ${actor.name}.`)
  const since = sinceWords(facts)
  const listed = tie === undefined ? { ref: actor.ref, name: actor.name } : { ref: tie.ref, name: tie.name }
  return [
    { kind: 'item', ref: item, says: held },
    ...(listing === undefined
      ? []
      : [
          {
            kind: 'reference',
            ref: listed.ref,
            says: text(`${listed.name}: ${since.en}.`, `${listed.name} : ${since.fr}.`),
          } as const,
        ]),
  ]
}

function limitsOf({ why, tie }: ListedHolderFacts): readonly Text[] {
  if (why !== 'by-name' && why !== 'by-affiliation') return []
  const graded =
    tie?.by === 'affiliation'
      ? [
          tie.grade === undefined
            ? text('The affiliation is an opinion without a grade.', "L'affiliation est un avis sans cote.")
            : text(
                `The affiliation is an opinion of grade ${tie.grade}.`,
                `L'affiliation est un avis coté ${tie.grade}.`,
              ),
        ]
      : []
  return [
    ...graded,
    text(
      'What a listing forbids, and to whom, is for the embargo to say.',
      "Ce qu'une inscription interdit, et à qui, relève de l'embargo.",
    ),
  ]
}
