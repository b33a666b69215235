/** A signature in words, and the way to its page. */
import { Link } from '@tanstack/react-router'
import { makeOfBlock } from '#core/linking/block-reason.ts'
import { useWords } from '../words/language.tsx'
import { signatureName } from './signature-name.ts'

interface Props {
  readonly to: string
}

export function SignatureLink({ to }: Props) {
  const { say } = useWords()
  return (
    <Link to="/signatures/$signature" params={{ signature: makeOfBlock(to) }}>
      {say(signatureName(to))}
    </Link>
  )
}

/** A sentence with the signature's name in it as the link; behind it where the sentence does not name it. */
export function SaysSignature({ to, says }: Props & { readonly says: string }) {
  const { say } = useWords()
  const name = say(signatureName(to))
  const at = says.indexOf(name)
  const [before, after] = at < 0 ? [`${says} `, ''] : [says.slice(0, at), says.slice(at + name.length)]
  return (
    <>
      {before}
      <SignatureLink to={to} />
      {after}
    </>
  )
}
