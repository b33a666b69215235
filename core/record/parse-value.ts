/** Reads one value as a table cell (text) or as JSON (its own type), by the field's type. */
import { text as say, type Text } from '../lib/text.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { parseDate } from './day.ts'
import type { FieldType, Pair, Value } from './field.ts'

/** The closed lists that are too long for this file: which codes are countries, today's and former ones. */
export interface Codes {
  isCountry(code: string): boolean
  isFormerCountry(code: string): boolean
}

export interface BadValue {
  readonly problem: Text
  readonly remedy: Text
}

/** Longest text that a field keeps: a page of writing. Anything longer is a file, and goes into evidence. */
export const longestText = 100_000
const longestShape = 5_000_000
const longestList = 1000

export function parseValue(type: FieldType, raw: unknown, codes: Codes): Result<Value, BadValue> {
  if (typeof raw === 'string') return parseText(type, raw, codes)
  if (Array.isArray(raw)) return parseArray(type, raw, codes)
  // A number cannot say how it was written: a serial of twenty digits and a lot 1.50 come as texts.
  if (
    typeof raw === 'number' &&
    Number.isFinite(raw) &&
    (type.is === 'whole' || type.is === 'number' || type.is === 'decimal')
  ) {
    return parseText(type, String(raw), codes)
  }
  if (typeof raw === 'boolean' && type.is === 'flag') return ok(raw)
  return err({
    problem: say('It is not of the kind that this field takes.', "Ce n'est pas du type que prend ce champ."),
    remedy: say(
      'Give a text in quotes, or a list of texts.',
      'Donnez un texte entre guillemets, ou une liste de textes.',
    ),
  })
}

function parseText(type: FieldType, raw: string, codes: Codes): Result<Value, BadValue> {
  const longest = type.is === 'shape' ? longestShape : longestText
  if (raw.length > longest) {
    return bad(
      `It is ${raw.length} characters long.`,
      `Le texte compte ${raw.length} caractères.`,
      `Shorten it to ${longest} characters or attach it as a file.`,
      `Réduisez-le à ${longest} caractères ou joignez-le comme fichier.`,
    )
  }
  if (!isText(raw)) {
    return bad(
      'It is not Unicode text.',
      "Ce n'est pas du texte Unicode.",
      'Save the file as UTF-8 and import it again.',
      'Enregistrez le fichier en UTF-8 et importez-le de nouveau.',
    )
  }
  switch (type.is) {
    case 'text':
    case 'shape':
      return ok(raw)
    case 'origin':
      return isOrigin(raw, codes) ? ok(raw) : notInList(raw, [...originWords, 'state:XX'])
    case 'word':
      return type.words.includes(raw) ? ok(raw) : notInList(raw, type.words)
    case 'whole':
      return parseNumber(grouped.test(raw) ? raw.replace(/\D/g, '') : raw, /^\d{1,16}$/, type)
    case 'number':
      return parseNumber(raw, /^\d{1,12}(\.\d{1,6})?$/, type)
    case 'decimal': {
      // A coordinate has no thousands: its comma can only be a decimal one.
      const dotted = raw.replace(',', '.')
      const read = parseNumber(dotted, /^[+-]?\d{1,3}(\.\d{1,20})?$/, type)
      return read.ok ? ok(dotted) : read
    }
    case 'date': {
      const date = parseDate(raw)
      if (date !== null) return ok(date)
      return bad(
        `${quoted(raw)} is no date.`,
        `${quoted(raw)} n'est pas une date.`,
        'Write 2015-11-20, or 2015-11 or 2015 where the day is not known.',
        "Écrivez 2015-11-20, ou 2015-11 ou 2015 si le jour n'est pas connu.",
      )
    }
    case 'grade':
      if (/^[A-F][1-6]$/.test(raw)) return ok(raw)
      return bad(
        `${quoted(raw)} is no grade.`,
        `${quoted(raw)} n'est pas une cote.`,
        'Write a letter A to F and a digit 1 to 6, such as B2.',
        'Écrivez une lettre de A à F et un chiffre de 1 à 6, par exemple B2.',
      )
    case 'country':
      if (codes.isCountry(raw) || (type.former && codes.isFormerCountry(raw))) return ok(raw)
      return bad(
        `${quoted(raw)} is no country code.`,
        `${quoted(raw)} n'est pas un code de pays.`,
        'Write the two letters of ISO 3166-1, such as ML.',
        'Écrivez les deux lettres de la norme ISO 3166-1, par exemple ML.',
      )
    case 'list':
      return parseArray(type, splitList(raw).map(unescape), codes)
    case 'pairs':
      return parsePairs(splitList(raw).map(splitPair))
    case 'flag':
      return raw === 'yes' || raw === 'no' ? ok(raw === 'yes') : notInList(raw, ['yes', 'no'])
  }
}

