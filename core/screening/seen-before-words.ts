/** What the rule `seen-before` says, in words, from the facts that it kept. */
import { text, type Text } from '../lib/text.ts'
import type { Ground, Judgement, Telling } from './rule.ts'
import type { SeenBeforeFacts, TwinFacts } from './seen-before-facts.ts'
import { onDays } from './say-date.ts'
import { rowWords, statusWords } from './stock-words.ts'

const question = text(
  'Was this very item recorded, stored, handed over, lost or destroyed on paper before?',
  'Cet objet même a-t-il déjà été enregistré, stocké, remis, perdu ou détruit sur le papier ?',
)

export function tellSeenBefore({ answer, facts }: Judgement<SeenBeforeFacts>): Telling {
  const { records, rows } = facts
  return {
    question,
    says: saysOf(facts),
    grounds: [
      ...records.map((record): Ground => ({ kind: 'item', ref: record.ref, says: recordWords(record) })),
      ...rows.map((row): Ground => ({ kind: 'stock', ref: row.ref, says: rowWords(row) })),
    ],
    limits: answer === 'yes' ? [copied] : answer === 'no' ? [unrecorded] : [],
    n: null,
  }
}

const copied = text(
  'Serials are also copied, misread and used twice: compare the pieces themselves, or their photographs.',
  'Des numéros sont aussi copiés, mal lus ou attribués deux fois : comparez les pièces, ou leurs photographies.',
)

const unrecorded = text('What nobody recorded here is not seen.', "Ce que personne n'a enregistré ici ne se voit pas.")

function saysOf({ why, serial, records, rows }: SeenBeforeFacts): Text {
  switch (why) {
    case 'recorded': {
      const [record] = records
      const [where, when] = [inIncident(record), onDay(record)]
      return text(
        `Recorded before${when.en}: ${record?.ref}${where.en}. The same maker, model and serial (${serial}).`,
        `Déjà enregistré${when.fr} : ${record?.ref}${where.fr}. Mêmes fabricant, modèle et numéro (${serial}).`,
      )
    }
    case 'on-paper': {
      const [row] = rows
      const status = statusWords[row?.status ?? 'held']
      return text(
        `On paper before: ${row?.ref}, ${status.en} by ${row?.holder}. The same maker, model and serial (${serial}).`,
        `Déjà sur le papier : ${row?.ref}, ${status.fr} par ${row?.holder}. Mêmes fabricant, modèle et numéro (${serial}).`,
      )
    }
    case 'maybe': {
      const refs = [...records, ...rows].map(({ ref }) => ref).join(', ')
      return text(
        `Cannot tell: others carry the serial ${serial} and may be this one: ${refs}.`,
        `Indéterminé : d'autres portent le numéro ${serial} et peuvent être celui-ci : ${refs}.`,
      )
    }
    case 'nothing':
      return text(
        `No earlier record carries the serial ${serial}.`,
        `Aucun enregistrement antérieur ne porte le numéro ${serial}.`,
      )
    case 'no-serial':
      return text('Cannot tell: no serial is recorded.', "Indéterminé : aucun numéro de série n'est noté.")
    case 'unread':
      return text(
        `Cannot tell: the serial was not read in full (${serial}).`,
        `Indéterminé : le numéro de série n'a pas été lu en entier (${serial}).`,
      )
  }
}

const inIncident = (record: TwinFacts | undefined): Text =>
  record?.incident === undefined ? text('', '') : text(`, in ${record.incident}`, `, dans ${record.incident}`)

function onDay(record: TwinFacts | undefined): Text {
  if (record?.days === undefined) return text('', '')
  const on = onDays(record.days)
  return text(` ${on.en}`, ` ${on.fr}`)
}

function recordWords(record: TwinFacts): Text {
  const where = record.incident ?? '?'
  const on = onDay(record)
  const found = text(`Found${on.en} in ${where}.`, `Trouvé${on.fr} dans ${where}.`)
  const but = record.but === undefined ? null : butWords[record.but]
  return but === null ? found : text(`${found.en} ${but.en}`, `${found.fr} ${but.fr}`)
}

const butWords: { readonly [B in NonNullable<TwinFacts['but']>]: Text } = {
  'type-unknown': text('Its maker or model is not known.', "Son fabricant ou son modèle n'est pas connu."),
  'order-open': text('Which was found first is open.', 'Lequel fut trouvé en premier reste ouvert.'),
  'one-event': text('Both may tell of one event.', 'Les deux relatent peut-être un seul événement.'),
}
