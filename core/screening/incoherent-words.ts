/** What the rule `incoherent` says, in words, from the facts that it kept. */
import { text, type Text } from '../lib/text.ts'
import type { Ground, Judgement, Telling } from './rule.ts'
import type { Compared, Contradiction, IncoherentFacts } from './incoherent-facts.ts'
import { join, listed } from './say.ts'
import { onDays } from './say-date.ts'

const question = text(
  'Do its marks, parts, dates and model contradict each other?',
  'Ses marquages, ses pièces, ses dates et son modèle se contredisent-ils ?',
)

export function tellIncoherent({ answer, facts }: Judgement<IncoherentFacts>): Telling {
  const words = facts.contradictions.map(contradictionWords)
  const compared = listed(facts.compared.map((one) => comparedWords[one]))
  const ground = (says: Text): Ground => ({ kind: 'item', ref: facts.item, says })
  return {
    question,
    says:
      answer === 'yes'
        ? join(words)
        : answer === 'no'
          ? text(`Nothing contradicts. Compared: ${compared.en}.`, `Rien ne se contredit. Comparé : ${compared.fr}.`)
          : nothingCompared,
    grounds: [...words.map(ground), ...sourceGrounds(facts)],
    limits: [...(answer === 'yes' ? [whoseFault] : []), ...(facts.proposed ?? []).map(proposedWords)],
    n: null,
  }
}

const nothingCompared = text(
  'Cannot tell: too little was recorded to compare.',
  'Indéterminé : trop peu a été noté pour comparer.',
)

const whoseFault = text(
  'A misreading, a typing slip and a false mark look alike here: look at the photographs.',
  'Une erreur de lecture, de saisie et un faux marquage se ressemblent ici : voyez les photographies.',
)

const librarySource: { readonly [K in Contradiction['kind']]?: readonly ['source' | 'lot_source', Text] } = {
  'before-model': ['source', text('Says when the model began.', 'Indique le début du modèle.')],
  'calibre-of-model': ['source', text('Says of which calibre the model is.', 'Indique le calibre du modèle.')],
  'year-on-lot': ['lot_source', text('Says how such a lot is read.', 'Indique comment se lit un tel lot.')],
}

const sourceGrounds = (facts: IncoherentFacts): readonly Ground[] =>
  facts.contradictions.flatMap(({ kind }): readonly Ground[] => {
    const [from, says] = librarySource[kind] ?? []
    const ref = from === undefined ? undefined : facts[from]
    return ref === undefined || says === undefined ? [] : [{ kind: 'reference', ref, says }]
  })

function proposedWords(one: Contradiction): Text {
  const { en, fr } = contradictionWords(one)
  return text(
    `A row of the library speaks against it, and nobody verified that row. ${en}`,
    `Une ligne de la bibliothèque parle contre, et personne ne l'a vérifiée. ${fr}`,
  )
}

const comparedWords: { readonly [C in Compared]: Text } = {
  'made-and-found': text('the dates', 'les dates'),
  export: text('the export', "l'exportation"),
  model: text('the model', 'le modèle'),
  calibre: text('the calibre', 'le calibre'),
  lot: text('the lot', 'le lot'),
  marks: text('the headstamp', 'le culot'),
  parts: text('the serials of its parts', 'les numéros de ses pièces'),
  condition: text('the condition of its marks', "l'état de ses marquages"),
}

function contradictionWords(one: Contradiction): Text {
  switch (one.kind) {
    case 'made-after-find': {
      const [made, found] = [onDays(one.made), onDays(one.found)]
      return text(
        `Said to be made ${made.en} and found before, ${found.en}.`,
        `Dit fabriqué ${made.fr} et trouvé avant, ${found.fr}.`,
      )
    }
    case 'exported-before-made': {
      const [made, exported] = [onDays(one.made), onDays(one.exported)]
      return text(
        `Said to be exported ${exported.en} and made after, ${made.en}.`,
        `Dit exporté ${exported.fr} et fabriqué après, ${made.fr}.`,
      )
    }
    case 'exported-after-find': {
      const [exported, found] = [onDays(one.exported), onDays(one.found)]
      return text(
        `Said to be exported ${exported.en} and found before, ${found.en}.`,
        `Dit exporté ${exported.fr} et trouvé avant, ${found.fr}.`,
      )
    }
    case 'before-model': {
      const made = onDays(one.made)
      return text(
        `Said to be made ${made.en}; ${one.model} began in ${one.first}.`,
        `Dit fabriqué ${made.fr} ; ${one.model} date de ${one.first}.`,
      )
    }
    case 'calibre-of-model':
      return text(
        `Said to be of ${one.calibre}; ${one.model} is of ${one.of}.`,
        `Dit de ${one.calibre} ; ${one.model} est de ${one.of}.`,
      )
    case 'year-on-lot': {
      const [made, years] = [onDays(one.made), one.years.join(', ')]
      return text(
        `Said to be made ${made.en}; its lot ${one.lot} says another year: ${years}.`,
        `Dit fabriqué ${made.fr} ; son lot ${one.lot} dit une autre année : ${years}.`,
      )
    }
    case 'year-on-marks': {
      const marks = one.marks.join(', ')
      return text(
        `Said to be of ${one.year}; no number of its headstamp can be that year: ${marks}.`,
        `Dit de ${one.year} ; aucun nombre du culot ne peut être cette année : ${marks}.`,
      )
    }
    case 'serial-of-part':
      return text(
        `The ${one.part} carries ${one.serial}, the weapon ${one.main}.`,
        `La pièce ${one.part} porte ${one.serial}, l'arme ${one.main}.`,
      )
    case 'marks-where-never':
      return text('Said to be never marked, and marks are recorded.', 'Dit jamais marqué, et des marquages sont notés.')
    case 'manner-where-there':
      return text(
        'Its marks are said to be there, and a manner of removal is given.',
        'Ses marquages sont dits présents, et une manière de les enlever est indiquée.',
      )
    case 'years-reversed':
      return text(
        `Its last possible year, ${one.year_to}, lies before its year, ${one.year}.`,
        `Sa dernière année possible, ${one.year_to}, précède son année, ${one.year}.`,
      )
  }
}
