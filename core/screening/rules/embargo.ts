/** Can it only have been transferred while an embargo that covers this place, origin or holder was in force? */
import { keyOf } from '../../linking/canonical-names.ts'
import type { EmbargoFacts, EmbargoGrade, Outcome, ScopeOutcome, WhyOutcome } from '../embargo-facts.ts'
import { tellEmbargo } from '../embargo-words.ts'
import type { ItemInput } from '../item-input.ts'
import { joinAdjoining, lieOf, type Lie, type Period, type Window } from '../period.ts'
import type { Judgement, Rule } from '../rule.ts'
import { coverageOf, isAmong, type Ceiling, type Coverage, type ScopePeriod, type WhyUnknown } from '../scope.ts'
import { isOfContingent, isOfState, pieceHeld, type Piece, type StockRow } from '../stock-row.ts'
import { endsOf, type Ends } from '../transfer-window.ts'

export type EmbargoInput = Pick<ItemInput, 'item' | 'incident' | 'actor' | 'scopes' | 'rows' | 'names'>

export const embargo: Rule<EmbargoInput, EmbargoFacts, EmbargoGrade> = {
  name: 'embargo',
  version: 1,
  subject: 'item',
  settings: [],
  judge,
  tell: tellEmbargo,
}

const outcomes: readonly Outcome[] = ['yes', 'possible', 'unknown', 'outside']

function judge(input: EmbargoInput): Judgement<EmbargoFacts, EmbargoGrade> {
  const { item, incident, actor } = input
  const ends = endsOf(input)
  const held = heldRows(input)
  const near = judgeScopes(input, ends, held)
  const outcome = outcomes.find((word) => near.some((scope) => scope.outcome === word)) ?? 'outside'
  const facts: EmbargoFacts = {
    item: item.ref,
    ...(incident && { incident: incident.ref }),
    ...(incident?.country !== undefined && { country: incident.country }),
    ...(actor && { actor: actor.names[0] ?? actor.ref }),
    ends,
    scopes: near.toSorted(byOutcome),
    elsewhere: input.scopes.length - near.length,
    exempt: held
      .filter(({ row }) => isOfContingent(row) || input.scopes.some((scope) => isExempt(row, scope)))
      .map(({ row, piece }) => ({ ref: row.ref, holder: row.holder, ...piece }))
      .toSorted((a, b) => compare(a.ref, b.ref) || compare(a.holder, b.holder)),
  }
  return { ...answers[outcome], raised: outcome === 'yes' || outcome === 'possible', facts }
}

const byOutcome = (a: ScopeOutcome, b: ScopeOutcome) =>
  outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
  compare(a.ref, b.ref) ||
  compare(a.instrument, b.instrument) ||
  compare(a.why, b.why)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const answers = {
  yes: { answer: 'yes', grade: 'of-interest' },
  possible: { answer: 'cannot-tell', grade: 'possible' },
  unknown: { answer: 'cannot-tell', grade: 'unknown' },
  outside: { answer: 'no', grade: 'outside' },
} as const

interface HeldRow {
  readonly row: StockRow
  readonly piece: Piece
}

/** Rows that hold the item itself, of holders who may be exempt. */
function heldRows({ item, rows, names }: EmbargoInput): readonly HeldRow[] {
  return rows.flatMap((row) => {
    const piece = pieceHeld(row, item, names)
    return piece === null ? [] : [{ row, piece }]
  })
}

/** What becomes of each scope that is not of another place or origin. */
function judgeScopes(input: EmbargoInput, ends: Ends, held: readonly HeldRow[]): readonly ScopeOutcome[] {
  const { item, incident, actor, scopes } = input
  const place = {
    ...(incident?.country !== undefined && { country: incident.country }),
    ...(incident?.region !== undefined && { region: incident.region }),
  }
  const subject = { item, place, actor }
  const covered = scopes.flatMap((scope) => {
    const coverage = coverageOf(scope, subject)
    return isElsewhere(coverage) ? [] : [{ scope, coverage }]
  })
  const applying = covered.flatMap(({ scope, coverage }): readonly Applying[] =>
    coverage.covers === 'yes' ? [{ ...coverage, scope, regime: keyOf(scope.regime) }] : [],
  )
  const window: Window = { opens: ends.opens ?? null, closes: ends.closes?.days ?? null }
  const clears = ({ scope }: (typeof covered)[number]) => held.some(({ row }) => isExempt(row, scope))
  // What an exempt stock is known to have held is outside: a scope of which it is not known that it applies does not
  // bring it back. One that applies and exempts nobody may.
  const isCleared = covered.some(clears)
  return covered.map((one) => {
    const { scope, coverage } = one
    if (clears(one) || (isCleared && isUnsure(coverage))) return named(scope, 'outside', 'held')
    if (coverage.covers === 'no') return named(scope, 'outside', coverage.why)
    if (coverage.covers === 'unknown') {
      return best(coverage.periods.map((period) => openOutcome(scope, coverage.why, window, period)))
    }
    const joined = joinedWith(scope, applying)
    return best(joined.map((period) => capped(scope, coverage.ceiling, lieOf(window, period), period)))
  })
}

