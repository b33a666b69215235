/** Which of several opinions is current, told apart for each aspect. */
import { kinds, type Aspect, type Opinion } from './kinds.ts'

/** The fields of each aspect, as an opinion carries them. */
export const aspectFields: { readonly [A in Aspect]: readonly (keyof Opinion)[] } = {
  identification: fieldsOf('identification'),
  origin: fieldsOf('origin'),
  user: fieldsOf('user'),
  actor: fieldsOf('actor'),
}

export interface Candidate {
  readonly id: string
  readonly opinion: Opinion
}

/** A person's choice, newest first: which opinion holds for an aspect. */
export interface Choice {
  readonly aspect: Aspect
  readonly opinion: string
}

/**
 * The opinion that holds for the aspect: the one that the newest choice names, else the newest by date, else the
 * smaller id; null where nobody has one. An opinion that names nothing of the aspect is none of it.
 */
export function currentOpinion(
  aspect: Aspect,
  candidates: readonly Candidate[],
  choices: readonly Choice[],
): Candidate | null {
  const able = candidates.filter(({ opinion }) => aspectFields[aspect].some((field) => opinion[field] !== undefined))
  for (const choice of choices) {
    if (choice.aspect !== aspect) continue
    const chosen = able.find(({ id }) => id === choice.opinion)
    if (chosen) return chosen
  }
  return able.reduce<Candidate | null>((best, next) => (best === null || precedes(next, best) ? next : best), null)
}

/** The values of all aspects as they hold now. */
export function currentValues(candidates: readonly Candidate[], choices: readonly Choice[]): Partial<Opinion> {
  const values: { [field: string]: unknown } = {}
  for (const aspect of Object.keys(aspectFields) as Aspect[]) {
    const current = currentOpinion(aspect, candidates, choices)
    if (current === null) continue
    for (const field of aspectFields[aspect])
      if (current.opinion[field] !== undefined) values[field] = current.opinion[field]
  }
  return values as Partial<Opinion>
}

function precedes(a: Candidate, b: Candidate): boolean {
  const [dateA, dateB] = [a.opinion.date ?? '', b.opinion.date ?? '']
  return dateA === dateB ? a.id < b.id : dateA > dateB
}

function fieldsOf(group: Aspect): readonly (keyof Opinion)[] {
  return (Object.keys(kinds.opinion) as (keyof Opinion)[]).filter((name) => kinds.opinion[name].group === group)
}
