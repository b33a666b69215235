/** What is wrong with a whole file: where, and what to do. What is wrong with one row travels with the row. */
import { text, type Text } from '#core/lib/text.ts'

export class TableFault extends Error {
  readonly file: string
  readonly row: number | null
  readonly problem: Text
  readonly remedy: Text
  constructor(file: string, row: number | null, problem: Text, remedy: Text) {
    super(`${file}${row === null ? '' : `, row ${row}`}: ${problem.en} ${remedy.en}`)
    this.file = file
    this.row = row
    this.problem = problem
    this.remedy = remedy
  }
}

const saveAsWorkbook = text(
  'Save it as XLSX without a password, or as CSV, and import it again.',
  'Enregistrez-le en XLSX sans mot de passe, ou en CSV, et importez-le de nouveau.',
)

export const emptyFile = (file: string) =>
  new TableFault(
    file,
    null,
    text('The file is empty.', 'Le fichier est vide.'),
    text(
      'Give a file whose first row holds the column names.',
      'Donnez un fichier dont la première ligne porte les noms des colonnes.',
    ),
  )

export const notText = (file: string) =>
  new TableFault(
    file,
    null,
    text('It is neither a text nor a workbook.', "Ce n'est ni un texte ni un classeur."),
    text(
      'Give a CSV, TSV, XLSX or GeoJSON file, or the UN Consolidated List as XML.',
      'Donnez un fichier CSV, TSV, XLSX ou GeoJSON, ou la liste récapitulative de l’ONU en XML.',
    ),
  )

export const oldWorkbook = (file: string) =>
  new TableFault(
    file,
    null,
    text(
      'It is a workbook of an old form, or one that is locked with a password.',
      "C'est un classeur d'un ancien format, ou protégé par un mot de passe.",
    ),
    saveAsWorkbook,
  )

export const otherWorkbook = (file: string) =>
  new TableFault(
    file,
    null,
    text('It is a zip file, but no XLSX workbook.', "C'est un fichier zip, mais pas un classeur XLSX."),
    saveAsWorkbook,
  )

export const brokenWorkbook = (file: string, sheet: string | null) =>
  new TableFault(
    file,
    null,
    sheet === null
      ? text('The workbook is damaged or cut off.', 'Le classeur est endommagé ou tronqué.')
      : text(
          `The sheet ${sheet} is damaged. The rows before that are kept.`,
          `La feuille ${sheet} est endommagée. Les lignes précédentes sont conservées.`,
        ),
    text(
      'Open it in a spreadsheet, save it anew and import it again.',
      'Ouvrez-le dans un tableur, enregistrez-le de nouveau et importez-le encore.',
    ),
  )

export const swollenWorkbook = (file: string) =>
  new TableFault(
    file,
    null,
    text(
      'The workbook unpacks to far more than any table holds; it was not read.',
      "Le classeur décompressé dépasse de loin toute table ; il n'a pas été lu.",
    ),
    text(
      'Ask its sender for the table as CSV. Do not open it otherwise.',
      "Demandez la table en CSV à l'expéditeur. Ne l'ouvrez pas autrement.",
    ),
  )

export const unknownEncoding = (file: string, said: string) =>
  new TableFault(
    file,
    null,
    text(`No encoding is named ${said}.`, `Aucun encodage ne s'appelle ${said}.`),
    text(
      'Give utf-8, windows-1252, utf-16le or another name of the WHATWG list, or leave it out.',
      "Donnez utf-8, windows-1252, utf-16le ou un autre nom de la liste WHATWG, ou n'en donnez pas.",
    ),
  )

export const brokenFeatures = (file: string, row: number | null) =>
  new TableFault(
    file,
    row,
    text(
      'The JSON breaks off, or holds no features. What stood before is kept.',
      'Le JSON est interrompu, ou ne contient pas d’entités. Ce qui précède est conservé.',
    ),
    text('Copy the whole file again and import it.', 'Recopiez le fichier entier et importez-le.'),
  )

export const brokenList = (file: string) =>
  new TableFault(
    file,
    null,
    text(
      'The XML breaks off, or is no Consolidated List. The entries before that are kept.',
      'Le XML est interrompu, ou n’est pas la liste récapitulative. Les entrées précédentes sont conservées.',
    ),
    text('Download the list again and import it.', 'Téléchargez de nouveau la liste et importez-la.'),
  )

export const openQuote = (file: string, row: number) =>
  new TableFault(
    file,
    row,
    text(
      'The file ends inside a quoted cell: it is cut off, or a quote is missing. The rows before it are kept.',
      'Le fichier se termine dans une cellule entre guillemets : il est tronqué, ou un guillemet manque. Les lignes précédentes sont conservées.',
    ),
    text(
      'Copy the whole file again, or close the quote, and import it again.',
      'Recopiez le fichier entier, ou fermez le guillemet, et importez-le de nouveau.',
    ),
  )

export const rowTooLarge = (file: string, row: number) =>
  new TableFault(
    file,
    row,
    text(
      'The row is larger than 8 MB. The rows before it are kept.',
      'La ligne dépasse 8 Mo. Les lignes précédentes sont conservées.',
    ),
    text(
      'Look for a quote that is never closed, or shorten the cell.',
      'Cherchez un guillemet jamais fermé, ou raccourcissez la cellule.',
    ),
  )

export const unknownTable = (file: string, sheet: string | null) =>
  new TableFault(
    file,
    null,
    sheet === null
      ? text('No table of the exchange format has these columns.', "Aucune table du format d'échange n'a ces colonnes.")
      : text(
          `The sheet ${sheet} has columns that no table names; it was left out.`,
          `La feuille ${sheet} a des colonnes qu'aucune table ne nomme ; elle a été laissée de côté.`,
        ),
    text(
      'Give a mapping for it, or leave it where it is if it holds no records.',
      "Donnez un mappage, ou laissez-la si elle ne contient pas d'enregistrements.",
    ),
  )

/** The fault that an error of the file system means; every other error comes back unchanged. */
export function faultOf(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === null) return error
  const words: { readonly [code: string]: Text } = {
    ENOENT: text('There is no such file.', "Ce fichier n'existe pas."),
    EACCES: text('The file may not be read.', 'Le fichier ne peut être lu.'),
    EISDIR: text('It is a folder.', "C'est un dossier."),
  }
  return new TableFault(
    file,
    null,
    words[code] ?? text(`The file cannot be read (${code}).`, `Le fichier est illisible (${code}).`),
    text('Check the path and its rights.', 'Vérifiez le chemin et ses droits.'),
  )
}

/** What keeps a file from being written; every other error comes back unchanged. */
export function cannotWrite(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === null || code === 'ENOSPC') return error
  return new TableFault(
    file,
    null,
    text(`The file cannot be written (${code}).`, `Le fichier ne peut être écrit (${code}).`),
    text(
      'Name another one, in a folder that is there and yours.',
      'Nommez-en un autre, dans un dossier qui existe et vous appartient.',
    ),
  )
}
