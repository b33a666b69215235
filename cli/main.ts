/** `headstamp COMMAND`: finds the command, runs it, and ends with its exit status. */
import { text, type Text } from '#core/lib/text.ts'
import { runCommand, type Command } from './command.ts'
import { aligned } from './print.ts'
import { say, systemTerminal, type Terminal } from './terminal.ts'

interface Listed {
  readonly summary: Text
  /** Loaded only when it is asked for, so that the help is there at once. */
  readonly load: () => Promise<Command>
}

const commands: { readonly [name: string]: Listed } = {
  serve: {
    summary: text('start Headstamp and its pages', 'démarrer Headstamp et ses pages'),
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  import: {
    summary: text('take table files in', 'importer des fichiers tabulaires'),
    load: async () => (await import('./import.ts')).importCommand,
  },
  findings: {
    summary: text('list what may be of interest', 'lister ce qui peut présenter un intérêt'),
    load: async () => (await import('./findings.ts')).findingsCommand,
  },
  inbox: {
    summary: text('what is new this week, held to a number', "ce qui est nouveau cette semaine, d'un nombre limité"),
    load: async () => (await import('./inbox.ts')).inboxCommand,
  },
  links: {
    summary: text('the incidents that one is linked to', 'les incidents liés à un autre'),
    load: async () => (await import('./links.ts')).linksCommand,
  },
  coverage: {
    summary: text('what was known, reached and read, by month', 'ce qui était connu, atteint et lu, par mois'),
    load: async () => (await import('./coverage.ts')).coverageCommand,
  },
  calendar: {
    summary: text(
      'when a signature was seen among what was read',
      'quand une signature a été vue parmi ce qui a été lu',
    ),
    load: async () => (await import('./calendar.ts')).calendarCommand,
  },
  search: {
    summary: text('find serials, lots, references, names, places', 'chercher numéros, lots, références, noms, lieux'),
    load: async () => (await import('./search.ts')).searchCommand,
  },
  show: {
    summary: text('a record with its history', 'un enregistrement et son historique'),
    load: async () => (await import('./show.ts')).showCommand,
  },
  export: {
    summary: text('write records as a table file', 'écrire des enregistrements dans un fichier tabulaire'),
    load: async () => (await import('./export.ts')).exportCommand,
  },
  verify: {
    summary: text('check that the ledger was not touched', "vérifier que le registre n'a pas été touché"),
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  rebuild: {
    summary: text('make everything anew from the ledger', 'tout refaire à partir du registre'),
    load: async () => (await import('./rebuild.ts')).rebuildCommand,
  },
  doctor: {
    summary: text('check this installation', 'vérifier cette installation'),
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  'remove-example': {
    summary: text('drop the example mission', "supprimer la mission d'exemple"),
    load: async () => (await import('./remove-example.ts')).removeExampleCommand,
  },
  token: {
    summary: text('give out a bearer token', "délivrer un jeton d'accès"),
    load: async () => (await import('./token.ts')).tokenCommand,
  },
}

export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    for (const line of overview(terminal)) terminal.out(line)
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    terminal.out((await import('#server/version.ts')).version)
    return 0
  }
  const listed = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (listed === undefined) {
    terminal.tell(say(terminal, text(`There is no command ${name}.`, `La commande ${name} n'existe pas.`)))
    for (const line of overview(terminal)) terminal.tell(line)
    return 2
  }
  try {
    return await runCommand(await listed.load(), name, rest, terminal)
  } catch (error) {
    const { failureOf } = await import('./failure.ts')
    const { exitCode, says } = failureOf(error, name, terminal.language, terminal.env)
    terminal.progress(null)
    terminal.tell(`headstamp: ${says}`)
    return exitCode
  }
}

function overview(terminal: Terminal): readonly string[] {
  const rows = Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, say(terminal, summary)])
  return [
    'headstamp COMMAND [options]',
    '',
    ...aligned(rows),
    '',
    say(terminal, text('headstamp COMMAND --help shows more.', 'headstamp COMMANDE --help en dit plus.')),
  ]
}

if (import.meta.main) {
  // Whoever reads our words may stop reading: `headstamp findings | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await main(process.argv.slice(2), systemTerminal())
}
