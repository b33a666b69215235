/** A holder and what it lost, in the words that rules about stock share. */
import { text, type Text } from '../lib/text.ts'
import type { LossFacts } from './not-in-stock-facts.ts'
import type { Ground } from './rule.ts'
import { onDays } from './say-date.ts'

/** Whose stock was asked: after *in the stock of*, *dans le stock*. */
export function holderWords({ holder, country }: { readonly holder?: string; readonly country?: string }): Text {
  if (holder !== undefined) return text(holder, `de ${holder}`)
  return text(`the State forces of ${country}`, `des forces de l'État (${country})`)
}

export function lossGround({ ref, days }: LossFacts): Ground {
  const on = days === undefined ? text('on an unknown day', 'à une date inconnue') : onDays(days)
  return { kind: 'stock', ref, says: text(`A loss ${on.en}.`, `Une perte ${on.fr}.`) }
}
