/** A holder, what it has and lost, and why its stock leaves a question open: words that rules about stock share. */
import { text, type Text } from '../lib/text.ts'
import type { Ground } from './rule.ts'
import { listed, sentence } from './say.ts'
import { fromTo, onDays, sayDays } from './say-date.ts'
import type { Gap, ListFacts, LossFacts, RowFacts, StockFacts, TypeAsked, TypePart } from './stock-facts.ts'

/** Whose stock was asked: after *in the stock of*, *dans le stock*. */
export function holderWords({ holder, country }: { readonly holder?: string; readonly country?: string }): Text {
  if (holder !== undefined) return text(holder, `de ${holder}`)
  return text(`the State forces of ${country}`, `des forces de l'État (${country})`)
}

export function lossGround({ ref, days }: LossFacts): Ground {
  const on = days === undefined ? text('on an unknown day', 'à une date inconnue') : onDays(days)
  return { kind: 'stock', ref, says: text(`A loss ${on.en}.`, `Une perte ${on.fr}.`) }
}

/** Why a stock neither holds the type nor shows that it never did. */
export function openWords(facts: StockFacts): Text {
  const whose = holderWords(facts)
  switch (facts.why) {
    case 'may-hold': {
      const [row] = facts.rows
      return text(
        `Cannot tell: a row of the stock of ${whose.en} may name it: ${row?.ref}.`,
        `Indéterminé : une ligne du stock ${whose.fr} peut le désigner : ${row?.ref}.`,
      )
    }
    case 'responder':
      return text(
        "Cannot tell: a responder's item, and no holder is named for it.",
        "Indéterminé : objet d'un intervenant, sans détenteur indiqué.",
      )
    case 'no-country':
      return text(
        'Cannot tell: neither a holder nor the country of the find is known.',
        'Indéterminé : ni détenteur ni pays de découverte ne sont connus.',
      )
    case 'type-unknown': {
      const parts = listed(facts.unknown.map((part) => partWords[part]))
      return text(`Cannot tell: not known of its type: ${parts.en}.`, `Indéterminé : manque à son type : ${parts.fr}.`)
    }
    case 'no-find-date':
      return text(
        'Cannot tell: the day of the find is not known.',
        'Indéterminé : le jour de la découverte est inconnu.',
      )
    case 'dates-contradict':
      return text(
        'Cannot tell: it was made after it was found, by its dates.',
        'Indéterminé : ses dates le disent fabriqué après sa découverte.',
      )
    case 'gap': {
      const [gap] = facts.gaps
      return gap === undefined ? noServices : gapWords(gap)
    }
    case 'holds':
    case 'never':
      throw new Error(`a stock that ${facts.why} it leaves nothing open`)
  }
}

const noServices = text(
  "Cannot tell: no services are set as the State's.",
  "Indéterminé : aucun service de l'État n'est paramétré.",
)

function gapWords({ service, first, last }: Gap): Text {
  const days = fromTo(first, last)
  const word = serviceWord(service)
  return text(
    `Cannot tell: no whole list covers the ${word.en} ${days.en}.`,
    `Indéterminé : aucune liste complète ne couvre ${word.fr} ${days.fr}.`,
  )
}

const serviceWord = (service: string): Text => serviceWords[service] ?? text(service, service)

/** With their article in French. */
const serviceWords: { readonly [service: string]: Text } = {
  army: text('army', "l'armée"),
  gendarmerie: text('gendarmerie', 'la gendarmerie'),
  guard: text('guard', 'la garde'),
  police: text('police', 'la police'),
  customs: text('customs', 'la douane'),
  other: text('other services', 'les autres services'),
  contingent: text('contingent', 'le contingent'),
  all: text('all services', 'tous les services'),
}

const partWords: { readonly [P in TypePart]: Text } = {
  model: text('model', 'le modèle'),
  calibre: text('calibre', 'le calibre'),
  producer: text('producer', 'le fabricant'),
  year: text('year', "l'année"),
}

/** Type 56-1, Factory 313, 2011. */
export function typeWords({ pattern, model, calibre, producer, year, year_to: to }: TypeAsked): string {
  const years = year === undefined ? undefined : to === undefined || to === year ? String(year) : `${year}–${to}`
  const parts = [model ?? pattern, calibre, producer, years].filter((part) => part !== undefined)
  return parts.length === 0 ? '?' : parts.join(', ')
}

export function stockGrounds(facts: StockFacts): readonly Ground[] {
  const rows = facts.rows.map((row): Ground => ({ kind: 'stock', ref: row.ref, says: rowWords(row) }))
  const lists = facts.lists.map((list): Ground => ({ kind: 'stock', ref: list.ref, says: listWords(list) }))
  return [...rows, ...lists, ...facts.losses.map(lossGround)]
}

/** What a row says of the type that it names. */
export function rowWords(row: RowFacts): Text {
  const status = statusWords[row.status ?? 'held']
  const [type, holder] = [typeWords(row), text(row.holder, row.holder)]
  return sentence([text(`${status.en} by ${holder.en}: ${type}`, `${status.fr} par ${holder.fr} : ${type}`)])
}

export const statusWords: { readonly [S in NonNullable<RowFacts['status']>]: Text } = {
  held: text('held', 'détenu'),
  lost: text('held and lost', 'détenu et perdu'),
  stolen: text('held and stolen', 'détenu et volé'),
  captured: text('held and captured', 'détenu et capturé'),
  destroyed: text('held and destroyed', 'détenu et détruit'),
  transferred: text('held and transferred', 'détenu et transféré'),
  'never-held': text('never held', 'jamais détenu'),
}

const basisWords: { readonly [B in ListFacts['basis']]: Text } = {
  list: text('List', 'Liste'),
  inspection: text('Inspection', 'Inspection'),
  statement: text('Statement', 'Déclaration'),
}

/** Inspection 2012 (army, police), whole, 1 Jan 2010 to 31 Dec 2012. */
function listWords({ basis, list, services, stretches, denies, grade }: ListFacts): Text {
  const word = basisWords[basis]
  const name = list === undefined ? '' : ` ${list}`
  const days = stretches.map(sayDays)
  const [en, fr] = [days.map((day) => day.en).join(', '), days.map((day) => day.fr).join(', ')]
  const graded = grade === undefined ? text('', '') : text(` Grade ${grade}.`, ` Cote ${grade}.`)
  const whole = denies ? text('never held', 'jamais détenu') : text('whole', 'complète')
  const of = listed(services.map(serviceWord))
  return text(
    `${word.en}${name} (${of.en}), ${whole.en}, ${en}.${graded.en}`,
    `${word.fr}${name} (${of.fr}), ${whole.fr}, ${fr}.${graded.fr}`,
  )
}
