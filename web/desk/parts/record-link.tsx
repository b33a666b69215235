/** A record's reference, which leads to its page. */
import { Link } from '@tanstack/react-router'
import { ReadOff } from './read-off.tsx'

export function RecordLink({ to }: { readonly to: string }) {
  return (
    <Link to="/records/$ref" params={{ ref: to }} className="record-link">
      <ReadOff>{to}</ReadOff>
    </Link>
  )
}
