/** What a change of a setting reaches, so that exactly that is judged again. */
import type { SettingName } from '#core/record/kinds.ts'
import { itemRules, rules } from '#core/screening/rules.ts'

/** `incidents`: they are derived and their items judged anew; `signatures`: these alone; `nothing`: no rule reads it. */
export type Reach = 'incidents' | 'signatures' | 'nothing'

/**
 * Settings that decide what rules are given, whatever these declare: what counts in the zone and as the background of
 * crime is written with each incident; a row of stock without a country is the host's.
 */
const given: readonly SettingName[] = ['zone', 'crime_kinds', 'host_country']

export function settingReaches(name: SettingName): Reach {
  if (given.includes(name) || itemRules.some((rule) => rule.settings.includes(name))) return 'incidents'
  const isRead = Object.values(rules).some(({ settings }) => (settings as readonly SettingName[]).includes(name))
  return isRead ? 'signatures' : 'nothing'
}
