/** What a change of a setting reaches, so that exactly that is judged again. */
import type { SettingName } from '#core/record/kinds.ts'
import { raisingRules, ruleNames, rules, type RuleName } from '#core/screening/rules.ts'

/** `incidents`: they are derived and their items judged anew; `signatures`: these alone; `nothing`: no rule reads it. */
export type Reach = 'incidents' | 'signatures' | 'nothing'

/**
 * Settings that decide what is written with each incident, which is derived anew where they change: what counts in the
 * zone and as the background of crime. Rules read them by what they are given, whatever they declare.
 */
const given: { readonly [S in SettingName]?: readonly RuleName[] } = {
  zone: ['new-here'],
  crime_kinds: ['same-signature'],
}

export function settingReaches(name: SettingName): Reach {
  const read = rulesOf(name).filter((rule) => raisingRules.includes(rule))
  if (name in given || read.some((rule) => rules[rule].subject === 'item')) return 'incidents'
  return read.length > 0 ? 'signatures' : 'nothing'
}

/** The rules whose answers can hang on a setting. */
export const rulesOf = (name: SettingName): readonly RuleName[] =>
  ruleNames.filter(
    (rule) => given[name]?.includes(rule) === true || (rules[rule].settings as readonly SettingName[]).includes(name),
  )
