/** What was read off metal or paper: serials, lots, references, marks. In Mono, with the slashed zero. */
import type { ReactNode } from 'react'

export function ReadOff({ children }: { readonly children: ReactNode }) {
  return (
    <span className="read-off" translate="no">
      {children}
    </span>
  )
}
