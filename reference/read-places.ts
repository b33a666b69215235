/** The gazetteer as it is shipped, unpacked: a line a place, for `core/reference/gazetteer.ts`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export const readPlaces = (): string => gunzipSync(readFileSync(join(import.meta.dirname, 'places.tsv.gz'))).toString()
