/**
 * What would change if a finding were true, as one number a rule and grade: `docs/rules/attention.md` has the table.
 * The numbers only order; what counts is said in words.
 */
import { text, type Text } from '../lib/text.ts'
import { chanceOfOneOfTwo } from '../screening/concentration.ts'
import { counted, sentence } from '../screening/say.ts'

export interface Weighed {
  readonly rule: string
  readonly answer: string
  readonly grade: string | null
}

/** Goes up whenever the same finding can get another weight: all is then weighed anew once. */
export const weighing = 2

interface Weight {
  readonly weight: number
  readonly says: Text
}

const weight = (of: number, en: string, fr: string): Weight => ({ weight: of, says: text(en, fr) })

/** By rule, with its grade where that matters. */
const weights: { readonly [key: string]: Weight } = {
  'seen-before': weight(90, 'this very item was recorded before', 'cet objet même a déjà été enregistré'),
  embargo: weight(80, 'a transfer under an embargo', 'un transfert sous embargo'),
  'listed-holder': weight(75, 'materiel with a listed group', "du matériel d'un groupe visé par des sanctions"),
  exclusive: weight(70, 'materiel that one actor alone had', "du matériel qu'un seul acteur avait"),
  'not-in-stock': weight(60, 'materiel that no stock here held', "du matériel qu'aucun stock d'ici ne comptait"),
  'same-signature concentrated 8': weight(
    59,
    'rare materiel concentrated on one actor, in eight incidents or more',
    'un matériel rare concentré chez un seul acteur, dans huit incidents ou plus',
  ),
  'same-signature concentrated 6': weight(
    57,
    'rare materiel concentrated on one actor, in six incidents or more',
    'un matériel rare concentré chez un seul acteur, dans six incidents ou plus',
  ),
  'same-signature concentrated 3': weight(
    55,
    'rare materiel concentrated on one actor, in three incidents or more',
    'un matériel rare concentré chez un seul acteur, dans trois incidents ou plus',
  ),
  'same-signature many': weight(
    53,
    'rare materiel in five incidents or more',
    'un matériel rare dans cinq incidents ou plus',
  ),
  'same-signature': weight(50, 'rare materiel that incidents share', 'un matériel rare commun à des incidents'),
  'same-lot': weight(45, 'one lot in several incidents', 'un même lot dans plusieurs incidents'),
  'near-serial': weight(40, 'serials of one production', "des numéros d'une même production"),
  'new-here': weight(30, 'materiel never read here before', 'un matériel jamais lu ici auparavant'),
  'short-lag': weight(20, 'found soon after making or export', 'trouvé peu après sa fabrication ou son exportation'),
  'stock-consistent': weight(16, 'consistent with a known loss', 'compatible avec une perte connue'),
  'after-loss': weight(15, 'made after the loss that is named', 'fabriqué après la perte invoquée'),
  'marks-removed': weight(14, 'marks removed or changed', 'des marquages enlevés ou modifiés'),
  'defender-issue': weight(12, 'what defenders here were issued', "ce que les défenseurs d'ici avaient reçu"),
  possible: weight(10, 'an answer that is only possible', 'une réponse seulement possible'),
  incoherent: weight(5, 'marks that contradict each other', 'des marquages qui se contredisent'),
}

/** Where a rule has none of its own. */
const other = weight(10, 'another answer of interest', "une autre réponse d'intérêt")

function keyOf({ rule, answer, grade }: Weighed): string {
  if (rule === 'incoherent') return rule
  return answer === 'yes' || grade === 'of-interest' ? rule : 'possible'
}

export const weightOf = (finding: Weighed): number => (weights[keyOf(finding)] ?? other).weight

/**
 * Rare materiel weighs more where many incidents share it, and more still where all of its known users are one: by how
 * little chance would do that, in steps.
 */
export function weightOfShared(
  finding: Weighed,
  carried: { readonly all: number; readonly byActor: readonly number[] },
): number {
  const key = keyOf(finding)
  if (key !== 'same-signature') return weightOf(finding)
  const [first = 0, ...others] = carried.byActor.filter((count) => count > 0)
  const chance = others.length > 0 ? 1 : chanceOfOneOfTwo(first)
  const step = concentrated.find(({ atMost }) => chance <= atMost)
  const more = step === undefined ? (carried.all >= many ? ' many' : '') : ` concentrated ${step.fewest}`
  return (weights[`${key}${more}`] ?? other).weight
}

/** The fewest incidents of one actor alone of which chance makes so little. */
export const concentrated = [
  { atMost: 0.01, fewest: 8 },
  { atMost: 0.05, fewest: 6 },
  { atMost: 0.25, fewest: 3 },
] as const
const many = 5

/** What a weight stands for. */
const wordsOf = (of: number): Text => (Object.values(weights).find((one) => one.weight === of) ?? other).says

/** Why an alert stands where it stands: what its findings would mean, the heaviest first, with how many and how heavy. */
export function sayStanding(findings: readonly { readonly weight: number }[]): Text {
  const groups = [...Map.groupBy(findings, (one) => one.weight)].toSorted(([a], [b]) => b - a)
  return sentence(
    groups.map(([of, all]) => {
      const words = wordsOf(of)
      const count = counted(all.length, text('finding', 'finding'), text('findings', 'findings'))
      const constats = counted(all.length, text('constat', 'constat'), text('constats', 'constats'))
      return text(`${words.en} (weight ${of}, ${count.en})`, `${words.fr} (poids ${of}, ${constats.fr})`)
    }),
  )
}
