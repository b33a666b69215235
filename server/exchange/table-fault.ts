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

const saveAsUtf8 = text(
  'Save it as "CSV UTF-8" and import it again.',
  'Enregistrez-le en « CSV UTF-8 » et importez-le de nouveau.',
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

export const notUtf8 = (file: string, row: number | null, guess: string) =>
  new TableFault(
    file,
    row,
    text(
      `The file is not UTF-8; it looks like ${guess}.`,
      `Le fichier n'est pas en UTF-8 ; il semble être en ${guess}.`,
    ),
    saveAsUtf8,
  )

export const notText = (file: string) =>
  new TableFault(
    file,
    null,
    text(
      'It is not a text file but a workbook or a program.',
      "Ce n'est pas un texte mais un classeur ou un programme.",
    ),
    saveAsUtf8,
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

export const badColumnName = (file: string, name: string) =>
  new TableFault(
    file,
    1,
    name === ''
      ? text('A column has no name.', "Une colonne n'a pas de nom.")
      : text(`Two columns are named ${name}.`, `Deux colonnes s'appellent ${name}.`),
    text('Give every column a name of its own.', 'Donnez à chaque colonne un nom distinct.'),
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
