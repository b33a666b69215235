/** Had it never been read in this zone before, among enough comparable incidents? */
import { text, type Text } from '../../lib/text.ts'
import { saySignature } from '../../linking/say-signature.ts'
import { sawBefore, type Study } from '../../linking/study.ts'
import type { Day, Interval } from '../../record/day.ts'
import type { Ground, Judgement, Rule, Subject, Telling } from '../rule.ts'
import { counted, percent } from '../say.ts'
import { onDays } from '../say-date.ts'
import { studyGrounds, unverifiedLimits } from '../study-words.ts'

/** An incident in which the signature was read, with the interval of its days. */
export interface Sighting {
  readonly id: string
  readonly ref: string
  readonly first: Day
  readonly last: Day
  readonly country?: string
  readonly region?: string
}

export interface NewHereInput {
  /** The reference of the mission's own area; null: all that this node holds. */
  readonly zone: string | null
  /** The setting `floor`. */
  readonly floor: number
  /**
   * The first dated incident of the zone that carries it, by an item of any side: by its first possible day, of several
   * the one with the smaller id. Null where none is dated.
   */
  readonly first: Sighting | null
  /**
   * The incidents of the zone, of either sample, read to its level for its class, whose last possible day is before
   * the first sighting's first possible day. 0 where there is no first sighting.
   */
  readonly n: number
  /**
   * Whether one of those n lies in the first sighting's country and region; in its country alone where the sighting's
   * region is not known; false where its country is not known.
   */
  readonly visitedBefore: boolean
  /** The first sighting of the next coarser signature of its ladder; null where it has none. */
  readonly parentFirst: Sighting | null
  /** What baseline studies that looked here say of it, and of the next coarser one of its ladder. */
  readonly studies?: readonly Study[]
  readonly parentStudies?: readonly Study[]
  /** Its level, as `Signature.level`: lots, date codes and blocks raise nothing. */
  readonly level: string
  /** The incident of which it is asked, where that is not the first sighting. */
  readonly asked?: Sighting
}

export type NewHereGrade = 'new' | 'too-few' | 'first-visit' | 'read-before'

export interface NewHereFacts {
  readonly why: NewHereGrade | 'undated' | 'order-unknown' | 'known-before'
  readonly zone?: string
  readonly floor: number
  readonly n: number
  readonly first?: Sighting
  readonly asked?: Sighting
  readonly studies?: readonly Study[]
}

export const newHere: Rule<NewHereInput, NewHereFacts, NewHereGrade> = {
  name: 'new-here',
  version: 2,
  subject: 'signature',
  settings: ['zone', 'floor'],
  judge,
  tell,
}

/** Whether a new signature of this level is raised at all: of lots and date codes it would say nothing. */
export const raisesNovelty = (level: string): boolean => !silent.has(level)

/** So many lots and date codes are new each time that their novelty says nothing. */
const silent: ReadonlySet<string> = new Set(['lot', 'lot_body', 'lot_filling', 'lot_fuze', 'date', 'block'])

function judge(input: NewHereInput): Judgement<NewHereFacts, NewHereGrade> {
  const { zone, floor, first, n, asked, level, studies = [], parentStudies = [] } = input
  const facts = {
    ...(zone !== null && { zone }),
    floor,
    n,
    ...(first && { first: plain(first) }),
    ...(asked && { asked: plain(asked) }),
    ...(studies.length > 0 && { studies }),
  }
  const judged = (why: NewHereFacts['why'], raised = false) => ({ ...answers[why], raised, facts: { why, ...facts } })
  if (first === null) return judged('undated')
  if (asked !== undefined && asked.id !== first.id) {
    return judged(asked.first > first.last ? 'read-before' : 'order-unknown')
  }
  if (sawBefore(studies, first.first).length > 0) return judged('known-before')
  if (n < floor) return judged('too-few')
  if (!input.visitedBefore) return judged('first-visit')
  const isCoarsest = isCoarsestNew(input.parentFirst, first) || sawBefore(parentStudies, first.first).length > 0
  return judged('new', !silent.has(level) && isCoarsest)
}

const answers = {
  new: { answer: 'yes', grade: 'new' },
  'too-few': { answer: 'cannot-tell', grade: 'too-few' },
  undated: { answer: 'cannot-tell', grade: 'too-few' },
  'first-visit': { answer: 'cannot-tell', grade: 'first-visit' },
  'order-unknown': { answer: 'cannot-tell', grade: null },
  'read-before': { answer: 'no', grade: 'read-before' },
  'known-before': { answer: 'no', grade: 'read-before' },
} as const

/** Where the coarser signature was new at the same time, or may have been, that one is raised. */
const isCoarsestNew = (parent: Sighting | null, first: Sighting) => parent === null || parent.last < first.first

function plain({ id, ref, first, last, country, region }: Sighting): Sighting {
  return { id, ref, first, last, ...(country !== undefined && { country }), ...(region !== undefined && { region }) }
}

