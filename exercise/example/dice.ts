/** Dice that fall the same way for the same seed: Park and Miller's minimal standard generator. */

export interface Dice {
  /** A whole number from 0, smaller than `sides`. */
  roll(sides: number): number
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
  one<T>(of: readonly [T, ...T[]]): T
}

export function makeDice(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1
  const roll = (sides: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * sides)
  }
  return {
    roll,
    chance: (percent) => roll(100) < percent,
    one: (of) => of[roll(of.length)] ?? of[0],
  }
}
