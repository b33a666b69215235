/** Whether a row of the library is what somebody typed: a part of its names in any script, or a code as marks are compared. */
import { markCharacters } from '../marking/mark-key.ts'
import type { FlatRow } from './flat-rows.ts'
import { titleOf } from './say-row.ts'
import { nameKey } from './spelling.ts'

export function rowFinder(typed: string): (row: FlatRow) => boolean {
  const name = nameKey(typed)
  const mark = markCharacters(typed)
  // What holds nothing but signs, or nothing that was read, is found as it stands.
  const plain = typed.trim().toLowerCase()
  const asMark = mark.some((character) => character !== '?')
  return (row) => {
    if (plain === '') return true
    if (row.list === 'headstamp-codes') return asMark && couldBe(markCharacters(row.code ?? ''), mark)
    const names = [titleOf(row), row.name, row.name_fr, ...(row.aliases ?? [])].flatMap((one) => one ?? [])
    return names.some((one) => one.toLowerCase().includes(plain) || (name !== '' && nameKey(one).includes(name)))
  }
}

/** A code is looked for whole: `3` is no part of 31. */
const couldBe = (code: readonly string[], typed: readonly string[]): boolean =>
  code.length === typed.length && code.every((character, i) => character === typed[i] || typed[i] === '?')
