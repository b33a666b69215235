/** A signature in words, and the way to its page. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'
import { signatureName } from './signature-name.ts'

export function SignatureLink({ to }: { readonly to: string }) {
  const { say } = useWords()
  return (
    <Link to="/signatures/$signature" params={{ signature: to }}>
      {say(signatureName(to))}
    </Link>
  )
}
