/** Every route of the contract with what answers it. */
import type { Context } from '../context.ts'
import type { ExampleHost } from '../example-host.ts'
import { calendar } from './calendar.ts'
import { coverage } from './coverage.ts'
import { baselines } from './baselines.ts'
import { enquiries } from './enquiries.ts'
import { entries } from './entries.ts'
import { example } from './example.ts'
import { finding, findings } from './findings.ts'
import type { Uploads } from '../exchange/uploads.ts'
import { inbox } from './inbox.ts'
import { imports } from './imports.ts'
import { incidents } from './incidents.ts'
import { library } from './library.ts'
import { links } from './links.ts'
import { me } from './me.ts'
import { records } from './records.ts'
import type { Previews } from '../reading/previews.ts'
import { searching } from './search.ts'
import type { Served } from './served.ts'
import { settings } from './settings.ts'
import { signature } from './signatures.ts'
import { stock } from './stock.ts'

interface Parts {
  readonly uploads: Uploads
  readonly previews: Previews
  readonly host: ExampleHost | null
}

export const allRoutes = (context: Context, { uploads, previews, host }: Parts): readonly Served[] => [
  me(context),
  entries(context),
  findings(context.analysis),
  finding(context.analysis),
  ...inbox(context),
  ...incidents(context.analysis),
  links(context.analysis),
  signature(context.analysis),
  stock(context.analysis),
  coverage(context.analysis),
  calendar(context.analysis),
  enquiries(context.analysis),
  baselines(context.analysis),
  searching(context.analysis),
  ...records(context),
  ...library(context),
  ...settings(context, previews),
  ...imports(uploads),
  ...example(host),
]
