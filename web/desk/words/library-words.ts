/** What the pages of the reference library say. */
type Count = (n: number) => string

export interface LibraryWords {
  readonly title: string
  readonly lead: string
  /** Where the reader's language is not that of the rows. */
  readonly language: string | null
  readonly views: { readonly title: string; readonly browse: string; readonly lookUp: string; readonly propose: string }
  readonly list: string
  readonly text: string
  readonly confidence: string
  readonly state: string
  readonly lists: { readonly [list: string]: string }
  readonly states: { readonly [state: string]: string }
  /** Row, list, what it says, confidence, rests on, holds, state. */
  readonly columns: readonly [string, string, string, string, string, string, string]
  readonly alsoCalled: string
  readonly end: Count
  readonly noneSuch: string
  readonly none: string
  readonly notUsed: string
  readonly proposedBy: (name: string) => string
  readonly reviewedBy: (name: string) => string
  readonly insteadOf: string
  readonly correct: string
  readonly correctOf: (title: string) => string
  readonly review: string
  readonly reviewOf: (title: string) => string
  readonly lookUp: {
    readonly lead: string
    readonly marks: string
    readonly marksHint: string
    readonly lot: string
    readonly class: string
    readonly colour: string
    readonly part: string
    readonly calibre: string
    readonly year: string
    readonly go: string
    readonly readings: Count
    readonly nothing: string
    readonly nothingSays: string
    readonly empty: string
    readonly restsOn: string
    readonly against: string
    readonly nothingAgainst: string
    readonly at: (position: string) => string
  }
  readonly proposing: {
    readonly lead: string
    readonly correcting: (ref: string) => string
    readonly fields: string
    readonly listHint: string
    readonly separated: string
    readonly readIn: string
    readonly readInHint: string
    readonly confidenceHint: string
    readonly handling: string
    readonly handlingUsual: string
    readonly send: string
    readonly sending: string
    readonly sent: string
    readonly sentSays: string
    readonly another: string
    readonly needed: string
    readonly hints: { readonly [field: string]: string }
  }
  readonly reviewing: {
    readonly lead: string
    readonly own: string
    readonly stands: string
    readonly openWarning: string
    readonly accept: string
    readonly refuse: string
    readonly reason: string
    readonly reasonHint: string
    readonly done: { readonly [state: string]: string }
    readonly opened: string
    readonly changed: (items: number, raised: number, gone: number) => string
    readonly unchanged: string
    readonly waiting: string
    readonly receipt: string
    readonly again: string
  }
}

const countedEn =
  (one: string, many: string): Count =>
  (n) =>
    `${n.toLocaleString('en')} ${n === 1 ? one : many}`
const countedFr =
  (one: string, many: string): Count =>
  (n) =>
    `${n.toLocaleString('fr')} ${n < 2 ? one : many}`

