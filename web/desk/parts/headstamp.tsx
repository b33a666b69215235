/** A headstamp, drawn: its characters as read, at their hours of the clock. */
import { formatClock } from '#core/marking/headstamp.ts'
import type { Pair } from '#core/record/field.ts'
import { useWords } from '../words/language.tsx'
import {
  headstampShape,
  lengthOf,
  letterWidth,
  symbolOutline,
  type MarkPart,
  type PlacedMark,
} from './headstamp-shape.ts'

interface Props {
  readonly marks: readonly Pair[]
  /** Width in pixels. */
  readonly width: number
}

export function Headstamp({ marks, width }: Props) {
  const { words } = useWords()
  const shape = headstampShape(marks)
  if (shape === null) return null
  const says = shape.placed.map(({ at, parts }) => `${spoken(parts, words.unreadable)} ${words.clock(formatClock(at))}`)
  return (
    <svg
      className="headstamp"
      viewBox="-52 -52 104 104"
      width={width}
      height={width}
      role="img"
      aria-label={`${words.record.headstamp}: ${says.join(', ')}`}
    >
      <circle className="headstamp-rim" r="50" />
      <circle className="headstamp-primer" r="17" />
      {shape.placed.map((mark) => (
        <Mark key={`${mark.at} ${spoken(mark.parts, '?')}`} {...mark} />
      ))}
    </svg>
  )
}

/** The parts of a mark side by side, centred where it stands. */
function Mark({ parts, x, y, size }: PlacedMark) {
  const step = size * letterWidth
  let from = x - (lengthOf(parts) * step) / 2
  return parts.map((part) => {
    const start = from
    from += lengthOf([part]) * step
    return <Part key={start} part={part} x={(start + from) / 2} y={y} size={size} />
  })
}

interface PartProps {
  readonly part: MarkPart
  readonly x: number
  readonly y: number
  readonly size: number
}

function Part({ part, x, y, size }: PartProps) {
  if (part.is === 'unreadable')
    return (
      <rect
        className="headstamp-unreadable"
        x={x - size * 0.24}
        y={y - size * 0.36}
        width={size * 0.48}
        height={size * 0.72}
      />
    )
  const outline = part.is === 'symbol' ? symbolOutline(part.name) : null
  if (outline !== null) return <polygon points={outline} transform={`translate(${x} ${y}) scale(${size * 0.8})`} />
  return (
    <text x={x} y={y} fontSize={size} dy="0.35em" textAnchor="middle">
      {part.is === 'text' ? part.text : `{${part.name}}`}
    </text>
  )
}

const spoken = (parts: readonly MarkPart[], unreadable: string): string =>
  parts
    .map((part) => (part.is === 'text' ? part.text : part.is === 'symbol' ? ` ${part.name} ` : ` ${unreadable} `))
    .join('')
    .trim()
