/** What was asked about an item or a signature, and the way to ask. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { enquiriesAboutQuery } from '../../call/queries.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { useToday } from '../../parts/use-today.ts'
import { useWords } from '../../words/language.tsx'
import { sayState } from './state-words.ts'

export function EnquiriesAbout({ about }: { readonly about: string }) {
  const { words, language, say } = useWords()
  const { data: enquiries } = useQuery(enquiriesAboutQuery(language, about))
  const today = useToday()
  return (
    <section className="section card">
      <h2>{words.enquiries.title}</h2>
      {enquiries !== undefined && enquiries.length > 0 && (
        <ul className="lines">
          {enquiries.map((enquiry) => (
            <li key={enquiry.ref}>
              <RecordLink to={enquiry.ref} />
              <p>
                {enquiry.asked}: {say(sayState(enquiry, today))}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/enquiries/new" search={{ about }} className="button">
          {words.enquiries.ask}
        </Link>
      </p>
    </section>
  )
}
