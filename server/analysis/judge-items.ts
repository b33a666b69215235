/** Judges items: a rule's answer for each view that sees more than the one below. */
import { familyOfItem } from '#core/attention/family.ts'
import { weightOf } from '#core/attention/weigh.ts'
import type { CanonicalNames } from '#core/linking/canonical-names.ts'
import { actorMeant } from '#core/linking/side.ts'
import type { Day } from '#core/record/day.ts'
import { levelOf } from '#core/record/handling.ts'
import type { LibrarySays } from '#core/reference/library-says.ts'
import { holderAsked } from '#core/screening/holder-stock.ts'
import { closing } from '#core/screening/transfer-window.ts'
import type { ItemInput } from '#core/screening/item-input.ts'
import type { Rule } from '#core/screening/rule.ts'
import { itemRules } from '#core/screening/rules.ts'
import type { IncidentOfBase, ItemOfBase } from '#store/facts.ts'
import type { FindingRow } from '#store/findings.ts'
import { settingsNamed, type Settings } from '#core/record/settings.ts'
import { signaturesCached } from './derive.ts'
import type { Knowledge } from './knowledge.ts'
import type { Twins } from './twins.ts'
import { saidBelow, viewsThatDiffer, type View } from './view.ts'

export interface JudgingItems {
  readonly names: CanonicalNames
  readonly settings: Settings
  /** Every view in which some knowledge is held, lowest first. */
  readonly views: readonly View[]
  readonly knowledgeAt: (view: View) => Knowledge
  readonly says: LibrarySays
}

export interface ItemAsked {
  readonly item: ItemOfBase
  readonly incident: IncidentOfBase | null
  readonly twins: Twins
}

/** What the rules about an item are given, as one view has it. */
export function itemInput(
  { names, settings, says }: Pick<JudgingItems, 'names' | 'settings' | 'says'>,
  { item, incident, twins }: ItemAsked,
  { knowledge, view }: { readonly knowledge: Knowledge; readonly view: View },
): ItemInput {
  const meant = actorMeant(item, incident)
  const day: Day | null = incident === null ? null : (closing(incident)?.days.first ?? null)
  const asked = holderAsked(item, incident)
  return {
    item,
    incident,
    spot: twins.spot(item.incident),
    actor:
      meant === null
        ? null
        : (knowledge.actor(meant, day) ?? { ref: meant, names: [meant], under: [], listed: [], ties: [] }),
    scopes: knowledge.scopes,
    rows: knowledge.rowsOfPiece(item),
    stock: asked === null ? null : knowledge.stockOf(asked),
    likes: knowledge.rowsOfType(item),
    twins: twins.of(item, view),
    model: item.model === undefined ? null : says.modelNamed(item.model),
    lots: item.lot === undefined || item.year === undefined ? [] : says.lotRead(item.lot, item.class),
    settings,
    names,
  }
}

/** The findings of one item that are kept, by view: each where its answer or grounds differ from the view below. */
export function findingsOfItem(judging: JudgingItems, asked: ItemAsked): readonly FindingRow[] {
  const { item, incident, twins } = asked
  const views = [...judging.views, ...viewsThatDiffer(twins.views(item))]
  const family = familyOfItem(signaturesCached(item, judging.names))
  const findings: FindingRow[] = []
  for (const [rules, floor] of rulesByFloor(judging.settings)) {
    const said = new Map<string, (readonly [View, string])[]>()
    const own = { level: Math.max(levelOf(item.handling), floor), team: item.team ?? '' }
    const seen = viewsOfItem(views, own)
    for (const view of seen) {
      const input = itemInput(judging, asked, { knowledge: judging.knowledgeAt(view), view })
      for (const rule of rules) {
        const judgement = rule.judge(input)
        // Most answers are raised in no view, and where there is one view nothing is held against another.
        if (seen.length === 1 && !judgement.raised) continue
        const facts = JSON.stringify(judgement.facts)
        const says = `${judgement.answer} ${facts}`
        const others = said.get(rule.name) ?? []
        const before = saidBelow(view, others)
        said.set(rule.name, [...others, [view, says]])
        if (says === before || (!judgement.raised && before === undefined)) continue
        findings.push({
          rule: rule.name,
          version: rule.version,
          subject_kind: 'item',
          subject: item.id,
          side: 0,
          area: '',
          handling: view.level,
          team: view.team,
          answer: judgement.answer,
          grade: judgement.grade,
          // Where more is seen and nothing is raised any more, the row hides the one below.
          kept: judgement.raised,
          class: item.class,
          reading: null,
          read: null,
          judge_at_came: null,
          judge_at_went: null,
          day: null,
          incident: incident?.id ?? null,
          ...family,
          carriers: 0,
          weight: weightOf({ rule: rule.name, ...judgement }),
          facts,
          settings: JSON.stringify(settingsNamed(rule.settings, judging.settings)),
        })
      }
    }
  }
  return findings
}

/** What is only answered when asked keeps no finding. */
export const raisingItemRules = itemRules.filter(({ askedOnly }) => askedOnly !== true)
const openRules = raisingItemRules.filter(({ implicates }) => implicates !== true)
const implicatingRules = raisingItemRules.filter(({ implicates }) => implicates === true)

/** Rules with the level below which their answers are not held. */
function rulesByFloor({
  implicating_handling: floor,
}: Settings): readonly (readonly [readonly Rule<ItemInput, object, string>[], number])[] {
  return [
    [openRules, 0],
    [implicatingRules, levelOf(floor)],
  ]
}

/** The item's own view, then each in which more is known. */
function viewsOfItem(views: readonly View[], own: View): readonly View[] {
  const wider = views
    .map(({ level, team }) => ({ level: Math.max(level, own.level), team: own.team === '' ? team : own.team }))
    .filter((view) => view.level > own.level || view.team !== own.team)
  const seen = new Set<string>()
  return [own, ...wider].filter(({ level, team }) => {
    const key = `${level} ${team}`
    return !seen.has(key) && seen.add(key)
  })
}
