/** What the rule `exclusive` says, in words, from the facts that it kept. */
import { text, type Text } from '../lib/text.ts'
import { saySignature } from '../linking/say-signature.ts'
import { crimeActor } from '../linking/side.ts'
import { commonSince, sawIt, type Study } from '../linking/study.ts'
import { daysOf, type Day, type PartialDate } from '../record/day.ts'
import type { ExclusiveFacts } from './exclusive-facts.ts'
import type { Ground, Judgement, Subject, Telling } from './rule.ts'
import { counted, join, percent, sentence } from './say.ts'
import { onDays, sayDays, sinceDays } from './say-date.ts'
import { studyGrounds, unverifiedLimits } from './study-words.ts'

const question = text(
  'In this area, time and level, has only one actor been read with it?',
  'Dans cette zone, cette période et à ce niveau, un seul acteur a-t-il été lu avec ?',
)

export function tellExclusive({ answer, facts }: Judgement<ExclusiveFacts>, subject: Subject): Telling {
  return {
    question,
    says: join([sentence([saySignature(subject.ref)]), saysOf(facts)]),
    grounds: groundsOf(facts),
    limits: limitsOf(answer, facts),
    n: facts.others,
  }
}

const nameOf = (actor: string | undefined): Text =>
  actor === crimeActor ? text('criminals', 'des criminels') : text(actor ?? '', actor ?? '')

const onDay = (day: Day): Text => onDays({ first: day, last: day })
const since = (day: Day): Text => sinceDays(daysOf(day as string as PartialDate))

const incidents = (n: number) => counted(n, text('incident', 'incident'), text('incidents', 'incidents'))

function saysOf(facts: ExclusiveFacts): Text {
  const actor = nameOf(facts.actor)
  const other = nameOf(facts.other?.actor)
  const began = facts.first === undefined ? text('', '') : since(facts.first)
  const [seen, read] = [incidents(facts.sightings), incidents(facts.others)]
  switch (facts.why) {
    case 'only':
      return text(
        `Only ${actor.en} has been read with it since ${began.en}, in ${seen.en}. None of ${read.en} of others read since carried it.`,
        `Seul ${actor.fr} a été lu avec depuis ${began.fr}, dans ${seen.fr}. Aucun des ${read.fr} d'autres lus depuis ne le portait.`,
      )
    case 'nobody':
      return text(
        `Cannot tell: no dated incident here carries it by an item whose user is known.`,
        `Indéterminé : aucun incident daté ne le porte ici par un objet à l'utilisateur connu.`,
      )
    case 'once':
      return text(
        `Cannot tell: one incident alone carries it, of ${actor.en}.`,
        `Indéterminé : un seul incident le porte, de ${actor.fr}.`,
      )
    case 'too-few':
      return text(
        `Cannot tell whether others have what ${actor.en} has. Since ${began.en} ${read.en} of others were read, of criminals ${facts.criminal}; ${facts.floor} are needed, some of each.`,
        `Indéterminé : d'autres ont-ils ce qu'a ${actor.fr} ? Depuis ${began.fr}, ${read.fr} d'autres lus, dont ${facts.criminal} de criminels. Il en faut ${facts.floor}, des deux sortes.`,
      )
    case 'chance': {
      const chance = percent(facts.chance ?? 1)
      return text(
        `Cannot tell: that all ${seen.en} are of ${actor.en} may be chance (${chance.en}).`,
        `Indéterminé : que ${seen.fr} soient tous de ${actor.fr} peut être un hasard (${chance.fr}).`,
      )
    }
    case 'umbrella': {
      const actors = [actor.en, ...(facts.other === undefined ? [] : [other.en])].join(', ')
      return text(
        `Cannot tell: what is claimed for a whole group says nothing of its parts (${actors}).`,
        `Indéterminé : ce qui est dit d'un groupe entier ne dit rien de ses composantes (${actors}).`,
      )
    }
    case 'undated-other':
      return text(
        `Cannot tell: read with ${other.en} too, on a day that is not known.`,
        `Indéterminé : lu aussi chez ${other.fr}, à une date inconnue.`,
      )
    case 'ended-by-counter-example': {
      const ended = facts.other?.first === undefined ? text('', '') : onDay(facts.other.first)
      return text(
        `Not any more: read with ${other.en} too ${ended.en}; before, with ${actor.en} alone.`,
        `Plus maintenant : lu aussi chez ${other.fr} ${ended.fr} ; avant, chez ${actor.fr} seul.`,
      )
    }
    case 'ended-by-capture': {
      const ended =
        facts.capture?.days === undefined
          ? text('on a day not known', 'à une date inconnue')
          : onDays(facts.capture.days)
      return text(
        `Not any more: ${actor.en} lost some of it ${ended.en} (${facts.capture?.ref}).`,
        `Plus maintenant : ${actor.fr} en a perdu ${ended.fr} (${facts.capture?.ref}).`,
      )
    }
    case 'shared':
      return text(
        `No: read with ${actor.en} and with ${other.en} from the first day on.`,
        `Non : lu chez ${actor.fr} et chez ${other.fr} dès le premier jour.`,
      )
    case 'common': {
      const found = studySays(facts.first === undefined ? null : commonSince(facts.studies ?? [], facts.first))
      return text(
        `No: common here, by a baseline study (${found.en}).`,
        `Non : courant ici, selon une étude de référence (${found.fr}).`,
      )
    }
    case 'seen-by-study': {
      const found = studySays(sawIt(facts.studies ?? []))
      return text(
        `Cannot tell: a baseline study saw it here too (${found.en}). With whom, it does not say.`,
        `Indéterminé : une étude de référence l'a aussi vu ici (${found.fr}). Chez qui, elle ne le dit pas.`,
      )
    }
  }
}

function studySays(study: Study | null): Text {
  const when = study?.days === undefined ? text('undated', 'sans date') : sayDays(study.days)
  return text(`${study?.ref}, ${when.en}`, `${study?.ref}, ${when.fr}`)
}

function groundsOf({ capture, studies = [] }: ExclusiveFacts): readonly Ground[] {
  const lost = text('Materiel of this type was lost.', 'Du matériel de ce type a été perdu.')
  const captures: readonly Ground[] = capture === undefined ? [] : [{ kind: 'stock', ref: capture.ref, says: lost }]
  return [...captures, ...studyGrounds(studies.filter(({ unverified }) => !unverified))]
}

function limitsOf(answer: string, { zone, level, studies = [] }: ExclusiveFacts): readonly Text[] {
  const limits = [...unverifiedLimits(studies)]
  if (answer !== 'yes') return limits
  limits.push(
    text(
      'It speaks of what was documented and read; others may have it unread.',
      "Il n'est question que de ce qui a été documenté et lu ; d'autres peuvent l'avoir sans avoir été lus.",
    ),
  )
  if (zone === undefined) {
    limits.push(
      text(
        'No zone is set: all that this node holds was asked.',
        "Aucune zone n'est paramétrée : tout ce que contient ce nœud a été examiné.",
      ),
    )
  }
  if (level === 'umbrella') {
    limits.push(
      text('Actors are taken with all that is part of them.', 'Les acteurs sont pris avec tout ce qui en fait partie.'),
    )
  }
  return limits
}