function parseArray(type: FieldType, raw: readonly unknown[], codes: Codes): Result<Value, BadValue> {
  if (type.is === 'pairs') return parsePairs(raw.map((entry) => (Array.isArray(entry) ? entry : [entry])))
  if (type.is !== 'list') {
    return bad('It is a list.', "C'est une liste.", 'Give one value.', 'Donnez une seule valeur.')
  }
  if (raw.length > longestList) return tooMany(raw.length)
  const texts: string[] = []
  for (const entry of raw) {
    if (typeof entry !== 'string') return notTexts
    const part = entry.trim()
    if (part === '') continue
    const read = parseText(type.words === null ? { is: 'text' } : { is: 'word', words: type.words }, part, codes)
    if (!read.ok) return read
    texts.push(part)
  }
  return ok(texts)
}

function parsePairs(raw: readonly (readonly unknown[])[]): Result<Value, BadValue> {
  if (raw.length > longestList) return tooMany(raw.length)
  const pairs: Pair[] = []
  for (const [name, text, ...rest] of raw) {
    if (typeof name !== 'string' || typeof text !== 'string' || rest.length > 0) return notPairs
    if (name.trim() === '' || !isText(name) || !isText(text)) return notPairs
    pairs.push([name.trim(), text.trim()])
  }
  return ok(pairs)
}

const originWords = ['national-stock', 'looted-national', 'region', 'contingent', 'commerce', 'craft', 'unknown']

function isOrigin(raw: string, codes: Codes): boolean {
  const [, state] = /^state:(\w+)$/.exec(raw) ?? []
  return state === undefined ? originWords.includes(raw) : codes.isCountry(state) || codes.isFormerCountry(state)
}

/** What can stand in a canonical text and in the database: no lone surrogate, no NUL. */
export const isText = (raw: string): boolean => raw.isWellFormed() && !raw.includes('\u0000')

const notPairs = bad(
  'A part has no name before the colon.',
  "Un élément n'a pas de nom devant les deux-points.",
  'Write each part as name:text, parted by semicolons.',
  'Écrivez chaque élément nom:texte, séparés par des points-virgules.',
)

const notTexts = bad(
  'A part is no text.',
  "Un élément n'est pas un texte.",
  'Give a list of texts.',
  'Donnez une liste de textes.',
)

/** Thousands parted by spaces or commas: a whole number has no decimals to be mistaken for. */
const grouped = /^\d{1,3}(?:([ \u00a0\u202f,])\d{3})(?:\1\d{3})*$/

const tooMany = (count: number) =>
  bad(
    `It has ${count} parts.`,
    `La liste compte ${count} éléments.`,
    `Keep at most ${longestList}.`,
    `Gardez-en au plus ${longestList}.`,
  )

function parseNumber(raw: string, shape: RegExp, range: { min: number; max: number }): Result<number, BadValue> {
  const value = Number(raw)
  if (shape.test(raw) && value >= range.min && value <= range.max) return ok(value)
  return bad(
    `${quoted(raw)} is no number from ${range.min} to ${range.max}.`,
    `${quoted(raw)} n'est pas un nombre de ${range.min} à ${range.max}.`,
    'Write plain digits, with a point before decimals.',
    'Écrivez des chiffres simples, avec un point avant les décimales.',
  )
}

/** Parts a list at its bare semicolons; `\;` `\:` `\\` stand for themselves and are still escaped in the parts. */
function splitList(raw: string): readonly string[] {
  if (!raw.includes('\\')) return raw.split(';').map(trim).filter(Boolean)
  return splitBare(raw, ';').map(trim).filter(Boolean)
}

function splitPair(part: string): Pair | readonly [string] {
  const [name = '', ...rest] = splitBare(part, ':')
  return rest.length === 0 ? [unescape(name)] : [unescape(name.trim()), unescape(rest.join(':').trim())]
}

function splitBare(raw: string, at: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (let i = 0; i < raw.length; i++) {
    const char = raw.charAt(i)
    if (char === '\\' && i + 1 < raw.length) part += char + raw.charAt(++i)
    else if (char === at) {
      parts.push(part)
      part = ''
    } else part += char
  }
  return [...parts, part]
}

const trim = (part: string) => part.trim()
const unescape = (part: string) => part.replace(/\\([;:\\])/g, '$1')
const escape = (part: string) => part.replace(/[;:\\]/g, '\\$&')
const quoted = (raw: string) => `"${raw.length > 40 ? `${raw.slice(0, 40)}…` : raw}"`

/** Writes a value as a table cell, so that reading it gives the value again. */
export function formatValue(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value
    .map((part) => (typeof part === 'string' ? escape(part) : `${escape(part[0])}:${escape(part[1])}`))
    .join('; ')
}

function notInList(raw: string, words: readonly string[]): Result<never, BadValue> {
  return bad(
    `${quoted(raw)} is not in the list.`,
    `${quoted(raw)} n'est pas dans la liste.`,
    `Write one of: ${words.join(', ')}.`,
    `Écrivez l'un de ces mots : ${words.join(', ')}.`,
  )
}

function bad(en: string, fr: string, remedyEn: string, remedyFr: string): Result<never, BadValue> {
  return err({ problem: say(en, fr), remedy: say(remedyEn, remedyFr) })
}
