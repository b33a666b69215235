/** The heading of a page. It names the document and takes the focus, so that a new page is read aloud from its top. */
import { useEffect, useRef, type ReactNode } from 'react'

interface Props {
  /** For the window's title. */
  readonly title: string
  readonly children: ReactNode
  /** Beside the heading. */
  readonly beside?: ReactNode
  readonly lead?: ReactNode
}

export function PageHead({ title, children, beside, lead }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Headstamp`
    // A field that is being typed in keeps it.
    if (!(document.activeElement instanceof HTMLInputElement)) heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <div className="page-head">
      <div className="head-line">
        <h1 ref={heading} tabIndex={-1}>
          {children}
        </h1>
        {beside}
      </div>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </div>
  )
}