const question = text(
  'Had it never been read in this zone before, among enough comparable incidents?',
  "N'avait-il jamais été lu dans cette zone, parmi assez d'incidents comparables ?",
)

function tell({ facts }: Judgement<NewHereFacts, NewHereGrade>, subject: Subject): Telling {
  const { first, n } = facts
  const sighting: Ground[] = first ? [{ kind: 'incident', ref: first.ref, says: firstWords(first) }] : []
  const grounds = [...sighting, ...studyGrounds(studiesBefore(facts))]
  return { question, says: answerWords(facts, saySignature(subject.ref)), grounds, limits: limitsOf(facts), n }
}

/** Those that saw it before its first sighting, and those that looked well enough before it and did not. */
function studiesBefore({ first, floor, studies = [] }: NewHereFacts): readonly Study[] {
  if (first === undefined) return []
  const looked = studies.filter(
    ({ seen, sample, days, unverified }) =>
      seen === 0 && sample >= floor && !unverified && days !== undefined && days.last < first.first,
  )
  return [...sawBefore(studies, first.first), ...looked]
}

const firstWords = (first: Sighting): Text => {
  const on = onDays(first)
  return text(`First read here ${on.en}.`, `Lu ici pour la première fois ${on.fr}.`)
}

const incidents = (n: number) =>
  counted(n, text('comparable incident', 'incident comparable'), text('comparable incidents', 'incidents comparables'))

function answerWords({ why, first, n, floor, studies = [] }: NewHereFacts, name: Text): Text {
  if (first === undefined) {
    return text(
      `Cannot tell: no dated incident carries ${name.en}.`,
      `Indéterminé : aucun incident daté ne porte : ${name.fr}.`,
    )
  }
  const on = onDays(first)
  const among = incidents(n)
  switch (why) {
    case 'new': {
      const bound = percent(Math.min(1, 3 / n))
      return text(
        `New here ${on.en} (${first.ref}): ${name.en}. None of the ${among.en} read before carried it. Its share was then under ${bound.en}, with 95% certainty.`,
        `Nouveau ici ${on.fr} (${first.ref}) : ${name.fr}. Aucun des ${among.fr} lus avant ne le portait. Sa part était alors inférieure à ${bound.fr}, avec 95\u202F% de certitude.`,
      )
    }
    case 'too-few':
    case 'undated':
      return text(
        `Cannot tell: ${among.en} read before; ${floor} are needed. First read: ${name.en}.`,
        `Indéterminé : ${among.fr} lus avant ; il en faut ${floor}. Première lecture : ${name.fr}.`,
      )
    case 'first-visit':
      return text(
        `Cannot tell: nothing comparable had been read in that region before. First read ${on.en}: ${name.en}.`,
        `Indéterminé : rien de comparable n'avait été lu dans cette région. Première lecture ${on.fr} : ${name.fr}.`,
      )
    case 'order-unknown':
      return text(
        `Cannot tell which incident came first: the days overlap. Also read ${on.en} (${first.ref}): ${name.en}.`,
        `Indéterminé : les dates se recoupent. Lu aussi ${on.fr} (${first.ref}) : ${name.fr}.`,
      )
    case 'known-before': {
      const [known] = sawBefore(studies, first.first)
      const when = onDays(known?.days as Interval)
      return text(
        `Known here before: ${name.en}. A baseline study saw it ${when.en} (${known?.ref}).`,
        `Déjà connu ici : ${name.fr}. Une étude de référence l'a vu ${when.fr} (${known?.ref}).`,
      )
    }
    case 'read-before':
      return text(
        `Read here before, ${on.en} (${first.ref}): ${name.en}.`,
        `Déjà lu ici ${on.fr} (${first.ref}) : ${name.fr}.`,
      )
  }
}

function limitsOf({ why, first, zone, studies = [] }: NewHereFacts): readonly Text[] {
  const limits = [
    text(
      'It speaks of incidents documented and read, not of what circulates unseen.',
      'Il est question des incidents documentés et lus, non de ce qui circule sans être vu.',
    ),
  ]
  limits.push(...unverifiedLimits(studies), ...undatedLimits(studies))
  if (zone === undefined) {
    limits.push(
      text(
        'No zone is set: all that this node holds was asked.',
        "Aucune zone n'est paramétrée : tout ce que contient ce nœud a été examiné.",
      ),
    )
  }
  if (why === 'new' && first?.region === undefined) {
    limits.push(
      text(
        'The region of the sighting is not known; its country alone was compared.',
        "La région n'est pas connue ; seul le pays a été comparé.",
      ),
    )
  }
  return limits
}

const undatedLimits = (studies: readonly Study[]): readonly Text[] =>
  studies
    .filter(({ seen, days, unverified }) => seen > 0 && days === undefined && !unverified)
    .map(({ ref }) =>
      text(
        `A study without a date saw it here, perhaps before: ${ref}.`,
        `Une étude sans date l'a vu ici, peut-être avant : ${ref}.`,
      ),
    )
