/** Every word of the import of files. */

type Count = (n: number) => string

const countedEn = (one: string, many: string) => (n: number) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`
const countedFr = (one: string, many: string) => (n: number) => `${n.toLocaleString('fr')} ${n < 2 ? one : many}`

export interface ImportWords {
  readonly title: string
  readonly lead: string
  readonly choose: string
  readonly sending: string
  readonly forms: string
  /** What a table is taken for; by the mapping of this name. */
  readonly as: { readonly [A in 'own' | 'known' | 'proposed' | 'unknown']: (mapping: string) => string }
  readonly guessed: (encoding: string) => string
  readonly column: string
  readonly becomes: string
  readonly becomesOf: (column: string) => string
  readonly cells: string
  readonly leftOut: string
  readonly kept: string
  readonly tables: { readonly [table: string]: string }
  readonly would: string
  readonly ofAll: Count
  readonly ofFirst: Count
  readonly counts: (counts: {
    readonly added: number
    readonly updated: number
    readonly unchanged: number
    readonly merged: number
    readonly refused: number
    readonly doubted: number
  }) => string
  readonly firstRows: string
  readonly row: (n: number) => string
  readonly take: string
  readonly another: string
  readonly waiting: string
  readonly taking: (rows: number) => string
  readonly judging: (left: number) => string
  readonly leave: string
  readonly done: string
  readonly failed: string
  readonly failedSays: string
  readonly seeNew: string
}

export const importingEn: ImportWords = {
  title: 'Import',
  lead: 'Hand in a file: it is shown as it would become, and taken in only when you say so.',
  choose: 'Choose a file, or drop it here',
  sending: 'The file is on its way …',
  forms: 'CSV, TSV, XLSX, GeoJSON, or the UN Consolidated List as XML. At most 512 MB.',
  as: {
    own: () => 'It has the columns of the exchange format.',
    known: (mapping) => `Its layout is known: ${mapping}. Change any line that is wrong.`,
    proposed: () =>
      'Its layout is new. Check each line: what is proposed may be wrong, and what is left out is not kept.',
    unknown: () => 'It does not say what it is. Choose a date, and what else its columns hold.',
  },
  guessed: (encoding) => `Read as ${encoding}, which is a guess. If letters are wrong, save it as UTF-8.`,
  column: 'Column',
  becomes: 'Becomes',
  becomesOf: (column) => `What ${column} becomes`,
  cells: 'First cells',
  leftOut: 'left out',
  kept: 'kept as it is',
  tables: { incidents: 'Incident', items: 'Item', stock: 'Stock row' },
  would: 'What taking it in would do',
  ofAll: countedEn('row:', 'rows:'),
  ofFirst: (n) => `Of the first ${n.toLocaleString('en')} rows:`,
  counts: ({ added, updated, unchanged, merged, refused, doubted }) =>
    `${added} added, ${updated} updated, ${unchanged} unchanged, ${merged} merged, ${refused} refused; ${doubted} with doubts.`,
  firstRows: 'The first rows as they would become',
  row: (n) => `Row ${n}`,
  take: 'Take it in',
  another: 'Another file',
  waiting: 'It waits for its turn.',
  taking: (rows) => `${rows.toLocaleString('en')} rows taken in.`,
  judging: (left) => `Judging: ${left.toLocaleString('en')} left.`,
  leave: 'You can leave this page; its address shows how far it is.',
  done: 'Taken in',
  failed: 'It was interrupted.',
  failedSays: 'What was taken in is kept. Hand the same file in again: it goes on, and nothing is doubled.',
  seeNew: 'See what is new',
}

export const importingFr: ImportWords = {
  title: 'Importer',
  lead: 'Remettez un fichier : il est montré tel qu’il deviendrait, et importé seulement quand vous le dites.',
  choose: 'Choisissez un fichier, ou déposez-le ici',
  sending: 'Le fichier est en route …',
  forms: 'CSV, TSV, XLSX, GeoJSON, ou la liste récapitulative de l’ONU en XML. Au plus 512 Mo.',
  as: {
    own: () => 'Il a les colonnes du format d’échange.',
    known: (mapping) => `Sa structure est connue : ${mapping}. Corrigez toute ligne fausse.`,
    proposed: () =>
      'Sa structure est nouvelle. Vérifiez chaque ligne : une proposition peut être fausse, et ce qui est laissé de côté n’est pas conservé.',
    unknown: () => 'Il ne dit pas ce qu’il est. Choisissez une date, et ce que contiennent les autres colonnes.',
  },
  guessed: (encoding) => `Lu en ${encoding}, par estimation. Si des lettres sont fausses, enregistrez-le en UTF-8.`,
  column: 'Colonne',
  becomes: 'Devient',
  becomesOf: (column) => `Ce que devient ${column}`,
  cells: 'Premières cellules',
  leftOut: 'laissée de côté',
  kept: 'conservée telle quelle',
  tables: { incidents: 'Incident', items: 'Objet', stock: 'Ligne de stock' },
  would: 'Ce que ferait l’import',
  ofAll: countedFr('ligne :', 'lignes :'),
  ofFirst: (n) => `Parmi les ${n.toLocaleString('fr')} premières lignes :`,
  counts: ({ added, updated, unchanged, merged, refused, doubted }) =>
    `${added} ajoutées, ${updated} mises à jour, ${unchanged} inchangées, ${merged} réunies, ${refused} refusées ; ${doubted} avec doutes.`,
  firstRows: 'Les premières lignes telles qu’elles deviendraient',
  row: (n) => `Ligne ${n}`,
  take: 'Importer',
  another: 'Un autre fichier',
  waiting: 'Il attend son tour.',
  taking: (rows) => `${rows.toLocaleString('fr')} lignes importées.`,
  judging: (left) => `Examen : ${left.toLocaleString('fr')} restants.`,
  leave: 'Vous pouvez quitter cette page ; son adresse montre l’avancement.',
  done: 'Importé',
  failed: 'L’import a été interrompu.',
  failedSays: 'Ce qui a été importé est conservé. Remettez le même fichier : il continue, sans doublon.',
  seeNew: 'Voir les nouveautés',
}
