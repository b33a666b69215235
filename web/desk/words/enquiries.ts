/** What the desk says about enquiries, in both languages. */
import type { Language } from '#core/lib/text.ts'

export interface EnquiryWords {
  readonly title: string
  /** In the main menu. */
  readonly menu: string
  readonly lead: string
  readonly state: string
  readonly open: string
  readonly who: string
  /** Reference, state, asked, holder, what, sent, due, handling. */
  readonly columns: readonly [string, string, string, string, string, string, string, string]
  readonly end: (n: number) => string
  readonly noneSuch: string
  readonly none: string
  readonly noneSays: string
  readonly make: string
  readonly makeLead: string
  readonly raisedBy: string
  readonly whom: string
  readonly asked: string
  readonly askedHint: string
  readonly countryHint: string
  readonly services: string
  readonly what: string
  readonly whatHint: string
  readonly when: string
  readonly due: string
  readonly note: string
  readonly keepDraft: string
  readonly ask: string
  readonly stands: string
  readonly answer: string
  /** What to do next, by state. */
  readonly next: { readonly [status: string]: string }
  readonly sentOn: string
  readonly send: string
  readonly recordAnswer: string
  readonly refused: string
  readonly withdraw: string
  readonly again: string
  readonly answeredOn: string
  readonly said: string
  readonly coverageHint: string
  readonly letter: string
  readonly keepAnswer: string
}

const en: EnquiryWords = {
  title: 'Enquiries about stock',
  menu: 'Enquiries',
  lead: 'What authorities were asked about holders’ stock; what waits for an answer first.',
  state: 'State',
  open: 'open (drafts and sent)',
  who: 'Authority or holder',
  columns: ['Enquiry', 'State', 'Asked', 'Holder', 'What', 'Sent', 'Due', 'Handling'],
  end: (n) => (n === 1 ? '1 enquiry; this is all.' : `${n.toLocaleString('en')} enquiries; these are all.`),
  noneSuch: 'No enquiry is like that.',
  none: 'Nobody was asked yet.',
  noneSays:
    'Whether a type was ever in a stock, only who keeps it can say. Ask, record the answer with its scope, and the rules read it. The page of an item or a signature fills the form for you.',
  make: 'New enquiry',
  makeLead: 'It is kept as a draft. You mark it as sent once the letter has left.',
  raisedBy: 'Raised by',
  whom: 'Whom, and whose stock',
  asked: 'Authority asked',
  askedHint: 'As the letter addresses it.',
  countryHint: 'Two letters; empty: the host country.',
  services: 'Services',
  what: 'About what',
  whatHint: 'What the answer speaks of. Where it speaks of the whole type, empty lot and serial.',
  when: 'Until when',
  due: 'Answer asked for by',
  note: 'The question, in words',
  keepDraft: 'Keep as a draft',
  ask: 'Ask about its stock',
  stands: 'Where it stands',
  answer: 'The answer:',
  next: {
    draft: 'Send the letter, then mark it as sent here.',
    sent: 'Record the answer when it comes. No answer proves nothing.',
    answered: 'The rules have read the answer. A wrong answer is mended on its row of stock.',
    refused: 'A refusal says nothing of the stock. Record an answer if one comes after all.',
    withdrawn: 'Nobody is asked any more.',
  },
  sentOn: 'Sent on',
  send: 'Mark as sent',
  recordAnswer: 'Record the answer',
  refused: 'They refuse to answer',
  withdraw: 'Withdraw',
  again: 'Make it a draft again',
  answeredOn: 'Answered on',
  said: 'They say it was',
  coverageHint: 'Whole: they answer for all these services in all these years.',
  letter: 'Letter or list of the answer',
  keepAnswer: 'Keep the answer',
}

const fr: EnquiryWords = {
  title: 'Demandes sur les stocks',
  menu: 'Demandes',
  lead: 'Ce qui a été demandé aux autorités sur les stocks ; d’abord ce qui attend une réponse.',
  state: 'Situation',
  open: 'en cours (brouillons et envoyées)',
  who: 'Autorité ou détenteur',
  columns: ['Demande', 'Situation', 'Adressée à', 'Détenteur', 'Quoi', 'Envoyée', 'Attendue', 'Diffusion'],
  end: (n) => `${n.toLocaleString('fr')} ${n < 2 ? 'demande' : 'demandes'} en tout.`,
  noneSuch: 'Aucune demande ne correspond.',
  none: 'Rien n’a encore été demandé.',
  noneSays:
    'Seul celui qui tient un stock peut dire si un type y a figuré. Demandez, enregistrez la réponse avec sa portée, et les règles la lisent. La page d’un objet ou d’une signature remplit le formulaire pour vous.',
  make: 'Nouvelle demande',
  makeLead: 'Elle est gardée comme brouillon. Vous la marquez envoyée une fois la lettre partie.',
  raisedBy: 'Suscitée par',
  whom: 'À qui, et sur quel stock',
  asked: 'Autorité interrogée',
  askedHint: 'Telle que la lettre la nomme.',
  countryHint: 'Deux lettres ; vide : le pays d’accueil.',
  services: 'Services',
  what: 'Sur quoi',
  whatHint: 'Ce dont parle la réponse. Si elle vaut pour tout le type, videz le lot et le numéro de série.',
  when: 'Pour quand',
  due: 'Réponse attendue le',
  note: 'La question, en toutes lettres',
  keepDraft: 'Garder comme brouillon',
  ask: 'Interroger sur son stock',
  stands: 'Où elle en est',
  answer: 'La réponse :',
  next: {
    draft: 'Envoyez la lettre, puis marquez-la envoyée ici.',
    sent: 'Enregistrez la réponse à son arrivée. Une absence de réponse ne prouve rien.',
    answered: 'Les règles ont lu la réponse. Une erreur se corrige sur sa ligne de stock.',
    refused: 'Un refus ne dit rien du stock. Enregistrez une réponse si elle vient malgré tout.',
    withdrawn: 'Plus personne n’est interrogé.',
  },
  sentOn: 'Envoyée le',
  send: 'Marquer comme envoyée',
  recordAnswer: 'Enregistrer la réponse',
  refused: 'Refus de répondre',
  withdraw: 'Retirer',
  again: 'En refaire un brouillon',
  answeredOn: 'Réponse reçue le',
  said: 'Selon la réponse, il a été',
  coverageHint: 'Entière : la réponse vaut pour tous ces services et toutes ces années.',
  letter: 'Lettre ou liste de la réponse',
  keepAnswer: 'Garder la réponse',
}

export const enquiryWords: { readonly [L in Language]: EnquiryWords } = { en, fr }
