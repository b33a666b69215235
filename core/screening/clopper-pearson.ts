/**
 * One-sided Clopper-Pearson bounds of a share: k of n were seen; between which shares is that no surprise?
 *
 * The upper bound is the share p at which k or fewer of n have probability 1 − level; the lower bound that at which k
 * or more have it. Both tails are the regularised incomplete beta function: P(X ≥ k) = I_p(k, n − k + 1) for k ≥ 1
 * (Clopper and Pearson, Biometrika 26, 1934). Closed forms: upper(0, n) = 1 − (1 − level)^(1/n), lower(n, n) =
 * (1 − level)^(1/n), upper(n, n) = 1, lower(0, n) = 0. Right to nine digits or more for n up to 10^7.
 */

const defaultLevel = 0.95

/** The highest share at which seeing `k` of `n` is no surprise; 1 where nothing was read. */
export function upperBound(k: number, n: number, level = defaultLevel): number {
  check(k, n)
  if (k === n) return 1
  if (k === 0) return -Math.expm1(Math.log1p(-level) / n)
  // P(X ≤ k) = 1 − I_p(k + 1, n − k) falls as p grows.
  return solve(k / n, 1, (p) => incompleteBeta(p, k + 1, n - k) - level)
}

/** The lowest share at which seeing `k` of `n` is no surprise; 0 where nothing was read. */
export function lowerBound(k: number, n: number, level = defaultLevel): number {
  check(k, n)
  if (k === 0) return 0
  if (k === n) return Math.exp(Math.log1p(-level) / n)
  return solve(0, k / n, (p) => incompleteBeta(p, k, n - k + 1) - (1 - level))
}

/** Whether the upper bound is no more than the share: by one tail, without looking for the bound. */
export function isUpperWithin(share: number, k: number, n: number, level = defaultLevel): boolean {
  check(k, n)
  return k === n
    ? share >= 1
    : k === 0
      ? upperBound(k, n, level) <= share
      : incompleteBeta(share, k + 1, n - k) >= level
}

/** Whether the lower bound is above the share: by one tail, without looking for the bound. */
export function isLowerAbove(share: number, k: number, n: number, level = defaultLevel): boolean {
  check(k, n)
  return k === 0
    ? share < 0
    : k === n
      ? lowerBound(k, n, level) > share
      : incompleteBeta(share, k, n - k + 1) < 1 - level
}

function check(k: number, n: number): void {
  if (!(Number.isInteger(k) && Number.isInteger(n) && k >= 0 && k <= n)) throw new Error(`no share: ${k} of ${n}`)
}

/**
 * The root of a rising function between two arguments: regula falsi after Illinois, which keeps the bracket and
 * converges as fast as the secant; halving where it stalls.
 */
function solve(from: number, to: number, rising: (p: number) => number): number {
  let [low, high] = [from, to]
  let [atLow, atHigh] = [rising(low), rising(high)]
  let kept: 'low' | 'high' | null = null
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const secant = (low * atHigh - high * atLow) / (atHigh - atLow)
    const p = step % 8 < 7 && secant > low && secant < high ? secant : (low + high) / 2
    if (p <= low || p >= high) break
    const value = rising(p)
    if (value === 0) return p
    if (value < 0) {
      ;[low, atLow] = [p, value]
      if (kept === 'high') atHigh /= 2
      kept = 'high'
    } else {
      ;[high, atHigh] = [p, value]
      if (kept === 'low') atLow /= 2
      kept = 'low'
    }
  }
  return (low + high) / 2
}

/**
 * The regularised incomplete beta function I_x(a, b) for whole a, b ≥ 1: its continued fraction (Numerical Recipes,
 * 6.4) on the side where it converges fast, in some √max(a, b) steps. The front factor x^a (1 − x)^b / B(a, b) comes
 * from the binomial probability, because differences of gamma functions would lose digits for large n.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = binomialProbability(a, a + b, x)
  return x < (a + 1) / (a + b + 2)
    ? (front * b * fraction(x, a, b)) / (a + b)
    : 1 - (front * a * fraction(1 - x, b, a)) / (a + b)
}

/** The continued fraction of I_x(a, b), evaluated from the front after Lentz. */
function fraction(x: number, a: number, b: number): number {
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1))]
  let value = d
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return value
}

/**
 * P(X = k) for 0 < k < n after Loader (Fast and accurate computation of binomial probabilities, 2000): the deviance
 * from the mode and the errors of Stirling's formula, neither of which loses digits.
 */
function binomialProbability(k: number, n: number, p: number): number {
  const stirling = stirlingError(n) - stirlingError(k) - stirlingError(n - k)
  const exponent = stirling - deviance(k, n * p) - deviance(n - k, n * (1 - p))
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)))
}

/** x ln(x / mean) + mean − x, by its series where the two are close. */
function deviance(x: number, mean: number): number {
  const apart = x - mean
  if (Math.abs(apart) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - apart
  const v = apart / (x + mean)
  let [sum, term] = [apart * v, 2 * x * v]
  for (let j = 1; j < 1000; j++) {
    term *= v * v
    const next = sum + term / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}

/** ln n! less Stirling's formula: by its asymptotic series from 16 on, exactly below. */
function stirlingError(n: number): number {
  if (n <= 15) {
    let factorial = 1
    for (let i = 2; i <= n; i++) factorial *= i
    return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI)
  }
  const s = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / s) / s) / s) / s) / n
}