export const libraryEn: LibraryWords = {
  title: 'Library',
  lead: 'What names, marks, lots and colours can mean. Each row says what it rests on and how sure it is; only verified and probable ones change what items are compared by.',
  language: null,
  views: { title: 'View', browse: 'Browse', lookUp: 'Look up', propose: 'Propose' },
  list: 'List',
  text: 'Name or code',
  confidence: 'Confidence',
  state: 'State',
  lists: {
    producers: 'Producers',
    patterns: 'Patterns',
    models: 'Models',
    'headstamp-codes': 'Headstamp codes',
    'mark-forms': 'Forms of marks',
    'lot-patterns': 'Lot patterns',
    'colour-codes': 'Colour codes',
    calibres: 'Calibres',
    'embargo-scopes': 'Embargo scopes',
  },
  states: { shipped: 'shipped', proposed: 'awaits review', accepted: 'accepted', refused: 'refused' },
  columns: ['Row', 'List', 'Says', 'Confidence', 'Rests on', 'Holds', 'State'],
  alsoCalled: 'also',
  end: countedEn('row; this is all.', 'rows; these are all.'),
  noneSuch: 'No row is like that.',
  none: 'The library is empty.',
  notUsed: 'not used',
  proposedBy: (name) => `proposed by ${name}`,
  reviewedBy: (name) => `reviewed by ${name}`,
  insteadOf: 'in the place of',
  correct: 'Correct',
  correctOf: (title) => `Correct ${title}`,
  review: 'Review',
  reviewOf: (title) => `Review ${title}`,
  lookUp: {
    lead: 'Type what was read. Every reading comes with what it rests on and what speaks against it; none is chosen.',
    marks: 'Marks of a headstamp',
    marksHint: 'By their place on the clock, such as 12:10 6:15. ? for a character that cannot be read.',
    lot: 'Lot',
    class: 'Class',
    colour: 'Colour',
    part: 'On the',
    calibre: 'Calibre, if known',
    year: 'There in the year',
    go: 'Look up',
    readings: countedEn('reading', 'readings'),
    nothing: 'The library knows no reading of this.',
    nothingSays: 'That it is not known says nothing about the object. If you have a source, propose a row.',
    empty: 'Type marks, a lot or a colour.',
    restsOn: 'Rests on',
    against: 'Against it',
    nothingAgainst: 'Nothing that was typed speaks against it.',
    at: (position) => `at ${position} o’clock`,
  },
  proposing: {
    lead: 'Another person reviews what you propose. Until then it changes nothing.',
    correcting: (ref) => `It would stand in the place of ${ref}.`,
    fields: 'What the row says',
    listHint: 'Of which list the row is.',
    separated: 'Part them with semicolons.',
    readIn: 'Source',
    readInHint: 'The document, page or object in which you read it. If it is accepted, everybody sees it.',
    confidenceHint: 'Unverified rows propose readings and change nothing else.',
    handling: 'Handling until it is accepted',
    handlingUsual: 'As the mission holds its records',
    send: 'Propose',
    sending: 'Sending …',
    sent: 'Proposed',
    sentSays: 'It waits for another person’s review.',
    another: 'Propose another',
    needed: 'needed',
    hints: {
      countries: 'ML; SUHH ..1991; RU 1992.. (former States too, with years).',
      producer: 'Its reference, such as shipped:ulyanovsk, or its name.',
      form: 'Such as {batch}-{year}-{factory}.',
      position: 'The hour of the clock where it usually stands.',
      means_fr: 'Left empty, the words above are shown in French too.',
      name_fr: 'Left empty, the words above are shown in French too.',
    },
  },
  reviewing: {
    lead: 'You decide on the row as it stands here. If it is edited later, it needs a new review.',
    own: 'You proposed this row: another person reviews it.',
    stands: 'The row in whose place it would stand',
    openWarning: 'If you accept it, everybody in the mission sees the row with its source.',
    accept: 'Accept',
    refuse: 'Refuse',
    reason: 'Reason',
    reasonHint: 'Needed to refuse.',
    done: { accepted: 'Accepted', refused: 'Refused', proposed: 'It changed meanwhile and awaits a new review' },
    opened: 'The row is now unclassified: everybody sees it.',
    changed: (items, raised, gone) =>
      `${countedEn('item is', 'items are')(items)} compared by another name; ${countedEn('finding', 'findings')(raised)} newly raised, ${gone.toLocaleString('en')} gone.`,
    unchanged: 'No item is compared otherwise, and no finding changed.',
    waiting: 'Judging goes on: more findings may come and go. You can leave this page.',
    receipt: 'receipt',
    again: 'Back to the library',
  },
}

