/** What an area comes to in codes: recorded areas by their reference, else ISO codes; what no code says is *beyond*. */
import type { Places } from '#core/record/found-doubts.ts'
import type { ScopeArea } from '#core/screening/scope.ts'
import type { Standing } from '#store/knowledge.ts'
import type { Zone } from '#store/signature-counts.ts'

export interface AreaSource {
  readonly areas: readonly Standing<'area'>[]
  /** ISO codes of an area named by one, or null where it is none. */
  readonly areaOfCode: (code: string) => ScopeArea | null
  readonly places: Pick<Places, 'region'>
}

const nowhere: ScopeArea = { countries: [], regions: [], beyond: true }

export function areaNamed(name: string, source: AreaSource, above: ReadonlySet<string> = new Set()): ScopeArea {
  const area = source.areas.find(({ content }) => content.area_ref === name)?.content
  // An area that is a member of itself says no more than its code.
  if (area === undefined || above.has(name)) return source.areaOfCode(name) ?? nowhere
  if (area.members !== undefined) {
    return joined(area.members.map((member) => areaNamed(member, source, new Set([...above, name]))))
  }
  const { kind, country } = area
  if (country === undefined) return nowhere
  if (kind === 'country') return { countries: [country], regions: [], beyond: false }
  if (kind !== 'admin1') return nowhere
  const known = source.places.region(country, area.name)
  const regions = [...new Set([known ?? area.name, area.name, name])].map((region) => ({ country, region }))
  return { countries: [], regions, beyond: false }
}

function joined(parts: readonly ScopeArea[]): ScopeArea {
  return {
    countries: [...new Set(parts.flatMap(({ countries }) => countries))],
    regions: parts.flatMap(({ regions }) => regions),
    beyond: parts.some(({ beyond }) => beyond),
  }
}

/** The mission's own area: one name, or a list of them. */
export function zoneOf(zone: string, source: AreaSource): Zone {
  return joined(zone.split(';').map((name) => areaNamed(name.trim(), source)))
}