/** A scope that covers the item, with the days of which it does. */
interface Applying {
  readonly scope: ScopePeriod
  readonly regime: string
  readonly ceiling: Ceiling
  readonly periods: readonly Period[]
}

const isUnsure = (coverage: Coverage) =>
  coverage.covers === 'unknown' || (coverage.covers === 'yes' && coverage.ceiling === 'unknown')

const isElsewhere = (coverage: Coverage) =>
  coverage.covers === 'no' && (coverage.why === 'area' || coverage.why === 'origin')

/** A contingent brought its own under every embargo; another holder where the scope exempts it by name or kind. */
function isExempt(row: StockRow, { exempt_holders: exempt }: ScopePeriod): boolean {
  if (isOfContingent(row)) return true
  if (exempt.length === 0) return false
  const described = row.holder_actor ?? { ref: row.holder, names: [], under: [] }
  const kind = described.kind ?? (isOfState(row) ? 'state-forces' : undefined)
  return isAmong(exempt, { ...described, names: [...described.names, row.holder], ...(kind && { kind }) }) === 'yes'
}

const rank: { readonly [C in Ceiling]: number } = { yes: 0, possible: 1, unknown: 2 }

/**
 * The periods of the scope's regime that apply as surely as itself, the adjoining ones joined, and of these the ones
 * that take in a period of its own.
 */
function joinedWith(scope: ScopePeriod, applying: readonly Applying[]): readonly Period[] {
  const own = applying.find((one) => one.scope === scope)
  if (own === undefined) return []
  const alike = applying.filter(({ regime, ceiling }) => regime === own.regime && rank[ceiling] <= rank[own.ceiling])
  if (alike.length === 1 && own.periods.length === 1) return own.periods
  const joined = joinAdjoining(alike.flatMap(({ periods }) => periods))
  return joined.filter((period) => own.periods.some((part) => takesIn(period, part)))
}

const takesIn = (whole: Period, part: Period) =>
  whole.start.last <= part.start.last &&
  (whole.end === null || (part.end !== null && part.end.first <= whole.end.first))

function openOutcome(scope: ScopePeriod, why: WhyUnknown, window: Window, period: Period): ScopeOutcome {
  const lie = lieOf(window, period)
  return lie.outcome === 'outside' ? named(scope, 'outside', lie.why, period) : named(scope, 'unknown', why, period)
}

function capped(scope: ScopePeriod, ceiling: Ceiling, lie: Lie, period: Period): ScopeOutcome {
  const carries = lie.outcome === 'yes' || lie.outcome === 'possible'
  if (ceiling === 'unknown' && carries) return named(scope, 'unknown', 'unverified', period)
  if (ceiling === 'possible' && lie.outcome === 'yes') return named(scope, 'possible', 'origin-possible', period)
  return named(scope, lie.outcome, lie.why, period)
}

function named(scope: ScopePeriod, outcome: Outcome, why: WhyOutcome, period?: Period): ScopeOutcome {
  const { ref, regime, instrument, paragraph, cites } = scope
  return {
    ref,
    regime,
    instrument,
    ...(paragraph !== undefined && { paragraph }),
    ...(cites !== undefined && { cites }),
    outcome,
    why,
    ...(period && { start: period.start }),
    ...(period?.end && { end: period.end }),
  }
}

function best(ways: readonly ScopeOutcome[]): ScopeOutcome {
  const [first] = outcomes.flatMap((outcome) => ways.filter((way) => way.outcome === outcome))
  if (first === undefined) throw new Error('a scope that applies has a period')
  return first
}
