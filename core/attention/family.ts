/**
 * Which findings speak of one make: the family of a signature is its rung of model and maker (of ammunition, calibre
 * and maker). A calibre alone would gather half a mission, a lot would part what came together.
 */
import { keyOf } from '../linking/canonical-names.ts'
import { ladders, placeOf } from '../linking/ladder.ts'
import type { Signature } from '../linking/signature.ts'

export interface Family {
  /** The comparison key of the family's signature; empty: nothing is known that makes one. */
  readonly family: string
  /** The key of the next coarser rung, which speaks of several makers; empty where the family is not that fine. */
  readonly above: string
}

export const noFamily: Family = { family: '', above: '' }

/** What is coarser than model and maker, or stands beside the ladder, is a family of its own. */
export function familyOf({ class: cls, level, text }: Pick<Signature, 'class' | 'level' | 'text'>): Family {
  const { ladder, rung } = placeOf(cls, level)
  const steps = ladders[cls][ladder] ?? []
  const maker = ladder === 0 ? steps.findIndex((step) => step.level === 'producer') : -1
  if (maker < 0 || rung < maker) return { family: keyOf(text), above: '' }
  const written = (text.split('|')[2] ?? '').split(';')
  // The finer rungs of a ladder begin with the parts of the coarser ones.
  const upTo = (step: number) => {
    const { level: name, parts } = steps[step] ?? { level: '', parts: [] }
    return keyOf(`${cls}|${name}|${written.slice(0, parts.length).join(';')}`)
  }
  return { family: upTo(maker), above: maker === 0 ? '' : upTo(maker - 1) }
}

/** The family of an item that carries these: that of the finest which stands on its class's first ladder. */
export function familyOfItem(carried: readonly Pick<Signature, 'class' | 'level' | 'text'>[]): Family {
  const finest = carried.findLast(({ class: cls, level }) => placeOf(cls, level).ladder === 0)
  return finest === undefined || ladders[finest.class].length === 0 ? noFamily : familyOf(finest)
}
