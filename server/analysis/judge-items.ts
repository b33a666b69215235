/** Judges items: a rule's answer for each view that sees more than the one below. */
import type { CanonicalNames } from '#core/linking/canonical-names.ts'
import { actorMeant } from '#core/linking/side.ts'
import type { Day } from '#core/record/day.ts'
import { levelOf } from '#core/record/handling.ts'
import { holderAsked } from '#core/screening/holder-stock.ts'
import { closing } from '#core/screening/transfer-window.ts'
import type { ItemInput } from '#core/screening/item-input.ts'
import type { Judgement, Rule } from '#core/screening/rule.ts'
import { itemRules } from '#core/screening/rules.ts'
import type { IncidentOfBase, ItemOfBase } from '#store/facts.ts'
import type { FindingRow } from '#store/findings.ts'
import { settingsNamed, type Settings } from '#core/record/settings.ts'
import type { Knowledge } from './knowledge.ts'
import { saidBelow, type View } from './view.ts'

export interface JudgingItems {
  readonly names: CanonicalNames
  readonly settings: Settings
  /** Every view in which some knowledge is held, lowest first. */
  readonly views: readonly View[]
  readonly knowledgeAt: (view: View) => Knowledge
}

/** The answers of the item's rules as one view has them. */
export function judgeItem(
  { names, settings }: Pick<JudgingItems, 'names' | 'settings'>,
  item: ItemOfBase,
  incident: IncidentOfBase | null,
  knowledge: Knowledge,
): readonly { readonly rule: Rule<ItemInput, object, string>; readonly judgement: Judgement<object> }[] {
  const meant = actorMeant(item, incident)
  const day: Day | null = incident === null ? null : (closing(incident)?.days.first ?? null)
  const asked = holderAsked(item, incident)
  const input: ItemInput = {
    item,
    incident,
    actor:
      meant === null
        ? null
        : (knowledge.actor(meant, day) ?? { ref: meant, names: [meant], under: [], listed: [], ties: [] }),
    scopes: knowledge.scopes,
    rows: knowledge.rowsOfPiece(item),
    stock: asked === null ? null : knowledge.stockOf(asked),
    services: settings.state_services,
    names,
  }
  return itemRules.map((rule) => ({ rule, judgement: rule.judge(input) }))
}

/** The findings of one item that are kept, by view: each where its answer or grounds differ from the view below. */
export function findingsOfItem(
  judging: JudgingItems,
  item: ItemOfBase,
  incident: IncidentOfBase | null,
): readonly FindingRow[] {
  const findings: FindingRow[] = []
  const said = new Map<string, (readonly [View, string])[]>()
  for (const view of viewsOfItem(judging.views, { level: levelOf(item.handling), team: item.team ?? '' })) {
    for (const { rule, judgement } of judgeItem(judging, item, incident, judging.knowledgeAt(view))) {
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
        facts,
        settings: JSON.stringify(settingsNamed(rule.settings, judging.settings)),
      })
    }
  }
  return findings
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
