/** Every word that the desk says by itself. Both languages fill it; one that is missing does not compile. */
import type { EnquiryWords } from './enquiries.ts'
import type { StudyWords } from './studies.ts'
import type { Counts } from '#core/coverage/coverage.ts'
import type { ImportWords } from './import-words.ts'
import type { InboxWords } from './inbox-words.ts'
import type { LibraryWords } from './library-words.ts'
import type { RuleWords } from './rule-words.ts'
import type { SettingsWords } from './settings-words.ts'

type Count = (n: number) => string

export interface Words {
  readonly product: { readonly purpose: string }
  readonly page: {
    readonly skip: string
    readonly main: string
    readonly home: string
    readonly loading: string
    readonly exercise: string
  }
  readonly example: {
    readonly open: string
    readonly opening: string
    readonly remove: string
    readonly removing: string
    readonly back: string
  }
  readonly tour: {
    readonly title: string
    readonly start: string
    readonly step: (n: number, of: number) => string
    readonly back: string
    readonly next: string
    readonly end: string
    readonly mission: string
  }
  readonly whatsNew: {
    readonly title: string
    readonly lead: string
    readonly filter: string
    readonly all: string
    readonly end: string
    readonly empty: {
      readonly title: string
      readonly says: string
      readonly action: string
      readonly example: string
    }
    readonly noneOfRule: { readonly title: string; readonly action: string }
    readonly incident: string
    readonly noIncident: string
    readonly signature: string
    readonly raised: (date: string) => string
    readonly findings: Count
  }
  /** What every list says. */
  readonly list: {
    readonly show: string
    readonly all: string
    readonly more: string
    readonly loadingMore: string
    readonly showAll: string
  }
  readonly inbox: InboxWords
  readonly library: LibraryWords
  readonly stock: {
    readonly title: string
    readonly lead: string
    readonly holder: string
    readonly model: string
    readonly class: string
    /** Reference, holder, what, quantity, status, list, doubts, handling. */
    readonly columns: readonly [string, string, string, string, string, string, string, string]
    readonly doubted: string
    readonly end: Count
    readonly noneSuch: string
    readonly none: string
  }
  /** What every form says. */
  readonly form: {
    readonly choose: string
    readonly keeping: string
    readonly handling: string
    readonly usualHandling: string
    readonly partialDate: string
    readonly grade: string
    /** Where a choice may stay open. */
    readonly notSaid: string
  }
  readonly enquiries: EnquiryWords
  readonly studies: StudyWords
  readonly incidents: {
    readonly title: string
    readonly lead: string
    readonly kind: string
    readonly country: string
    readonly actor: string
    readonly from: string
    readonly to: string
    /** Reference, date, kind, place, actor, items, doubts, handling. */
    readonly columns: readonly [string, string, string, string, string, string, string, string]
    readonly undated: string
    readonly doubted: string
    readonly end: Count
    readonly noneSuch: string
    readonly views: { readonly title: string; readonly table: string; readonly map: string }
    readonly map: {
      readonly controls: { readonly map: string; readonly closer: string; readonly wider: string; readonly all: string }
      readonly cannotDraw: string
      readonly inView: Count
      readonly here: Count
      readonly closer: Count
      readonly unplaced: Count
      readonly onlyLatest: string
      readonly rings: string
      readonly source: string
    }
  }
  /** A table with a column a month. */
  readonly months: {
    readonly years: string
    readonly noYear: string
    readonly notSure: string
    readonly whole: string
  }
  readonly coverage: {
    readonly title: string
    readonly lead: string
    readonly area: string
    readonly since: string
    readonly level: string
    readonly levels: { readonly class: string; readonly type: string; readonly marks: string }
    readonly all: string
    readonly areaNotKnown: string
    readonly noneKnown: string
    readonly cell: (known: number, reached: number, read: number) => string
    readonly legend: (level: string) => string
    readonly total: (counts: Counts) => string
    readonly read: (counts: Counts) => string
    readonly monthNotSure: Count
    readonly onlyLatest: string
    readonly figures: string
    /** Area, known, reached, not reached, refused, already swept, by the authority, access not known, three levels. */
    readonly columns: readonly [string, string, string, string, string, string, string, string, string, string, string]
  }
  readonly calendar: {
    readonly title: string
    readonly lead: string
    readonly ofRead: Count
    readonly nothingRead: string
    readonly legend: { readonly seen: string; readonly notSeen: string; readonly unread: string }
    readonly only: Count
    readonly noneSuch: string
    readonly none: string
  }
  readonly importing: ImportWords
  readonly rules: RuleWords
  readonly answers: {
    readonly yes: string
    readonly no: string
    readonly 'cannot-tell': string
    readonly possible: string
  }
  readonly sides: { readonly attack: string; readonly defence: string }
  readonly finding: {
    readonly title: string
    readonly open: string
    readonly grounds: string
    readonly groundsOf: Count
    readonly noGrounds: string
    readonly limits: string
    readonly settings: string
    readonly noSettings: string
    readonly items: string
    readonly incidents: string
    readonly itemsOf: Count
    readonly incidentsOf: Count
    readonly showAll: Count
    readonly restsOn: Count
    readonly soRead: string
    readonly rule: string
    readonly version: (n: number) => string
    readonly side: string
    readonly area: string
    readonly sample: string
    readonly raised: string
    readonly notKept: string
    readonly facts: string
    readonly groundKinds: { readonly [kind: string]: string }
    readonly settingNames: { readonly [name: string]: string }
  }
  /** What was found and holds no more. */
  readonly closed: {
    readonly title: string
    readonly none: string
    readonly was: string
    readonly now: string
    readonly since: (day: string) => string
  }
  readonly settings: SettingsWords
  readonly signature: {
    readonly lead: string
    readonly by: (side: string) => string
    readonly carriedBy: (carried: number, read: number) => string
    readonly carry: string
    readonly read: string
    readonly crime: string
    readonly coarser: string
    readonly finer: string
    readonly id: string
    readonly incidents: string
    readonly months: string
    readonly onlyLatest: Count
    readonly laidBefore: string
    readonly studies: string
    readonly noStudies: string
  }
  readonly record: {
    readonly signatures: string
    readonly meanings: string
    readonly meaningsLead: string
    readonly kinds: { readonly [kind: string]: string }
    readonly groups: { readonly [group: string]: string }
    readonly headstamp: string
    readonly serial: string
    readonly lot: string
    readonly otherMarks: string
    readonly opinions: string
    readonly noOpinions: string
    readonly by: (author: string) => string
    readonly noAuthor: string
    readonly fromSource: (source: string) => string
    readonly notDated: string
    readonly notGraded: string
    readonly doubts: string
    readonly doubtsOf: Count
    readonly noDoubts: string
    readonly findings: string
    readonly mix: string
    readonly mixLead: string
    readonly otherAnswers: string
    readonly otherAnswersLead: string
    readonly noFindings: string
    readonly items: string
    readonly noItems: string
    readonly links: string
    readonly noLinks: string
    readonly weight: (bits: number) => string
    readonly carriedBy: (carried: number, read: number) => string
    readonly history: string
    readonly correct: string
    readonly correctLead: string
    readonly keepCorrection: string
    readonly leave: string
    readonly correctInFile: (source: string) => string
    readonly acts: { readonly [act: string]: string }
    readonly device: (name: string) => string
    readonly receipt: string
    readonly notKnown: string
    readonly objects: Count
  }
  readonly handling: { readonly [level: string]: string }
  readonly search: {
    readonly title: string
    readonly label: string
    readonly hint: string
    readonly go: string
    readonly results: (n: number, text: string) => string
    readonly none: { readonly title: (text: string) => string; readonly says: string }
    readonly nothingAsked: string
  }
  readonly account: {
    readonly menu: string
    readonly signIn: string
    readonly signInLead: string
    readonly firstTime: string
    readonly email: string
    readonly password: string
    readonly show: string
    readonly hide: string
    readonly signingIn: string
    readonly signOut: string
    readonly changePassword: string
    readonly changeFirst: string
    readonly changeFirstWhy: string
    readonly present: string
    readonly next: string
    readonly nextHint: string
    readonly save: string
    readonly saving: string
    readonly changed: string
    readonly language: string
    readonly theme: string
    readonly themes: { readonly auto: string; readonly light: string; readonly dark: string }
  }
  readonly trouble: {
    readonly unreachable: { readonly what: string; readonly safe: string; readonly remedy: string }
    readonly safe: string
    readonly again: string
    readonly noPage: { readonly what: string; readonly remedy: string }
    readonly failed: { readonly what: string; readonly remedy: string }
    readonly back: string
  }
  readonly clock: (hour: string) => string
  readonly unreadable: string
}
