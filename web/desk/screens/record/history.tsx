/** What was done to a record, when and by whom; each act has the receipt of its entry. */
import type { RecordAnswer } from '#api/routes.ts'
import { ReadOff } from '../../parts/read-off.tsx'
import { When } from '../../parts/when.tsx'
import { useWords } from '../../words/language.tsx'

export function History({ history }: Pick<RecordAnswer, 'history'>) {
  const { words } = useWords()
  return (
    <section className="section card">
      <h2>{words.record.history}</h2>
      <ol className="lines">
        {history.map(({ act, at, author, device, receipt }) => (
          <li key={`${receipt} ${act} ${at}`}>
            <p>
              <When at={at} precision="minute" /> · {words.record.acts[act] ?? act} {words.record.by(author)}{' '}
              {words.record.device(device)}
            </p>
            <p className="label">
              {words.record.receipt} <ReadOff>{receipt}</ReadOff>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
