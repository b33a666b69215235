/** What a baseline study found, as a ground: the study, where and when it looked, its share. */
import { text, type Text } from '../lib/text.ts'
import type { Study } from '../linking/study.ts'
import type { Ground } from './rule.ts'
import { counted, figure, percent } from './say.ts'
import { sayDays } from './say-date.ts'

/** Studies beyond these are found on the signature's page. */
const named = 20

export const studyGrounds = (studies: readonly Study[]): readonly Ground[] =>
  studies.slice(0, named).map((study): Ground => ({ kind: 'baseline', ref: study.ref, says: sayStudy(study) }))

/** The study, where and when it looked, what it found and how sure that is. */
export function sayStudy({ study, where, days, grade, ...found }: Study): Text {
  const when = days === undefined ? text('undated', 'sans date') : sayDays(days)
  const what = sayFound(found)
  const graded = grade === undefined ? text('', '') : text(` Graded ${grade}.`, ` Coté ${grade}.`)
  return text(
    `${study}, ${where}, ${when.en}: ${what.en}.${graded.en}`,
    `${study}, ${where}, ${when.fr} : ${what.fr}.${graded.fr}`,
  )
}

/** 62 of 100 items (62%), said to be common; looked for among 400 items and not seen. */
export function sayFound({ seen, sample, unit, says }: Pick<Study, 'seen' | 'sample' | 'unit' | 'says'>): Text {
  const of = counted(sample, ...things[unit])
  if (seen === 0) return text(`looked for among ${of.en} and not seen`, `recherché parmi ${of.fr} et non vu`)
  const [some, all, share] = [counted(seen, ...things[unit]), figure(sample), percent(seen / sample)]
  const common = says === 'common' ? text(', said to be common', ', dit courant') : text('', '')
  return text(
    `${figure(seen).en} of ${of.en} (${share.en})${common.en}`,
    `${some.fr} sur ${all.fr} (${share.fr})${common.fr}`,
  )
}

const things = {
  items: [text('item', 'objet'), text('items', 'objets')],
  incidents: [text('incident', 'incident'), text('incidents', 'incidents')],
} as const

/** What nobody could verify decides nothing, and is named all the same. */
export const unverifiedLimits = (studies: readonly Study[]): readonly Text[] =>
  studies
    .filter(({ seen, unverified }) => seen > 0 && unverified === true)
    .slice(0, named)
    .map(({ ref, says }) => {
      const what =
        says === 'common'
          ? text('says that it is common here', 'le dit courant ici')
          : text('saw it here', "l'a vu ici")
      return text(
        `An unverified study ${what.en}: ${ref}. It decides nothing.`,
        `Une étude non vérifiée ${what.fr} : ${ref}. Elle ne décide de rien.`,
      )
    })
