/** The pages of the desk and their addresses. What is selected stands in the address, so that it can be kept and sent. */
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { ChangePassword } from './screens/account/change-password.tsx'
import { base } from './call/base.ts'
import type { LibraryAsked, ReadingsAsked } from './call/library.ts'
import type {
  CalendarAsked,
  CoverageAsked,
  EnquiriesAsked,
  IncidentsAsked,
  StockAsked,
  StudiesAsked,
} from './call/queries.ts'
import { CalendarPage } from './screens/calendar/calendar-page.tsx'
import type { Level } from './screens/coverage/coverage-cell.tsx'
import { CoveragePage } from './screens/coverage/coverage-page.tsx'
import { EnquiriesPage } from './screens/enquiries/enquiries-page.tsx'
import { NewEnquiryPage } from './screens/enquiries/new-enquiry-page.tsx'
import { IncidentsPage } from './screens/incidents/incidents-page.tsx'
import { ImportPage } from './screens/import/import-page.tsx'
import { LibraryPage } from './screens/library/library-page.tsx'
import { LookUpPage } from './screens/library/look-up-page.tsx'
import { ProposePage } from './screens/library/propose-page.tsx'
import { ReviewPage } from './screens/library/review-page.tsx'
import { Failed, NoPage } from './screens/no-page.tsx'
import { FindingPage } from './screens/finding/finding-page.tsx'
import { CorrectPage } from './screens/record/correct-page.tsx'
import { RecordPage } from './screens/record/record-page.tsx'
import { SearchPage } from './screens/search/search-page.tsx'
import { SettingsPage } from './screens/settings/settings-page.tsx'
import { SignaturePage } from './screens/signature/signature-page.tsx'
import { StockPage } from './screens/stock/stock-page.tsx'
import { NewStudyPage } from './screens/studies/new-study-page.tsx'
import { StudiesPage } from './screens/studies/studies-page.tsx'
import { WhatsNew } from './screens/whats-new/whats-new.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NoPage, errorComponent: Failed })

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

const whatsNew = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { rule?: string; view?: 'waiting' | 'findings' } => {
    const [rule, view] = [text(search['rule']), search['view']]
    return {
      ...(rule !== undefined && { rule }),
      ...((view === 'waiting' || view === 'findings') && { view }),
    }
  },
  component: function WhatsNewPage() {
    const { rule, view } = whatsNew.useSearch()
    return <WhatsNew rule={rule} view={view ?? (rule === undefined ? 'inbox' : 'findings')} />
  },
})

const finding = createRoute({
  getParentRoute: () => root,
  path: '/findings/$id',
  component: function Finding() {
    return <FindingPage id={finding.useParams().id} />
  },
})

const record = createRoute({
  getParentRoute: () => root,
  path: '/records/$ref',
  component: function Record() {
    return <RecordPage reference={record.useParams().ref} />
  },
})

const correct = createRoute({
  getParentRoute: () => root,
  path: '/records/$ref/correct',
  component: function Correct() {
    const { ref } = correct.useParams()
    return <CorrectPage key={ref} reference={ref} />
  },
})

const signature = createRoute({
  getParentRoute: () => root,
  path: '/signatures/$signature',
  component: function Signature() {
    return <SignaturePage signature={signature.useParams().signature} />
  },
})

const searching = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (asked: Record<string, unknown>): { q?: string } => {
    const q = text(asked['q'])
    return q === undefined ? {} : { q }
  },
  component: function Search() {
    return <SearchPage asked={searching.useSearch().q ?? ''} />
  },
})

const password = createRoute({ getParentRoute: () => root, path: '/password', component: ChangePassword })

/** Of what stands behind `?`, the filters of a list that say something. */
const filtersIn = <const F extends string>(search: Record<string, unknown>, ...filters: readonly F[]) =>
  Object.fromEntries(
    filters.flatMap((name) => (text(search[name]) === undefined ? [] : [[name, text(search[name])]])),
  ) as { [N in F]?: string }

const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  validateSearch: (search: Record<string, unknown>): IncidentsAsked & { view?: 'map' } => ({
    ...filtersIn(search, 'kind', 'country', 'actor', 'from', 'to'),
    ...(search['view'] === 'map' && { view: 'map' }),
  }),
  component: function Incidents() {
    const { view = 'table', ...asked } = incidents.useSearch()
    return <IncidentsPage asked={asked} view={view} />
  },
})

