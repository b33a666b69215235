/** Reads what a caller sent by the schema of its route, and says of each field what is wrong and what to do. */
import { z } from 'zod'
import { text, type Text } from '#core/lib/text.ts'
import { ProblemError, type FieldProblem } from './problem-error.ts'

const { localeError: inEnglish } = z.locales.en()
const { localeError: inFrench } = z.locales.fr()

/** Throws `not-understood` with the fields at fault. A field that the schema does not name is at fault too. */
export function readInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value, { error: inEnglish })
  const strangers = unknownFields(schema, value)
  const notText = badTexts(value)
  if (parsed.success && strangers.length === 0 && notText.length === 0) return parsed.data
  throw new ProblemError('not-understood', { fields: [...strangers, ...notText, ...fieldProblems(schema, value)] })
}

function fieldProblems(schema: z.ZodType, value: unknown): readonly FieldProblem[] {
  const [english = [], french = []] = [inEnglish, inFrench].map(
    (error) => schema.safeParse(value, { error }).error?.issues,
  )
  return english.map((issue, i) => ({
    field: issue.path.map(String).join('.'),
    problem: text(issue.message, french[i]?.message ?? issue.message),
    remedy: remedyOf(issue),
  }))
}

function remedyOf(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_value': {
      const words = issue.values.map(String).join(', ')
      return text(`Give one of: ${words}.`, `Donnez l'une de ces valeurs : ${words}.`)
    }
    case 'too_big':
      return text(`Give at most ${issue.maximum}.`, `Donnez au plus ${issue.maximum}.`)
    case 'too_small':
      return text(`Give at least ${issue.minimum}.`, `Donnez au moins ${issue.minimum}.`)
    default:
      return compare
  }
}

const compare = text('Compare it with /api/openapi.json.', 'Comparez-le à /api/openapi.json.')

/** A name mistyped would otherwise be dropped in silence, and its value lost. */
function unknownFields(schema: z.ZodType, value: unknown): readonly FieldProblem[] {
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return []
  const names = Object.keys(schema.shape)
  return Object.keys(value)
    .filter((name) => !names.includes(name))
    .map((field) => ({
      field,
      problem: text('No field has this name here.', 'Aucun champ ne porte ce nom ici.'),
      remedy: text(
        `Leave it out, or use one of: ${names.join(', ')}.`,
        `Retirez-le, ou utilisez : ${names.join(', ')}.`,
      ),
    }))
}

function badTexts(value: unknown): readonly FieldProblem[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([, field]) => typeof field === 'string' && !isText(field))
    .map(([field]) => ({
      field,
      problem: text('It is not Unicode text.', "Ce n'est pas du texte Unicode."),
      remedy: text('Send UTF-8 without NUL characters.', "Envoyez de l'UTF-8 sans caractère nul."),
    }))
}

export const isText = (value: string): boolean => value.isWellFormed() && !value.includes('\u0000')
