/** The mappings that come with the product. */
import crimeGunTraces from './mappings/crime-gun-traces.json' with { type: 'json' }
import ucdpGed from './mappings/ucdp-ged.json' with { type: 'json' }

/** As read from their files: whoever uses them parses them. */
export const mappings: readonly unknown[] = [ucdpGed, crimeGunTraces]
