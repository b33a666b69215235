/** What stands around every page: where one is, search from anywhere, the account. Nobody passes without signing in. */
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { isBeside } from '../call/base.ts'
import { exerciseQuery, meQuery } from '../call/queries.ts'
import mark from '../look/headstamp.svg'
import { RemoveExample } from '../parts/example-buttons.tsx'
import { Loading, Wrong } from '../parts/states.tsx'
import { ChangePassword } from '../screens/account/change-password.tsx'
import { SignIn } from '../screens/account/sign-in.tsx'
import { StartTour, Tour } from '../tour/tour.tsx'
import { useWords } from '../words/language.tsx'
import { Account } from './account.tsx'
import { SearchBox } from './search-box.tsx'

export function Shell() {
  const { words, language } = useWords()
  const { data: me, error, refetch } = useQuery(meQuery(language))
  const { data: isExercise } = useQuery(exerciseQuery)
  const isIn = Boolean(me) && me?.must_change_password === false
  return (
    <div className="shell">
      <header className="top">
        <a className="skip button" href="#content">
          {words.page.skip}
        </a>
        <Link to="/" className="brand" aria-label={words.page.home}>
          <img src={mark} alt="" />
          Headstamp
        </Link>
        {isIn && <SearchBox />}
        <Account me={me ?? null} />
        {isIn && (
          <nav aria-label={words.page.main}>
            <Link to="/">{words.whatsNew.title}</Link>
            <Link to="/incidents">{words.incidents.title}</Link>
            <Link to="/stock">{words.stock.title}</Link>
            <Link to="/coverage">{words.coverage.title}</Link>
            <Link to="/library">{words.library.title}</Link>
            <Link to="/enquiries">{words.enquiries.menu}</Link>
            <Link to="/studies">{words.studies.menu}</Link>
            <Link to="/import">{words.importing.title}</Link>
            <Link to="/settings">{words.settings.title}</Link>
          </nav>
        )}
      </header>
      {isExercise === true ? (
        <aside className="exercise">
          {words.page.exercise}
          <span className="exercise-ways">
            {isIn && <StartTour />}
            {isBeside && (
              <>
                {/* Another desk, with a session of its own. */}
                <a href="/" className="button">
                  {words.example.back}
                </a>
                <RemoveExample />
              </>
            )}
          </span>
        </aside>
      ) : (
        <span />
      )}
      {isIn && isExercise === true && <Tour />}
      <main id="content">
        {me === undefined ? (
          error === null ? (
            <Loading />
          ) : (
            <Wrong error={error} onAgain={() => void refetch()} />
          )
        ) : me === null ? (
          <SignIn />
        ) : me.must_change_password ? (
          <ChangePassword />
        ) : (
          <Outlet />
        )}
      </main>
    </div>
  )
}
