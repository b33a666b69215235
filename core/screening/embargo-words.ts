/** What the embargo rule says, in words, from the facts that it kept. */
import { text, type Text } from '../lib/text.ts'
import type { Interval } from '../record/day.ts'
import type { DateKind } from '../record/incident-days.ts'
import type { Ground, Judgement, Subject, Telling } from './rule.ts'
import type { EmbargoFacts, EmbargoGrade, ScopeOutcome, WhyOutcome } from './embargo-facts.ts'
import { join, sentence } from './say.ts'
import { onDays, sinceDays } from './say-date.ts'
import type { Ends } from './transfer-window.ts'

const question = text(
  'Can it only have been transferred while an embargo that covers this place, origin or holder was in force?',
  "N'a-t-il pu être transféré que pendant un embargo visant ce lieu, cette origine ou ce détenteur ?",
)

export function tellEmbargo(judgement: Judgement<EmbargoFacts, EmbargoGrade>, subject: Subject): Telling {
  const { facts } = judgement
  return {
    question,
    says: join([windowWords(facts.ends), answerWords(judgement)]),
    grounds: groundsOf(facts, subject),
    limits: limitsOf(judgement),
    n: null,
  }
}

function answerWords({ facts }: Judgement<EmbargoFacts, EmbargoGrade>): Text {
  const [held] = facts.exempt
  const [scope] = facts.scopes
  if (scope === undefined) {
    return text(
      'No embargo known here covers this place, origin or holder.',
      'Aucun embargo connu ici ne vise ce lieu, cette origine ou ce détenteur.',
    )
  }
  if (scope.outcome === 'outside' && held !== undefined) return heldWords(held)
  return scopeWords(scope)
}

function heldWords({ holder, by, ref }: EmbargoFacts['exempt'][number]): Text {
  const mark = by === 'serial' ? text('serial', 'numéro de série') : text('lot', 'lot')
  return text(
    `It stands by ${mark.en} in the declared stock of ${holder} (${ref}), whom the embargo exempts.`,
    `Il figure par son ${mark.fr} dans le stock déclaré de ${holder} (${ref}), que l'embargo exempte.`,
  )
}

/** Made in 2006; recovered on 7 Aug 2012. */
function windowWords({ made, exported, held, closes }: Ends): Text {
  const parts: Text[] = []
  if (made) parts.push(dated(text('made', 'fabriqué'), made))
  if (exported) parts.push(dated(text('exported', 'exporté'), exported))
  if (held) parts.push(dated(text('lawfully held', 'détenu légalement'), held.days))
  if (parts.length === 0) parts.push(text('not known when it was made', 'date de fabrication inconnue'))
  parts.push(
    closes ? dated(closeWords[closes.by], closes.days) : text('not known when found', 'date de découverte inconnue'),
  )
  return sentence(parts)
}

const dated = (word: Text, days: Interval): Text => {
  const on = onDays(days)
  return text(`${word.en} ${on.en}`, `${word.fr} ${on.fr}`)
}

const closeWords: { readonly [K in DateKind]: Text } = {
  use: text('used', 'utilisé'),
  recovery: text('recovered', 'récupéré'),
  seizure: text('seized', 'saisi'),
  documentation: text('documented', 'documenté'),
}

/** One sentence for one scope and its own outcome. */
function scopeWords(scope: ScopeOutcome): Text {
  const name = text(`Embargo “${scope.regime}”`, `Embargo « ${scope.regime} »`)
  const says = whyWords(scope)[scope.why]
  return text(`${name.en}: ${says.en}.`, `${name.fr} : ${says.fr}.`)
}

