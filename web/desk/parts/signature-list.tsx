/** Signatures in words, each a way to its page. */
import { SignatureLink } from './signature-link.tsx'

interface Props {
  readonly title: string
  readonly signatures: readonly string[]
}

export function SignatureList({ title, signatures }: Props) {
  if (signatures.length === 0) return null
  return (
    <section className="section card">
      <h2>{title}</h2>
      <ul className="limits">
        {signatures.map((signature) => (
          <li key={signature}>
            <SignatureLink to={signature} />
          </li>
        ))}
      </ul>
    </section>
  )
}
