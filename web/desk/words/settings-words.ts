/** Every word of the page of the settings. */
import type { SettingName } from '#core/record/kinds.ts'

type Count = (n: number) => string

export interface SettingsWords {
  readonly title: string
  readonly lead: string
  readonly does: { readonly [S in SettingName]: string }
  readonly none: { readonly [S in SettingName]?: string }
  readonly levels: { readonly [level: string]: string }
  readonly months: Count
  readonly value: string
  readonly since: string
  readonly usual: string
  readonly set: (by: string) => string
  readonly note: string
  readonly readBy: string
  readonly readByNone: string
  readonly earlier: Count
  readonly change: string
  readonly changeOf: (name: string) => string
  readonly whatMoved: string
  readonly choose: string
  readonly hints: { readonly [S in SettingName]?: string }
  readonly everyClass: string
  readonly singleClasses: string
  readonly from: string
  readonly fromHint: string
  readonly preview: string
  readonly previewing: string
  readonly keep: string
  readonly keeping: string
  readonly leave: string
  readonly would: string
  readonly judgedAll: (items: number, signatures: number) => string
  readonly judgedSoFar: (items: number, signatures: number) => string
  readonly stopped: string
  readonly failed: string
  readonly holdsNot: string
  readonly nothing: string
  readonly noRule: string
  readonly notJudged: (rules: string) => string
  readonly cease: Count
  readonly come: Count
  readonly alters: Count
  readonly moved: (name: string) => string
  readonly judging: string
  readonly raised: Count
  readonly ceased: Count
  readonly movedNothing: string
  readonly onlyFirst: Count
  readonly notSet: string
  readonly records: string
  readonly recordsLead: string
  readonly counted: {
    readonly losses: Count
    readonly contingents: Count
    readonly areas: Count
    readonly actors: Count
  }
  readonly onMap: string
}
