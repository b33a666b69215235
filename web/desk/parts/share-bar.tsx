/** Counts as lengths of their whole, one within the other; the numbers stand beside it. */

interface Props {
  readonly whole: number
  /** Each is part of the one before it. */
  readonly parts: readonly number[]
}

const height = 6

export function ShareBar({ whole, parts }: Props) {
  return (
    <svg className="share" viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-whole" width="100" height={height} />
      {parts.map((part, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <rect key={i} className={`share-${i}`} width={whole === 0 ? 0 : (100 * part) / whole} height={height} />
      ))}
    </svg>
  )
}
