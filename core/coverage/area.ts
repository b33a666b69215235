/** The area in which an incident is counted: its country and first-level region, as far as they are known. */

export interface Area {
  readonly country: string | null
  /** An ISO 3166-2 code; of an invented State the region's name. */
  readonly region: string | null
}

/** `ML-5`, `XA North`, `ML` where no region is known, null where no country is. It can be asked for as it is written. */
export function areaName({ country, region }: Area): string | null {
  if (country === null || region === null) return country
  return region.startsWith(`${country}-`) ? region : `${country} ${region}`
}

/** A region of an invented State, as `areaName` writes it; null where it is none. */
export function namedRegion(written: string): { readonly country: string; readonly region: string } | null {
  const [, country, region] = /^([A-Z]{2}) (.+)$/.exec(written) ?? []
  return country === undefined || region === undefined ? null : { country, region }
}