export const libraryFr: LibraryWords = {
  title: 'Bibliothèque',
  lead: 'Ce que peuvent désigner noms, marques, lots et couleurs. Chaque ligne dit ce qui l’appuie et la confiance qu’elle mérite ; seules les lignes vérifiées ou probables changent ce par quoi les objets sont comparés.',
  language: 'Les sources et les notes des lignes fournies sont en anglais ; elles ne sont pas traduites.',
  views: { title: 'Vue', browse: 'Parcourir', lookUp: 'Interroger', propose: 'Proposer' },
  list: 'Liste',
  text: 'Nom ou code',
  confidence: 'Confiance',
  state: 'État',
  lists: {
    producers: 'Fabricants',
    patterns: 'Types',
    models: 'Modèles',
    'headstamp-codes': 'Codes de culot',
    'mark-forms': 'Formes de marques',
    'lot-patterns': 'Formes de lots',
    'colour-codes': 'Codes de couleur',
    calibres: 'Calibres',
    'embargo-scopes': 'Portées d’embargo',
  },
  states: { shipped: 'fournie', proposed: 'à examiner', accepted: 'acceptée', refused: 'rejetée' },
  columns: ['Ligne', 'Liste', 'Contenu', 'Confiance', 'Repose sur', 'Vaut', 'État'],
  alsoCalled: 'aussi',
  end: countedFr('ligne en tout.', 'lignes en tout.'),
  noneSuch: 'Aucune ligne ne correspond.',
  none: 'La bibliothèque est vide.',
  notUsed: 'pas utilisée',
  proposedBy: (name) => `proposée par ${name}`,
  reviewedBy: (name) => `examinée par ${name}`,
  insteadOf: 'à la place de',
  correct: 'Corriger',
  correctOf: (title) => `Corriger ${title}`,
  review: 'Examiner',
  reviewOf: (title) => `Examiner ${title}`,
  lookUp: {
    lead: 'Saisissez ce qui a été lu. Chaque lecture vient avec ce qui l’appuie et ce qui s’y oppose ; aucune n’est retenue.',
    marks: 'Marques d’un culot',
    marksHint: 'Selon leur place au cadran, par exemple 12:10 6:15. ? pour un caractère illisible.',
    lot: 'Lot',
    class: 'Classe',
    colour: 'Couleur',
    part: 'Sur',
    calibre: 'Calibre, s’il est connu',
    year: 'Présent en (année)',
    go: 'Interroger',
    readings: countedFr('lecture', 'lectures'),
    nothing: 'La bibliothèque n’en connaît aucune lecture.',
    nothingSays: 'Cela ne dit rien de l’objet. Si vous avez une source, proposez une ligne.',
    empty: 'Saisissez des marques, un lot ou une couleur.',
    restsOn: 'Repose sur',
    against: 'S’y oppose',
    nothingAgainst: 'Rien de ce qui a été saisi ne s’y oppose.',
    at: (position) => `à ${position} h`,
  },
  proposing: {
    lead: 'Une autre personne examine ce que vous proposez. D’ici là, rien ne change.',
    correcting: (ref) => `Elle prendrait la place de ${ref}.`,
    fields: 'Contenu de la ligne',
    listHint: 'La liste à laquelle la ligne appartient.',
    separated: 'Séparez par des points-virgules.',
    readIn: 'Source',
    readInHint: 'Le document, la page ou l’objet où vous l’avez lu. Si elle est acceptée, tous la voient.',
    confidenceHint: 'Une ligne non vérifiée propose des lectures et ne change rien d’autre.',
    handling: 'Diffusion jusqu’à l’acceptation',
    handlingUsual: 'Comme la mission tient ses données',
    send: 'Proposer',
    sending: 'Envoi …',
    sent: 'Proposée',
    sentSays: 'Elle attend l’examen d’une autre personne.',
    another: 'En proposer une autre',
    needed: 'nécessaire',
    hints: {
      countries: 'ML; SUHH ..1991; RU 1992.. (anciens États compris, avec leurs années).',
      producer: 'Sa référence, par exemple shipped:ulyanovsk, ou son nom.',
      form: 'Par exemple {batch}-{year}-{factory}.',
      position: 'L’heure du cadran où il se trouve d’habitude.',
      means_fr: 'Laissé vide, les mots ci-dessus valent aussi en français.',
      name_fr: 'Laissé vide, les mots ci-dessus valent aussi en français.',
    },
  },
  reviewing: {
    lead: 'Vous décidez de la ligne telle qu’elle est ici. Modifiée plus tard, elle devra être examinée de nouveau.',
    own: 'Vous avez proposé cette ligne : une autre personne l’examine.',
    stands: 'La ligne dont elle prendrait la place',
    openWarning: 'Si vous l’acceptez, toute la mission voit la ligne et sa source.',
    accept: 'Accepter',
    refuse: 'Rejeter',
    reason: 'Motif',
    reasonHint: 'Nécessaire pour rejeter.',
    done: {
      accepted: 'Acceptée',
      refused: 'Rejetée',
      proposed: 'Elle a changé entre-temps et attend un nouvel examen',
    },
    opened: 'La ligne est désormais non classifiée : tous la voient.',
    changed: (items, raised, gone) =>
      `${countedFr('objet est comparé', 'objets sont comparés')(items)} sous un autre nom ; ${countedFr('constat nouveau', 'constats nouveaux')(raised)}, ${countedFr('disparu', 'disparus')(gone)}.`,
    unchanged: 'Aucun objet n’est comparé autrement, et aucun constat n’a changé.',
    waiting: 'L’analyse continue : d’autres constats peuvent venir ou disparaître. Vous pouvez quitter cette page.',
    receipt: 'récépissé',
    again: 'Retour à la bibliothèque',
  },
}
