/** On which side an item was used, and by whom. */
import type { Opinion } from '../record/kinds.ts'

export type Side = 'attack' | 'defence'
export type UsedBy = NonNullable<Opinion['used_by']>
