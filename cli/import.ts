/** `headstamp import`: takes table files in, durable batch by batch, and judges what they touched. */
import { resolve } from 'node:path'
import { text } from '#core/lib/text.ts'
import { tables, type Table } from '#core/record/kinds.ts'
import { importFiles, type ImportOptions, type Proposed } from '#server/exchange/import-files.ts'
import { readMapping, UnknownLayout } from '#server/exchange/layout.ts'
import type { ImportedFile } from '#server/exchange/imported.ts'
import { TableFault } from '#server/exchange/read/fault.ts'
import { keepMapping, keptMappings } from '#server/exchange/kept-mappings.ts'
import { shippedMappings } from '#server/exchange/shipped-mappings.ts'
import { lookupsOf } from '#server/reference.ts'
import { command, UsageError, type ExitCode } from './command.ts'
import { onExample } from './example.ts'
import { plain, printOne } from './print.ts'
import { proposalInWords } from './show-proposal.ts'
import { say, type Terminal } from './terminal.ts'
import { withContext } from './with-context.ts'

const shipped = shippedMappings()

export const importCommand = command({
  summary: text(
    'Imports table files. Doubtful rows are kept with their doubts; what cannot be kept is listed with its remedy.',
    'Importe des fichiers tabulaires. Les lignes douteuses sont conservées avec leurs doutes ; les autres sont listées avec le remède.',
  ),
  takes: { usage: 'FILE...', least: 1, most: Infinity },
  options: {
    kind: { type: 'string', value: 'KIND', says: text(Object.keys(tables).join(', '), Object.keys(tables).join(', ')) },
    source: { type: 'string', value: 'NAME', says: text('whose file it is', 'à qui est le fichier') },
    mapping: {
      type: 'string',
      value: 'FILE|NAME',
      says: text(
        `how a foreign layout is read; shipped: ${shipped.map(({ name }) => name).join(', ')}`,
        `comment lire une autre structure ; fournis : ${shipped.map(({ name }) => name).join(', ')}`,
      ),
    },
    encoding: {
      type: 'string',
      value: 'NAME',
      says: text(
        'what text files are in, where the guess is wrong: utf-8, windows-1252, utf-16le',
        "encodage des fichiers texte, si l'estimation est fausse : utf-8, windows-1252, utf-16le",
      ),
    },
    complete: {
      type: 'boolean',
      says: text('this file is all that the source has', 'ce fichier contient tout ce que la source possède'),
    },
    yes: { type: 'boolean', says: text('take the mapping that fits', 'prendre le mappage qui convient') },
    rejects: {
      type: 'string',
      value: 'FILE.csv',
      says: text('write refused rows here', 'écrire ici les lignes refusées'),
    },
    ...onExample,
  },
  async run({ values, positionals, terminal }) {
    const options = await optionsOf(values, terminal)
    return withContext(terminal, values, async ({ home, intake, analysis, reference }) => {
      const mappings = [...keptMappings(home), ...shipped]
      const lookups = lookupsOf(reference)
      const importing = { intake, analysis, codes: reference.codes, mappings, lookups }
      const agree = async (proposed: Proposed) => {
        for (const line of proposalInWords(terminal, proposed)) terminal.tell(line)
        const isAgreed = await terminal.confirm(say(terminal, question))
        if (isAgreed === true) keepMapping(home, proposed.mapping)
        return isAgreed === true
      }
      const files = positionals.map((file) => resolve(terminal.folder, file))
      if (options.rejects !== undefined && files.includes(options.rejects)) throw new UsageError(sameFile)
      try {
        const imported = await importFiles(importing, files, { ...options, agree }, (done) =>
          terminal.progress(
            'judging' in done
              ? say(terminal, text(`Judging: ${done.judging} left`, `Examen : ${done.judging} restants`))
              : `${done.file}: ${done.rows}`,
          ),
        )
        terminal.progress(null)
        printOne(terminal, values, imported, ({ files: list }) => list.flatMap((file) => inWords(terminal, file)))
        return exitCodeOf(imported.files)
      } catch (error) {
        if (error instanceof UnknownLayout) throw new UsageError(foreign(error))
        throw error
      }
    })
  },
})

async function optionsOf(
  values: { readonly [name: string]: string | boolean | undefined },
  terminal: Terminal,
): Promise<ImportOptions> {
  const textOf = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  const [kind, source, mapping, rejects] = [textOf('kind'), textOf('source'), textOf('mapping'), textOf('rejects')]
  if (kind !== undefined && !Object.hasOwn(tables, kind)) {
    throw new UsageError(
      text(
        `There is no kind ${kind}: ${Object.keys(tables).join(', ')}.`,
        `Le type ${kind} n'existe pas : ${Object.keys(tables).join(', ')}.`,
      ),
    )
  }
  if (source !== undefined && !/^[a-z0-9-]{1,64}$/.test(source)) {
    throw new UsageError(
      text(
        'A source is named in small letters, digits and hyphens.',
        'Une source se nomme en minuscules, chiffres et traits d’union.',
      ),
    )
  }
  const isShipped = shipped.some(({ name }) => name === mapping)
  const mappingFile = mapping === undefined || isShipped ? mapping : resolve(terminal.folder, mapping)
  if (mappingFile !== undefined) await checkMapping(mappingFile)
  return {
    kind: kind as Table | undefined,
    source,
    encoding: textOf('encoding'),
    mapping: mappingFile,
    complete: values['complete'] === true,
    yes: values['yes'] === true,
    rejects: rejects === undefined ? undefined : resolve(terminal.folder, rejects),
    language: terminal.language,
  }
}

