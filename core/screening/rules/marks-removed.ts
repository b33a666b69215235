/** Were its marks removed or changed, and in which manner? */
import { text, type Text } from '../../lib/text.ts'
import type { ItemFacts } from '../../linking/facts.ts'
import { mannerOfMarks } from '../../linking/marks-manner.ts'
import type { ItemInput } from '../item-input.ts'
import type { Judgement, Rule, Telling } from '../rule.ts'

export interface MarksRemovedFacts {
  readonly item: string
  readonly condition?: NonNullable<ItemFacts['mark_condition']>
  readonly how?: NonNullable<ItemFacts['removed_how']>
  /** A manner of removal is recorded beside marks that are said to be there. */
  readonly contradicts?: true
}

export const marksRemoved: Rule<Pick<ItemInput, 'item'>, MarksRemovedFacts, never> = {
  name: 'marks-removed',
  version: 1,
  subject: 'item',
  settings: [],
  judge,
  tell,
}

function judge({ item }: Pick<ItemInput, 'item'>): Judgement<MarksRemovedFacts, never> {
  const { mark_condition: condition, removed_how: how } = item
  const isThere = condition === 'intact' || condition === 'never-marked'
  const isChanged =
    condition === 'removed' || condition === 're-marked' || (condition === undefined && how !== undefined)
  const contradicts = isThere && how !== undefined
  const answer = contradicts ? 'cannot-tell' : isChanged ? 'yes' : isThere ? 'no' : 'cannot-tell'
  const facts: MarksRemovedFacts = {
    item: item.ref,
    ...(condition !== undefined && { condition }),
    ...(how !== undefined && { how }),
    ...(contradicts && { contradicts }),
  }
  return { answer, grade: null, raised: answer === 'yes', facts }
}

const question = text(
  'Were its marks removed or changed, and in which manner?',
  'Ses marquages ont-ils été enlevés ou modifiés, et de quelle manière ?',
)

function tell({ answer, facts }: Judgement<MarksRemovedFacts, never>): Telling {
  const says = saysOf(facts)
  return {
    question,
    says,
    grounds: [{ kind: 'item', ref: facts.item, says }],
    limits: answer === 'yes' ? [notWhy] : [],
    n: null,
  }
}

const notWhy = text(
  'It does not say who did it, when or why: stocks are re-marked lawfully too.',
  'Cela ne dit ni par qui, ni quand, ni pourquoi : des stocks sont aussi remarqués légalement.',
)

function saysOf({ condition, how, contradicts }: MarksRemovedFacts): Text {
  if (contradicts)
    return text(
      'Cannot tell: the marks are said to be there, and a manner of removal is given.',
      'Indéterminé : les marquages sont dits présents, et une manière de les enlever est indiquée.',
    )
  if (condition === undefined && how === undefined) return notRecorded
  return condition === undefined || condition === 'removed' || condition === 're-marked'
    ? changed(condition ?? 'removed', how)
    : there[condition]
}

const notRecorded = text(
  'Cannot tell: the condition of its marks is not recorded.',
  "Indéterminé : l'état de ses marquages n'est pas noté.",
)

const there = {
  intact: text('Its marks are intact.', 'Ses marquages sont intacts.'),
  'never-marked': text('It was never marked.', "Il n'a jamais été marqué."),
  worn: text(
    'Cannot tell: its marks are worn, which hides whether any was removed.',
    'Indéterminé : ses marquages sont usés, ce qui cache une éventuelle altération.',
  ),
}

function changed(condition: 'removed' | 're-marked', how: string | undefined): Text {
  const what =
    condition === 'removed'
      ? text('Its marks were removed', 'Ses marquages ont été enlevés')
      : text('Its marks were changed', 'Ses marquages ont été modifiés')
  if (how === undefined) return text(`${what.en}; how is not recorded.`, `${what.fr} ; la manière n'est pas notée.`)
  const manner = mannerOfMarks(how)
  return text(`${what.en}: ${manner.en}.`, `${what.fr} : ${manner.fr}.`)
}
