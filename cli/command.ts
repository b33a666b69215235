/** What a command is: its options with their words, and what runs. Reading the arguments and `--help` are the same for all. */
import { parseArgs } from 'node:util'
import { text, type Language, type Text } from '#core/lib/text.ts'
import { daysOf, parseDate, type Day } from '#core/record/day.ts'
import type { Terminal } from './terminal.ts'

/** 0 done · 1 failed, or the answer is bad · 2 wrong usage · 3 done in part. */
export type ExitCode = 0 | 1 | 2 | 3

export interface Option {
  readonly type: 'string' | 'boolean'
  /** What stands for the value in the help. */
  readonly value?: string
  readonly says: Text
}

export type Options = { readonly [name: string]: Option }

export type Values<O extends Options> = {
  readonly [N in keyof O]?: O[N]['type'] extends 'boolean' ? boolean : string
}

export interface Asked<O extends Options> {
  readonly values: Values<O & typeof everywhere>
  readonly positionals: readonly string[]
  readonly terminal: Terminal
}

export interface Command {
  readonly summary: Text
  readonly options: Options
  /** What stands beside the options, such as `REF`; absent for nothing. */
  readonly takes?: { readonly usage: string; readonly least: number; readonly most: number }
  readonly notes?: Text
  readonly run: (asked: Asked<Options>) => Promise<ExitCode>
}

interface CommandOf<O extends Options> extends Omit<Command, 'run' | 'options'> {
  readonly options: O
  readonly run: (asked: Asked<O>) => Promise<ExitCode>
}

/** Keeps the options' types for `run`. */
export const command = <O extends Options>(made: CommandOf<O>): Command => made as unknown as Command

/** Wrong usage: said in a sentence, with the way to the help. */
export class UsageError extends Error {
  readonly says: Text
  constructor(says: Text) {
    super(says.en)
    this.says = says
  }
}

const everywhere = {
  json: { type: 'boolean', says: text('print JSON', 'afficher du JSON') },
  help: { type: 'boolean', says: text('show this help', 'afficher cette aide') },
} as const satisfies Options

export const listing = {
  limit: { type: 'string', value: 'N', says: text('at most N', 'au plus N') },
  ndjson: { type: 'boolean', says: text('print one JSON value a line', 'afficher une valeur JSON par ligne') },
} as const satisfies Options

export const asAccount = {
  as: {
    type: 'string',
    value: 'ACCOUNT',
    says: text('show what that account would see', 'montrer ce que verrait ce compte'),
  },
} as const satisfies Options

export async function runCommand(
  made: Command,
  name: string,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { values, positionals } = read(made, args)
  if (values['help'] === true) {
    terminal.out(helpOf(made, name, terminal.language))
    return 0
  }
  const { least = 0, most = 0, usage = '' } = made.takes ?? {}
  if (positionals.length < least) throw new UsageError(text(`It needs ${usage}.`, `Il manque ${usage}.`))
  if (positionals.length > most) {
    const extra = positionals[most] ?? ''
    throw new UsageError(text(`"${extra}" is too much.`, `« ${extra} » est de trop.`))
  }
  return made.run({ values: values as Asked<Options>['values'], positionals, terminal })
}

function read(made: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries({ ...made.options, ...everywhere }).map(([name, { type }]) => [name, { type }]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { values, positionals }
  } catch (error) {
    throw usageErrorOf(error)
  }
}

/** The reader of arguments speaks English alone. */
function usageErrorOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const [, option = ''] = /'(-{1,2}[^' ]+)/.exec(error.message) ?? []
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new UsageError(text(`There is no option ${option}.`, `L'option ${option} n'existe pas.`))
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return new UsageError(text(`The value of ${option} is not right.`, `La valeur de ${option} ne convient pas.`))
    default:
      return error
  }
}

function helpOf({ summary, options, takes, notes }: Command, name: string, language: Language): string {
  const words: Options = { ...options, ...everywhere }
  const rows = Object.entries(words).map(
    ([option, { value, says }]) => [`--${option}${value ? ` ${value}` : ''}`, says[language]] as const,
  )
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    summary[language],
    '',
    `  headstamp ${name}${takes ? ` ${takes.usage}` : ''} [options]`,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    ...(notes ? ['', notes[language]] : []),
  ].join('\n')
}

/** A whole number that an option gives; throws a `UsageError` for anything else. */
export function wholeNumber(
  given: string | undefined,
  option: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given)
  if (/^\d{1,12}$/.test(given) && number >= least && number <= most) return number
  throw new UsageError(
    text(
      `${option} takes a whole number from ${least} to ${most}.`,
      `${option} demande un nombre entier de ${least} à ${most}.`,
    ),
  )
}

export const limitOf = (given: string | undefined): number | undefined =>
  wholeNumber(given, '--limit', { least: 1, most: 10_000_000 })

/** The first day that an option's date can mean; throws a `UsageError` where it is no date. */
export function dayOption(given: string | undefined, option: string): Day | undefined {
  if (given === undefined) return undefined
  const date = parseDate(given)
  if (date !== null) return daysOf(date).first
  throw new UsageError(
    text(
      `${option} takes a date: 2015-08-07, 2015-08 or 2015.`,
      `${option} demande une date : 2015-08-07, 2015-08 ou 2015.`,
    ),
  )
}
