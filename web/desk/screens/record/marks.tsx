/** The marks of an item as they were read: the headstamp drawn, serials and lots in Mono. */
import type { Pair } from '#core/record/field.ts'
import { readHeadstamp } from '#core/marking/headstamp.ts'
import { Facts } from '../../parts/facts.tsx'
import { Headstamp } from '../../parts/headstamp.tsx'
import { ReadOff } from '../../parts/read-off.tsx'
import { useWords } from '../../words/language.tsx'

interface Props {
  readonly fields: { readonly [name: string]: unknown }
}

export function Marks({ fields }: Props) {
  const { words } = useWords()
  const marks = pairsOf(fields['marks'])
  const serials: readonly Pair[] = [
    ...(typeof fields['serial'] === 'string' ? [[words.record.serial, fields['serial']] as const] : []),
    ...pairsOf(fields['serials']),
  ]
  const { elements, others } = readHeadstamp(marks)
  if (elements.length + others.length + serials.length === 0) return null
  // A serial is often read among the marks too: said once.
  const isSerial = ([name, text]: Pair) => serials.some(([part, serial]) => part === name && serial === text)
  const rows = [...serials, ...others.filter((mark) => !isSerial(mark))]
  return (
    <section className="section card">
      <h2>{words.record.groups['marks']}</h2>
      <div className="drawn">
        {elements.length > 0 && <Headstamp marks={marks} width={132} />}
        {rows.length > 0 && <Facts facts={rows.map(([name, text]) => [name, <ReadOff key={name}>{text}</ReadOff>])} />}
      </div>
    </section>
  )
}

const pairsOf = (value: unknown): readonly Pair[] =>
  Array.isArray(value)
    ? value.flatMap((pair): Pair[] =>
        Array.isArray(pair) && pair.length === 2 ? [[String(pair[0]), String(pair[1])]] : [],
      )
    : []
