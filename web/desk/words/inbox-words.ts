/** The words of the inbox, in both languages. */
import type { AlertAnswer } from '#api/inbox-routes.ts'

type State = AlertAnswer['state']

export interface InboxWords {
  readonly views: { readonly title: string; readonly inbox: string; readonly findings: string }
  readonly waiting: (n: number) => string
  readonly lead: (aWeek: number) => string
  readonly thisWeek: string
  readonly week: (name: string) => string
  readonly nothingNew: string
  readonly changed: string
  readonly bulk: (file: string | null, findings: string, leads: string) => string
  readonly leads: (n: number) => string
  readonly states: { readonly [S in State]: string }
  readonly why: string
  readonly others: (n: number) => string
  readonly notListed: (n: number) => string
  readonly incidents: (n: number) => string
  readonly end: string
  readonly waitingLead: string
  readonly noneWait: { readonly title: string; readonly says: string }
  readonly waitingEnd: string
}

const many = 1000

const counted = (one: string, more: string, locale: string) => (n: number) =>
  `${n.toLocaleString(locale)} ${n === 1 || (n === 0 && locale === 'fr') ? one : more}`

export const inboxEn: InboxWords = {
  views: { title: 'View', inbox: 'Alerts by week', findings: 'All findings' },
  waiting: (n) => (n >= many ? `Waiting: ${n.toLocaleString('en')} or more` : `Waiting: ${n}`),
  lead: (aWeek) =>
    `Findings that are one lead are one alert. At most ${counted('alert reaches', 'alerts reach', 'en')(aWeek)} you a week; the others wait.`,
  thisWeek: 'This week',
  week: (name) => `Week ${name}`,
  nothingNew: 'No new alert.',
  changed: 'Shown before, with new findings',
  bulk: (file, findings, leads) =>
    file === null ? `Judged in bulk: ${findings} in ${leads}.` : `Import of ${file}: ${findings} in ${leads}.`,
  leads: counted('lead', 'leads', 'en'),
  states: { new: 'New', risen: 'Weighs more now', waited: 'Waited', changed: 'Changed', waiting: 'Waits' },
  why: 'Why it stands here',
  others: counted('more finding', 'more findings', 'en'),
  notListed: (n) => `${n.toLocaleString('en')} more on the pages of its records.`,
  incidents: counted('incident', 'incidents', 'en'),
  end: 'There are no earlier alerts.',
  waitingLead: 'Alerts for which no week had room yet, the weightiest first. They stand on their records all the same.',
  noneWait: { title: 'Nothing waits', says: 'Every alert reached the inbox.' },
  waitingEnd: 'These are all that wait.',
}

export const inboxFr: InboxWords = {
  views: { title: 'Vue', inbox: 'Alertes par semaine', findings: 'Tous les constats' },
  waiting: (n) => (n >= many ? `En attente : ${n.toLocaleString('fr')} ou plus` : `En attente : ${n}`),
  lead: (aWeek) =>
    `Les constats d’une même piste forment une alerte. Au plus ${counted('alerte', 'alertes', 'fr')(aWeek)} par semaine ; les autres attendent.`,
  thisWeek: 'Cette semaine',
  week: (name) => `Semaine ${name}`,
  nothingNew: 'Aucune nouvelle alerte.',
  changed: 'Déjà montrées, avec de nouveaux constats',
  bulk: (file, findings, leads) =>
    file === null ? `Examen en lot : ${findings} en ${leads}.` : `Import de ${file} : ${findings} en ${leads}.`,
  leads: counted('piste', 'pistes', 'fr'),
  states: {
    new: 'Nouvelle',
    risen: 'Pèse davantage',
    waited: 'Attendait',
    changed: 'Modifiée',
    waiting: 'En attente',
  },
  why: 'Pourquoi elle figure ici',
  others: counted('autre constat', 'autres constats', 'fr'),
  notListed: (n) => `${n.toLocaleString('fr')} de plus aux pages de ses enregistrements.`,
  incidents: counted('incident', 'incidents', 'fr'),
  end: 'Il n’y a pas d’alerte antérieure.',
  waitingLead:
    'Alertes pour lesquelles aucune semaine n’a encore eu de place, les plus lourdes d’abord. Elles figurent malgré tout à leurs enregistrements.',
  noneWait: { title: 'Rien n’attend', says: 'Chaque alerte a été montrée.' },
  waitingEnd: 'Ce sont toutes celles qui attendent.',
}
