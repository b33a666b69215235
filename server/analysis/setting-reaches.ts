/** What a change of a setting reaches, so that exactly that is judged again. */
import type { SettingName } from '#core/record/kinds.ts'
import { itemRules, ruleNames, rules, type RuleName } from '#core/screening/rules.ts'

/** `incidents`: they are derived and their items judged anew; `signatures`: these alone; `nothing`: no rule reads it. */
export type Reach = 'incidents' | 'signatures' | 'nothing'

/**
 * Settings that decide what rules are given, beside those that declare them: what counts in the zone and as the
 * background of crime is written with each incident; a row of stock without a country is the host's.
 */
const given: { readonly [S in SettingName]?: readonly RuleName[] } = {
  zone: ['new-here'],
  crime_kinds: ['same-signature'],
  host_country: itemRules.map(({ name }) => name as RuleName),
}

export function settingReaches(name: SettingName): Reach {
  const read = rulesOf(name)
  if (name in given || read.some((rule) => rules[rule].subject === 'item')) return 'incidents'
  return read.length > 0 ? 'signatures' : 'nothing'
}

/** The rules whose answers can hang on a setting. */
export const rulesOf = (name: SettingName): readonly RuleName[] =>
  ruleNames.filter(
    (rule) => given[name]?.includes(rule) === true || (rules[rule].settings as readonly SettingName[]).includes(name),
  )
