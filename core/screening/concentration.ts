/** How surprising it is that every sighting is one actor's. */

/**
 * The chance that all `k` of the incidents that carry a signature fall to one given actor, where that actor has `own` of
 * the `all` incidents so read: C(own, k) / C(all, k), the hypergeometric tail; times `actors`, because the one that it
 * falls to was not named before (Bonferroni). 1 at most.
 */
export function chanceOfOneActor({
  k,
  own,
  all,
  actors,
}: {
  readonly k: number
  readonly own: number
  readonly all: number
  readonly actors: number
}): number {
  let chance = actors
  // What carries it was read, whatever was counted.
  const [mine, total] = [Math.max(own, k), Math.max(all, own, k)]
  for (let i = 0; i < k && chance > 0; i++) chance *= (mine - i) / (total - i)
  return Math.min(chance, 1)
}

/**
 * The same where only those who carry it are counted: of two actors of whom very much was read, of each alike. It is what
 * `chanceOfOneActor` comes to then, and moves with nothing but `k`.
 */
export const chanceOfOneOfTwo = (k: number): number => Math.min(1, 2 * 0.5 ** k)
