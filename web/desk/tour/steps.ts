/** The tour of the example: seven pages of the desk, each with one sentence. Its records stand in exercise/example. */
import type { NavigateOptions } from '@tanstack/react-router'
import { text, type Text } from '#core/lib/text.ts'

export interface Step {
  readonly page: Pick<NavigateOptions, 'to' | 'params' | 'search'>
  readonly says: Text
}

export const steps: readonly Step[] = [
  {
    page: { to: '/' },
    says: text(
      'Of some three hundred incidents Headstamp tells what may matter, and what each answer rests on.',
      'De quelque trois cents incidents, Headstamp dit ce qui peut compter, et sur quoi chaque réponse repose.',
    ),
  },
  {
    page: { to: '/records/$ref', params: { ref: 'INN-PLOVER' } },
    says: text(
      'An inn was attacked. Under “Incidents with the same materiel”: five more attacks, in three States, same rifles.',
      'Une auberge attaquée. Sous « Incidents au même matériel » : cinq autres attaques, dans trois États, mêmes fusils.',
    ),
  },
  {
    page: { to: '/records/$ref', params: { ref: 'INN-PLOVER-1' } },
    says: text(
      'One of the rifles: marks as they were read, what they are taken to mean, and no stock that ever held it.',
      'L’un des fusils : les marquages tels que lus, ce qu’on en déduit, et aucun stock ne l’a jamais compté.',
    ),
  },
  {
    page: {
      to: '/signatures/$signature',
      params: { signature: 'arm|year|model=R-62;producer=Works 9;year=2017' },
    },
    says: text(
      'Model, maker and year together: who carries it among how many read, when, and where on the map.',
      'Modèle, fabricant et année ensemble : qui le porte parmi combien de lus, quand, et où sur la carte.',
    ),
  },
  {
    page: { to: '/records/$ref', params: { ref: 'TRAP-LOST-RIFLE-1' } },
    says: text(
      'The same model of another year, lost by the army: it looks like a lead, and nothing is claimed.',
      'Le même modèle d’une autre année, perdu par l’armée : on dirait une piste, et rien n’est affirmé.',
    ),
  },
  {
    page: { to: '/search', search: { q: 'M17-204471' } },
    says: text(
      'A serial with two figures swapped is found all the same, with the reason.',
      'Un numéro de série aux chiffres intervertis est trouvé quand même, avec la raison.',
    ),
  },
  {
    page: { to: '/import' },
    says: text(
      'Now your file: drop a table as it is. You see what it would become before anything is kept.',
      'À présent, votre fichier : déposez un tableau tel quel. Vous voyez ce qu’il deviendrait avant que rien ne soit conservé.',
    ),
  },
]
