/** The reference data of the product, as read from its files. Every list says in its README where it comes from. */
import calibres from './calibres.json' with { type: 'json' }
import calibresListed from './calibres-listed.json' with { type: 'json' }
import countries from './countries.json' with { type: 'json' }
import embargoScopes from './embargo-scopes.json' with { type: 'json' }
import formerCountries from './former-countries.json' with { type: 'json' }
import regions from './regions.json' with { type: 'json' }

export const referenceData = { calibres, calibresListed, countries, embargoScopes, formerCountries, regions }