const stock = createRoute({
  getParentRoute: () => root,
  path: '/stock',
  validateSearch: (search: Record<string, unknown>): StockAsked => filtersIn(search, 'holder', 'class', 'model'),
  component: function Stock() {
    return <StockPage asked={stock.useSearch()} />
  },
})

const coverage = createRoute({
  getParentRoute: () => root,
  path: '/coverage',
  validateSearch: (search: Record<string, unknown>): CoverageAsked & { level?: Level; year?: string } => ({
    ...filtersIn(search, 'area', 'since', 'year'),
    ...((search['level'] === 'type' || search['level'] === 'marks') && { level: search['level'] }),
  }),
  component: function Coverage() {
    const { level = 'class', year, ...asked } = coverage.useSearch()
    return <CoveragePage asked={asked} level={level} year={year} />
  },
})

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: (search: Record<string, unknown>): CalendarAsked & { year?: string } =>
    filtersIn(search, 'class', 'area', 'year'),
  component: function Calendar() {
    const { year, ...asked } = calendar.useSearch()
    return <CalendarPage asked={asked} year={year} />
  },
})

const library = createRoute({
  getParentRoute: () => root,
  path: '/library',
  validateSearch: (search: Record<string, unknown>): LibraryAsked =>
    filtersIn(search, 'list', 'text', 'confidence', 'state'),
  component: function Library() {
    return <LibraryPage asked={library.useSearch()} />
  },
})

const lookUp = createRoute({
  getParentRoute: () => root,
  path: '/library/look-up',
  validateSearch: (search: Record<string, unknown>): ReadingsAsked =>
    filtersIn(search, 'marks', 'lot', 'class', 'colour', 'part', 'calibre', 'year'),
  component: function LookUp() {
    return <LookUpPage asked={lookUp.useSearch()} />
  },
})

const propose = createRoute({
  getParentRoute: () => root,
  path: '/library/propose',
  validateSearch: (search: Record<string, unknown>): { corrects?: string; list?: string } =>
    filtersIn(search, 'corrects', 'list'),
  component: function Propose() {
    const { corrects, list } = propose.useSearch()
    return <ProposePage key={`${list} ${corrects}`} corrects={corrects} list={list} />
  },
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/library/review/$ref',
  component: function Review() {
    return <ReviewPage reference={review.useParams().ref} />
  },
})

const enquiries = createRoute({
  getParentRoute: () => root,
  path: '/enquiries',
  validateSearch: (search: Record<string, unknown>): EnquiriesAsked => filtersIn(search, 'state', 'who'),
  component: function Enquiries() {
    return <EnquiriesPage asked={enquiries.useSearch()} />
  },
})

const newEnquiry = createRoute({
  getParentRoute: () => root,
  path: '/enquiries/new',
  validateSearch: (search: Record<string, unknown>): { about?: string } => filtersIn(search, 'about'),
  component: function NewEnquiry() {
    const { about } = newEnquiry.useSearch()
    return <NewEnquiryPage key={about} about={about} />
  },
})

const studies = createRoute({
  getParentRoute: () => root,
  path: '/studies',
  validateSearch: (search: Record<string, unknown>): StudiesAsked =>
    filtersIn(search, 'study', 'country', 'class', 'model'),
  component: function Studies() {
    return <StudiesPage asked={studies.useSearch()} />
  },
})

const newStudy = createRoute({ getParentRoute: () => root, path: '/studies/new', component: NewStudyPage })

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: (asked: Record<string, unknown>): { id?: string } => {
    const id = text(asked['id'])
    return id === undefined ? {} : { id }
  },
  component: function Import() {
    const { id } = importing.useSearch()
    return <ImportPage key={id} id={id} />
  },
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>) => filtersIn(search, 'change', 'moved'),
  component: function Settings() {
    return <SettingsPage {...settings.useSearch()} />
  },
})

const tree = root.addChildren([
  whatsNew,
  finding,
  record,
  correct,
  signature,
  searching,
  incidents,
  stock,
  coverage,
  calendar,
  library,
  lookUp,
  propose,
  review,
  importing,
  settings,
  enquiries,
  newEnquiry,
  studies,
  newStudy,
  password,
])

export const makeRouter = () =>
  createRouter({
    routeTree: tree,
    basepath: base === '' ? '/' : base,
    scrollRestoration: true,
    // What stands behind `?` is text: a serial such as 007 is no number.
    parseSearch: (written) => Object.fromEntries(new URLSearchParams(written)),
    stringifySearch: (search) => {
      const filled = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
      const written = new URLSearchParams(filled.map(([name, value]) => [name, String(value)])).toString()
      return written === '' ? '' : `?${written}`
    },
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
