/** What the mission asked the States about their stock. The one answer is a row of the stock, and decides; silence does not. */
import { ak } from './types.ts'
import { each, type Row } from './row.ts'

const rifles = { ...ak, model: 'R-62', producer: 'Works 9', year: '2017' } as const

const petrel = {
  asked: 'Ministry of Defence of Petrel',
  holder: 'Defence and security forces of Petrel',
  holder_country: 'XB',
} as const

export const enquiries: readonly Row[] = each({ services: 'all', handling: 'confidential' }, [
  {
    enquiry_ref: 'ENQUIRY-XB-1',
    ...petrel,
    ...rifles,
    about: 'CAFE-FULMAR-1',
    status: 'answered',
    asked_on: '2021-03-01',
    due_on: '2021-06-30',
    answered_on: '2021-06-30',
    answer_ref: 'ANSWER-XB-1',
    note: 'Did your forces ever hold this rifle? If so, to whom was it issued?',
  },
  {
    enquiry_ref: 'ENQUIRY-XC-1',
    asked: 'Ministry of Security of Tern',
    holder: 'Defence and security forces of Tern',
    holder_country: 'XC',
    ...rifles,
    about: 'BEACH-TERN-1',
    status: 'sent',
    asked_on: '2021-05-03',
    due_on: '2021-07-31',
    note: 'Did your forces ever hold this rifle? Two reminders were sent.',
  },
  {
    enquiry_ref: 'ENQUIRY-XB-2',
    ...petrel,
    ...ak,
    model: 'R-55',
    producer: 'Works 5',
    year: '1994',
    about: 'TEAHOUSE-1',
    status: 'sent',
    asked_on: '2024-06-10',
    // Far away, so that it waits whenever the example is opened.
    due_on: '2035-12-31',
    note: 'Petrel asked for time until all its arms are marked, at the end of 2035.',
  },
])
