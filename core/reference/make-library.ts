/** The reference library ready for use: what names, marks, lots and colours can mean. */
import { byName, type FindByName } from './by-name.ts'
import { colourHinter, type ColourHints } from './colour-hints.ts'
import { headstampReader, type ReadMarks } from './headstamp-readings.ts'
import type { LibraryData, ModelRow, PatternRow, ProducerRow } from './library-data.ts'
import { lotReader, type LotReading } from './lot-readings.ts'
import type { Class } from '../record/kinds.ts'

/** Every lookup answers all that can be meant, with rows that say what they rest on, and decides nothing. */
export interface Library {
  readonly producerByName: FindByName<ProducerRow>
  readonly patternByName: FindByName<PatternRow>
  readonly modelByName: FindByName<ModelRow>
  readonly readingsOfHeadstamp: ReadMarks['readingsOfHeadstamp']
  readonly readingsOfLot: (text: string, cls: Class) => readonly LotReading[]
  readonly colourHints: ColourHints
  /** Every calibre that the text can mean. */
  readonly calibres: (text: string) => readonly string[]
}

export function makeLibrary(data: LibraryData, calibres: (text: string) => readonly string[]): Library {
  const { readingsOfHeadstamp, producersOfCode } = headstampReader(data, calibres)
  return {
    producerByName: byName(data.producers),
    patternByName: byName(data.patterns),
    modelByName: byName(data.models),
    readingsOfHeadstamp,
    readingsOfLot: lotReader(data.lotPatterns, producersOfCode),
    colourHints: colourHinter(data.colourCodes),
    calibres,
  }
}
