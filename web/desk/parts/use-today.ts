/** The day on which the page was opened, in UTC: what is late is late by it. */
import { useState } from 'react'
import { dayOf, type Day } from '#core/record/day.ts'

export function useToday(): Day {
  const [today] = useState(() => dayOf(new Date().toISOString()))
  return today
}
