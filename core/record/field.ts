/**
 * What one field of a record may hold. A kind of record is a table of such fields (`kinds.ts`); the parsers, the
 * disclosure groups, the table files and the forms all read that one table.
 */
import type { PartialDate } from './day.ts'

export type FieldType =
  | { readonly is: 'text' }
  /** An outline, WKT: as long as a border is. */
  | { readonly is: 'shape' }
  /** Where an item came from: one of the words, or `state:` with a country. */
  | { readonly is: 'origin' }
  /** One of a closed list of words. */
  | { readonly is: 'word'; readonly words: readonly string[] }
  /** A whole number. */
  | { readonly is: 'whole'; readonly min: number; readonly max: number }
  /** A number that is measured: hours. */
  | { readonly is: 'number'; readonly min: number; readonly max: number }
  /** A decimal number kept exactly as typed: a coordinate. */
  | { readonly is: 'decimal'; readonly min: number; readonly max: number }
  | { readonly is: 'date' }
  /** Admiralty grade: source A to F, information 1 to 6. */
  | { readonly is: 'grade' }
  /** ISO 3166-1 alpha-2 or a user-assigned code; `former` admits ISO 3166-3 too. */
  | { readonly is: 'country'; readonly former: boolean }
  /** Parted by `;`; with `words`, each one of them. */
  | { readonly is: 'list'; readonly words: readonly string[] | null }
  /** Parted by `;`, each `name:text`. */
  | { readonly is: 'pairs' }
  | { readonly is: 'flag' }

export type Pair = readonly [name: string, text: string]
export type Value = string | number | boolean | readonly string[] | readonly Pair[]

export type ValueOf<T extends FieldType> = T extends { is: 'word'; words: readonly (infer W)[] }
  ? W
  : T extends { is: 'list'; words: readonly (infer W extends string)[] }
    ? readonly W[]
    : T extends { is: 'list' }
      ? readonly string[]
      : T extends { is: 'whole' | 'number' }
        ? number
        : T extends { is: 'pairs' }
          ? readonly Pair[]
          : T extends { is: 'date' }
            ? PartialDate
            : T extends { is: 'flag' }
              ? boolean
              : string

/**
 * `filled`: the column must be there and the cell filled. `column`: the column must be there, an empty cell is kept
 * with a doubt. Absent: both may be missing.
 */
export type Need = 'filled' | 'column'

export interface Field<
  T extends FieldType = FieldType,
  G extends string = string,
  N extends Need | undefined = Need | undefined,
> {
  readonly group: G
  readonly type: T
  readonly need?: N
}

export type Fields = { readonly [name: string]: Field }

/** The values of a table of fields: a starred field is always there, every other may be absent (= not known). */
export type Values<F extends Fields> = {
  readonly [K in keyof F as 'filled' extends F[K]['need'] ? K : never]: ValueOf<F[K]['type']>
} & {
  readonly [K in keyof F as 'filled' extends F[K]['need'] ? never : K]?: ValueOf<F[K]['type']>
}

export const text = { is: 'text' } as const
export const shape = { is: 'shape' } as const
export const origin = { is: 'origin' } as const
export const date = { is: 'date' } as const
export const grade = { is: 'grade' } as const
export const country = { is: 'country', former: false } as const
export const countryOrFormer = { is: 'country', former: true } as const
export const list = { is: 'list', words: null } as const
export const pairs = { is: 'pairs' } as const
export const flag = { is: 'flag' } as const
export const word = <const W extends readonly string[]>(...words: W) => ({ is: 'word', words }) as const
export const listOf = <const W extends readonly string[]>(words: W) => ({ is: 'list', words }) as const
export const whole = (min: number, max: number) => ({ is: 'whole', min, max }) as const
export const number = (min: number, max: number) => ({ is: 'number', min, max }) as const
export const decimal = (min: number, max: number) => ({ is: 'decimal', min, max }) as const

/** Builds the fields of one disclosure group. */
export function inGroup<const G extends string>(group: G) {
  function field<const T extends FieldType>(type: T): Field<T, G, undefined>
  function field<const T extends FieldType, const N extends Need>(type: T, need: N): Field<T, G, N>
  function field(type: FieldType, need?: Need): Field {
    return need === undefined ? { group, type } : { group, type, need }
  }
  return field
}
