/** The reference data of the product, as read from its files. Every list says in its README where it comes from. */
import calibres from './calibres.json' with { type: 'json' }
import calibresListed from './calibres-listed.json' with { type: 'json' }
import colourCodes from './colour-codes.json' with { type: 'json' }
import countries from './countries.json' with { type: 'json' }
import embargoScopes from './embargo-scopes.json' with { type: 'json' }
import formerCountries from './former-countries.json' with { type: 'json' }
import headstampCodes from './headstamp-codes.json' with { type: 'json' }
import lotPatterns from './lot-patterns.json' with { type: 'json' }
import markForms from './mark-forms.json' with { type: 'json' }
import models from './models.json' with { type: 'json' }
import patterns from './patterns.json' with { type: 'json' }
import producers from './producers.json' with { type: 'json' }
import regionBorders from './region-borders.json' with { type: 'json' }
import regions from './regions.json' with { type: 'json' }

export const referenceData = {
  calibres,
  calibresListed,
  colourCodes,
  countries,
  embargoScopes,
  formerCountries,
  headstampCodes,
  lotPatterns,
  markForms,
  models,
  patterns,
  producers,
  regionBorders,
  regions,
}
