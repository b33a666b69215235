/** A study that saw more of a thing than it looked at: one of the two numbers is wrong, and nobody can tell which. */
import { text } from '../lib/text.ts'
import { refuse, type Refusal } from './doubt.ts'
import type { Value } from './field.ts'

export function moreSeen({ seen, sample }: Readonly<Record<string, Value>>): readonly Refusal[] {
  if (typeof seen !== 'number' || typeof sample !== 'number' || seen <= sample) return []
  return [
    refuse(
      'seen',
      text(`It saw ${seen} among ${sample}.`, `L'étude en a vu ${seen} parmi ${sample}.`),
      text(
        'Write in sample how many it looked at, in seen how many of those were this.',
        "Écrivez dans sample combien elle en a examiné, dans seen combien d'entre eux étaient de ce type.",
      ),
    ),
  ]
}
