/** A proposed row as it stands, beside the one in whose place it would stand; accepted or refused by another person. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LibraryRowAnswer, ReviewAnswer } from '#api/library-routes.ts'
import { kinds } from '#core/record/kinds.ts'
import { libraryRowQuery, reviewRow } from '../../call/library.ts'
import { Facts } from '../../parts/facts.tsx'
import { Handling } from '../../parts/handling.tsx'
import { ReadOff } from '../../parts/read-off.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { fieldName } from '../../words/fields.ts'
import { useWords } from '../../words/language.tsx'
import { FormTrouble } from '../account/form-trouble.tsx'
import { FieldValue } from '../record/field-value.tsx'
import { LibraryHead } from './library-head.tsx'

export function ReviewPage({ reference }: { readonly reference: string }) {
  const { words, language } = useWords()
  const { data, error, refetch } = useQuery(libraryRowQuery(language, reference))
  const [row] = data ?? []
  return (
    <>
      <LibraryHead title={`${words.library.review} ${reference}`} lead={words.library.reviewing.lead} />
      {data === undefined ? (
        error === null ? (
          <Loading cards={1} />
        ) : (
          <Wrong error={error} onAgain={() => void refetch()} />
        )
      ) : row === undefined || row.grounds === null ? (
        <p className="notice">{words.library.noneSuch}</p>
      ) : (
        <Reviewing row={row} grounds={row.grounds} />
      )}
    </>
  )
}

function Reviewing({ row, grounds }: { readonly row: LibraryRowAnswer; readonly grounds: string }) {
  const { words, language, say } = useWords()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const { reviewing } = words.library
  const sending = useMutation({
    mutationFn: (choice: 'accepted' | 'refused') => reviewRow(language, row.ref, { choice, reason, grounds }),
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'me' && first !== 'library row' }),
  })
  return (
    <div className="two">
      <div className="column">
        <Said row={row} />
        {row.corrects !== null && <Corrected list={row.list} reference={row.corrects} />}
      </div>
      <div className="column">
        {row.doubts.map((doubt) => (
          <p key={doubt.en} className="notice">
            {say(doubt)}
          </p>
        ))}
        {sending.isSuccess ? (
          <Done answer={sending.data} />
        ) : row.may_review ? (
          <section className="section card">
            {row.handling !== 'unclassified' && <p>{reviewing.openWarning}</p>}
            <div className="field">
              <label htmlFor="reason">{reviewing.reason}</label>
              <input
                id="reason"
                value={reason}
                onChange={({ target }) => setReason(target.value)}
                maxLength={2000}
                autoComplete="off"
                aria-describedby="reason-hint"
              />
              <span id="reason-hint" className="label">
                {reviewing.reasonHint}
              </span>
            </div>
            {sending.error !== null && <FormTrouble error={sending.error} />}
            <p className="notice-actions">
              <button
                type="button"
                className="button button-main"
                disabled={sending.isPending}
                onClick={() => sending.mutate('accepted')}
              >
                {reviewing.accept}
              </button>
              <button
                type="button"
                className="button"
                disabled={sending.isPending || reason.trim() === ''}
                onClick={() => sending.mutate('refused')}
              >
                {reviewing.refuse}
              </button>
            </p>
          </section>
        ) : (
          <p className="notice">{reviewing.own}</p>
        )}
      </div>
    </div>
  )
}

function Said({ row }: { readonly row: LibraryRowAnswer }) {
  const { words, say } = useWords()
  const { ref, state, handling, fields, proposed_by: proposer, proposed_at: at } = row
  return (
    <section className="section card">
      <h2>
        <RecordLink to={ref} /> {words.library.states[state]} {handling !== null && <Handling level={handling} />}
      </h2>
      {proposer !== null && (
        <p className="quiet">
          {words.library.proposedBy(proposer)}
          {at !== null && (
            <>
              {' · '}
              <When at={at} precision="minute" />
            </>
          )}
        </p>
      )}
      <Facts
        facts={[
          [words.library.list, words.library.lists[row.list]],
          ...Object.entries(kinds['library-entry']).flatMap(([name, { type }]) =>
            fields[name] === undefined || name === 'list'
              ? []
              : [
                  [
                    name === 'read_in' ? words.library.proposing.readIn : say(fieldName(name)),
                    <FieldValue key={name} name={name} type={type} value={fields[name]} />,
                  ] as const,
                ],
          ),
        ]}
      />
    </section>
  )
}

/** The row as it is in use, beside what would stand in its place. */
function Corrected({ list, reference }: { readonly list: string; readonly reference: string }) {
  const { words, language, say } = useWords()
  const { data = [] } = useQuery(libraryRowQuery(language, reference))
  const row = data.find((one) => one.list === list)
  return (
    <section className="section card">
      <h2>
        {words.library.reviewing.stands} <ReadOff>{reference}</ReadOff>
      </h2>
      {row === undefined ? (
        <p>{words.library.noneSuch}</p>
      ) : (
        <p>{[row.title, say(row.says), ...row.aliases, row.source].filter((part) => part !== '').join(' · ')}</p>
      )}
    </section>
  )
}

function Done({ answer }: { readonly answer: ReviewAnswer }) {
  const { words, say } = useWords()
  const { state, opened, items, raised, gone, waiting, doubts, receipt } = answer
  const { reviewing } = words.library
  return (
    <section className="section card" aria-live="polite">
      <h2>{reviewing.done[state]}</h2>
      <p>{items + raised + gone === 0 ? reviewing.unchanged : reviewing.changed(items, raised, gone)}</p>
      {waiting && <p>{reviewing.waiting}</p>}
      {opened && <p>{reviewing.opened}</p>}
      {doubts.map((doubt) => (
        <p key={doubt.en}>{say(doubt)}</p>
      ))}
      <p className="label">
        {reviewing.receipt} <ReadOff>{receipt}</ReadOff>
      </p>
      <p>
        <Link to="/library" className="button">
          {reviewing.again}
        </Link>
      </p>
    </section>
  )
}