function whyWords({ start, end }: ScopeOutcome): { readonly [W in WhyOutcome]: Text } {
  const began = start ? onDays(start) : text('', '')
  const since = start ? sinceDays(start) : text('', '')
  const ended = end ? onDays(end) : text('', '')
  return {
    inside: text(
      `it can only have been transferred while this applied, from ${since.en}. Of possible interest`,
      `il n'a pu être transféré que pendant son application, depuis ${since.fr}. Intérêt possible`,
    ),
    'may-open-before': text(
      `it began ${began.en}; a transfer before that is possible. Of possible interest`,
      `il a commencé ${began.fr} ; un transfert antérieur est possible. Intérêt possible`,
    ),
    'may-close-after': text(
      `it ended ${ended.en}; a transfer after that is possible. Of possible interest`,
      `il a pris fin ${ended.fr} ; un transfert postérieur est possible. Intérêt possible`,
    ),
    'origin-possible': text(
      'transferred while this applied, if the opinion of its origin, graded 3, is right. Of possible interest',
      "transféré pendant son application, si l'avis sur son origine, coté 3, est juste. Intérêt possible",
    ),
    'no-opening': text(
      'cannot tell, for nothing says when it left lawful hands',
      'indéterminé, car rien ne dit quand il a quitté des mains légales',
    ),
    'no-close': text(
      'cannot tell, for the day of the find is not known',
      'indéterminé, car le jour de la découverte est inconnu',
    ),
    'dates-contradict': text(
      'cannot tell, for the dates contradict each other',
      'indéterminé, car les dates se contredisent',
    ),
    'opens-before': text(
      `cannot tell, for it existed before this applied, from ${since.en}`,
      `indéterminé, car il existait avant son application, depuis ${since.fr}`,
    ),
    'area-unknown': text(
      'cannot tell, for the place is not known finely enough',
      "indéterminé, car le lieu n'est pas connu assez finement",
    ),
    'holder-unknown': text(
      'cannot tell, for it turns on the holder, who is not known',
      'indéterminé, car tout dépend du détenteur, qui est inconnu',
    ),
    'holder-under': text(
      'cannot tell, for it turns on whether the holder acted for a covered actor',
      'indéterminé, car il faudrait savoir si le détenteur agissait pour un acteur visé',
    ),
    'origin-unknown': text('cannot tell, for its origin is not known', 'indéterminé, car son origine est inconnue'),
    'origin-weak': text(
      'cannot tell, for the opinion of its origin is too weak',
      "indéterminé, car l'avis sur son origine est trop faible",
    ),
    craft: text('cannot tell, for it is craft-made', 'indéterminé, car il est de fabrication artisanale'),
    'made-inside': text(
      'cannot tell, for it was made in the area itself',
      'indéterminé, car il a été fabriqué dans la zone même',
    ),
    unverified: text(
      'cannot tell, for only an unverified reference entry supports it',
      "indéterminé, car seule une entrée de référence non vérifiée l'appuie",
    ),
    'closes-before': text(
      `outside, for it was found before this applied, from ${since.en}`,
      `hors champ, car découvert avant son application, depuis ${since.fr}`,
    ),
    'opens-after': text(
      `outside, for this had ended ${ended.en}, before it was made or exported`,
      `hors champ, car il avait pris fin ${ended.fr}, avant la fabrication ou l'exportation`,
    ),
    class: text('outside, for it does not cover this class', 'hors champ, car cette classe ne relève pas de lui'),
    area: text('outside, for it covers another area', 'hors champ, car une autre zone est visée'),
    origin: text('outside, for it covers another origin', 'hors champ, car une autre origine est visée'),
    'not-left': text(
      'outside, for it was found inside the area that it would have left',
      "hors champ, car il a été découvert dans la zone qu'il aurait quittée",
    ),
    actor: text('outside, for it does not cover this holder', "hors champ, car ce détenteur n'est pas visé"),
    exempt: text('outside, for it exempts this holder', 'hors champ, car ce détenteur est exempté'),
    held: text('outside, for an exempt stock holds it', 'hors champ, car un stock exempté le détient'),
  }
}

function groundsOf(facts: EmbargoFacts, subject: Subject): readonly Ground[] {
  const { ends, incident } = facts
  const grounds: Ground[] = []
  if (ends.made)
    grounds.push({ kind: 'item', ref: subject.ref, says: sentence([dated(text('made', 'fabriqué'), ends.made)]) })
  if (ends.exported) {
    const says = sentence([dated(text('exported', 'exporté'), ends.exported)])
    grounds.push({ kind: 'item', ref: subject.ref, says })
  }
  if (ends.held) {
    const on = onDays(ends.held.days)
    const says = text(`Still held by ${ends.held.holder} ${on.en}.`, `Encore détenu par ${ends.held.holder} ${on.fr}.`)
    grounds.push({ kind: 'stock', ref: ends.held.ref, says })
  }
  if (incident !== undefined && ends.closes) {
    grounds.push({
      kind: 'incident',
      ref: incident,
      says: sentence([dated(closeWords[ends.closes.by], ends.closes.days)]),
    })
  }
  for (const held of facts.exempt) grounds.push({ kind: 'stock', ref: held.ref, says: heldWords(held) })
  for (const scope of facts.scopes) grounds.push({ kind: 'scope', ref: scope.ref, says: citedWords(scope) })
  return grounds
}

function citedWords(scope: ScopeOutcome): Text {
  const says = scopeWords(scope)
  const cited = [scope.instrument, scope.paragraph].filter((part) => part !== undefined).join(', ')
  return text(`${says.en} Source: ${cited}.`, `${says.fr} Source : ${cited}.`)
}

function limitsOf({ facts, grade }: Judgement<EmbargoFacts, EmbargoGrade>): readonly Text[] {
  const limits: Text[] = []
  const whys = new Set(facts.scopes.map(({ why }) => why))
  if (grade !== 'outside') {
    limits.push(
      text(
        'What is forbidden is a transfer; that the item exists is not.',
        "C'est le transfert qui est interdit, non l'existence de l'objet.",
      ),
    )
  }
  if (whys.has('unverified')) {
    limits.push(
      text(
        'A reference entry that nobody has verified proposes; it raises nothing by itself.',
        'Une entrée de référence non vérifiée propose ; elle ne signale rien par elle-même.',
      ),
    )
  }
  if (facts.ends.held) {
    limits.push(
      text(
        'It was in a lawful stock; the way from there to the find is not known.',
        "Il se trouvait dans un stock légal ; le chemin jusqu'à la découverte est inconnu.",
      ),
    )
  }
  if (facts.exempt.some(({ alone }) => alone)) {
    limits.push(
      text(
        'The stock names the mark alone; a mark alone is never unique.',
        "Le stock ne donne que la marque ; une marque seule n'est jamais unique.",
      ),
    )
  }
  if (facts.scopes.length === 0 || facts.elsewhere > 0) {
    limits.push(
      text(
        'Only embargoes recorded or shipped here were asked.',
        'Seuls les embargos enregistrés ou fournis ici ont été examinés.',
      ),
    )
  }
  return limits
}
