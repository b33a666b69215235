/** The state of an enquiry in words; of one that is late, since when. */
import { text, type Text } from '#core/lib/text.ts'
import { daysOf, parseDate } from '#core/record/day.ts'
import { onDays } from '#core/screening/say-date.ts'
import { wordSaid } from '../../words/fields.ts'

interface Enquiry {
  readonly status: string
  readonly due_on: string | null
}

export function sayState({ status, due_on: due }: Enquiry, today: string): Text {
  const said = wordSaid(status)
  if (due === null || !isOverdue({ status, due_on: due }, today)) return said
  const date = parseDate(due)
  if (date === null) return said
  const on = onDays(daysOf(date))
  return text(`${said.en}, overdue: was due ${on.en}`, `${said.fr}, en retard : attendue ${on.fr}`)
}

/** Late only when the whole of what was asked for has passed: a month until its last day. */
export function isOverdue({ status, due_on: due }: Enquiry, today: string): boolean {
  const date = due === null ? null : parseDate(due)
  return status === 'sent' && date !== null && daysOf(date).last < today
}