async function checkMapping(nameOrFile: string): Promise<void> {
  try {
    await readMapping(nameOrFile, shipped)
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    const { file, problem, remedy } = error
    throw new UsageError(text(`${file}: ${problem.en} ${remedy.en}`, `${file} : ${problem.fr} ${remedy.fr}`))
  }
}

const question = text(
  'Take it in so? It is remembered for this layout. [y/N]',
  'Importer ainsi ? Ce choix sera retenu. [o/N]',
)

const foreign = ({ file, header, proposed }: UnknownLayout) => {
  const columns = plain(header.slice(0, 12).join(', '))
  if (proposed === null) {
    return text(
      `${file} has columns that no table names (${columns}). Give --mapping FILE.`,
      `${file} a des colonnes qu'aucune table ne nomme (${columns}). Donnez --mapping FICHIER.`,
    )
  }
  if (shipped.some(({ name }) => name === proposed.name)) {
    return text(
      `${file} has the layout of ${proposed.name}. Give --yes, or --mapping ${proposed.name}.`,
      `${file} a la structure de ${proposed.name}. Donnez --yes, ou --mapping ${proposed.name}.`,
    )
  }
  return text(
    `${file} has a layout never seen, for which the mapping above is proposed. Give --yes to take it, or --mapping FILE.`,
    `${file} a une structure inconnue ; un mappage est proposé ci-dessus. Donnez --yes pour l'accepter, ou --mapping FICHIER.`,
  )
}

/** 1 where nothing could be read, 3 where something could not. */
function exitCodeOf(files: readonly ImportedFile[]): ExitCode {
  const faults = files.filter(({ fault }) => fault !== undefined)
  if (
    faults.length === files.length &&
    faults.every(({ added, updated, unchanged, merged }) => added + updated + unchanged + merged === 0)
  )
    return 1
  return faults.length > 0 || files.some(({ refused }) => refused > 0) ? 3 : 0
}

const sameFile = text(
  'The refused rows would be written over a file that is to be imported.',
  'Les lignes refusées écraseraient un fichier à importer.',
)

const shown = 10

function inWords(terminal: Terminal, file: ImportedFile): readonly string[] {
  const { rows, added, updated, unchanged, merged, refused, missing, doubted } = file
  const lines = [
    `${file.file}${file.sheet === null ? '' : `, ${plain(file.sheet)}`}  (${file.source})`,
    say(
      terminal,
      text(
        `  ${rows} rows: ${added} added, ${updated} updated, ${unchanged} unchanged, ${merged} merged, ${refused} refused; ${doubted} with doubts, ${missing} missing.`,
        `  ${rows} lignes : ${added} ajoutées, ${updated} mises à jour, ${unchanged} inchangées, ${merged} réunies, ${refused} refusées ; ${doubted} avec doutes, ${missing} absentes.`,
      ),
    ),
  ]
  if (file.encoding?.guessed === true) {
    const { name } = file.encoding
    lines.push(
      say(
        terminal,
        text(
          `  Read as ${name}, which is a guess: if letters are wrong, give --encoding.`,
          `  Lu en ${name}, par estimation : si des lettres sont fausses, donnez --encoding.`,
        ),
      ),
    )
  }
  if (file.fault !== undefined) {
    const place =
      file.fault.row === null ? '' : say(terminal, text(`row ${file.fault.row}: `, `ligne ${file.fault.row} : `))
    lines.push(`  ${place}${file.fault.problem} ${file.fault.remedy}`)
  }
  if (file.unknown_columns.length > 0) {
    lines.push(
      say(
        terminal,
        text(
          `  Columns without a field: ${plain(file.unknown_columns.join(', '))}`,
          `  Colonnes sans champ : ${plain(file.unknown_columns.join(', '))}`,
        ),
      ),
    )
  }
  for (const { row, column, problem, remedy } of file.rejected.slice(0, shown)) {
    lines.push(
      say(
        terminal,
        text(
          `  row ${row}, ${plain(column)}: ${plain(problem)} ${remedy}`,
          `  ligne ${row}, ${plain(column)} : ${plain(problem)} ${remedy}`,
        ),
      ),
    )
  }
  if (file.refused > shown) {
    lines.push(
      say(
        terminal,
        text(
          `  More were refused: --rejects FILE.csv lists all.`,
          `  D'autres ont été refusées : --rejects FICHIER.csv les liste toutes.`,
        ),
      ),
    )
  }
  return lines
}
