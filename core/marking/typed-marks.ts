/** Marks as a person types them in one line: `12:10 6:15`, or parted by semicolons as files write them. */
import type { Pair } from '../record/field.ts'

/** A mark may hold spaces; a new one begins with its position. One without a position stands at the top. */
export const typedMarks = (typed: string): readonly Pair[] =>
  typed.split(/[;\n]|\s+(?=[^\s:]+:)/).flatMap((part): Pair[] => {
    const [, position = '12', mark = ''] = /^\s*(?:([^:]*):)?(.*)$/s.exec(part) ?? []
    return mark.trim() === '' ? [] : [[position.trim(), mark.trim()]]
  })
