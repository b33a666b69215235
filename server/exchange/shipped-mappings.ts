/** The mappings that come with the product, parsed. */
import { mappings } from '#reference/mappings.ts'
import { mappingSchema, type Mapping } from './mapping.ts'

export const shippedMappings = (): readonly Mapping[] => mappings.map((mapping) => mappingSchema.parse(mapping))
