/** A signature's text in words; as it stands where it is none that this desk knows. */
import { text, type Text } from '#core/lib/text.ts'
import { saySignature } from '#core/linking/say-signature.ts'

export function signatureName(signature: string): Text {
  try {
    return saySignature(signature)
  } catch {
    return text(signature, signature)
  }
}
