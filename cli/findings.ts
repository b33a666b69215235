/** `headstamp findings`: what may be of interest, newest first. */
import type { FindingAnswer } from '#api/routes.ts'
import { text } from '#core/lib/text.ts'
import { listFindings } from '#server/reading/findings.ts'
import { asAccount, command, limitOf, listing } from './command.ts'
import { onExample } from './example.ts'
import { plain, printList } from './print.ts'
import { say, type Terminal } from './terminal.ts'
import { readerOf, withContext } from './with-context.ts'

export const findingsCommand = command({
  summary: text(
    'Lists findings, newest first: the answers yes and those graded possible.',
    'Liste les constats, les plus récents en tête : les réponses « oui » et celles qualifiées de possibles.',
  ),
  options: {
    rule: { type: 'string', value: 'R', says: text('of this rule', 'de cette règle') },
    incident: { type: 'string', value: 'REF', says: text('that concern this incident', 'concernant cet incident') },
    item: { type: 'string', value: 'REF', says: text('that concern this item', 'concernant cet objet') },
    signature: {
      type: 'string',
      value: 'TEXT',
      says: text('that concern this signature', 'concernant cette signature'),
    },
    area: { type: 'string', value: 'A', says: text('in this area', 'dans cette zone') },
    since: { type: 'string', value: 'DATE', says: text('raised since', 'signalés depuis') },
    all: {
      type: 'boolean',
      says: text('with the answers no and cannot tell', 'avec les réponses « non » et « indéterminé »'),
    },
    closed: {
      type: 'boolean',
      says: text(
        'those that no longer hold, the last closed first',
        'ceux qui ne tiennent plus, les derniers clos en tête',
      ),
    },
    ...listing,
    ...asAccount,
    ...onExample,
  },
  async run({ values, terminal }) {
    const { rule, incident, item, signature, area, since, all, closed } = values
    const limit = limitOf(values.limit)
    return withContext(terminal, values, async (context) => {
      const reader = await readerOf(context, values.as)
      const query = { rule, incident, item, signature, area, since, all, closed, limit }
      const found = await listFindings(context.analysis, reader, query)
      printList(terminal, values, found, (list) => list.flatMap((one) => findingInWords(terminal, one)))
      if (found.length === 0 && values.json !== true && values.ndjson !== true) {
        terminal.tell(say(terminal, closed === true ? nothingClosed : nothingKnown))
      }
      return 0
    })
  },
})

const nothingKnown = text('Nothing of interest is known.', "Rien d'intéressant n'est connu.")
const nothingClosed = text(
  'Nothing that was found has ceased to hold.',
  "Rien de ce qui a été constaté n'a cessé de tenir.",
)

const answers = {
  yes: text('YES', 'OUI'),
  no: text('no', 'non'),
  'cannot-tell': text('cannot tell', 'indéterminé'),
} as const

export function findingInWords(terminal: Terminal, finding: FindingAnswer): readonly string[] {
  const { answer, grade, rule, subject, raised_at: raised } = finding
  const head = [
    say(terminal, answers[answer]),
    ...(grade === null ? [] : [`(${grade})`]),
    rule,
    `${subject.kind} ${plain(subject.ref)}`,
    ...(raised === null ? [] : [raised.slice(0, 10)]),
  ]
  return [
    head.join('  '),
    `    ${plain(say(terminal, finding.says))}`,
    ...finding.grounds.map(
      ({ says, ref }) => `    - ${plain(say(terminal, says))}${ref === '' ? '' : ` [${plain(ref)}]`}`,
    ),
    ...finding.limits.map((limit) => `    ~ ${plain(say(terminal, limit))}`),
    ...(finding.closed === undefined ? [] : closedInWords(terminal, finding.closed)),
  ]
}

function closedInWords(
  terminal: Terminal,
  { at, because, now }: NonNullable<FindingAnswer['closed']>,
): readonly string[] {
  const since = text(`No longer holds since ${at.slice(0, 10)}.`, `Ne tient plus depuis le ${at.slice(0, 10)}.`)
  return [
    `    x ${say(terminal, since)} ${plain(say(terminal, because))}`,
    ...(now === null ? [] : [`      ${say(terminal, answers[now.answer])}: ${plain(say(terminal, now.says))}`]),
  ]
}
