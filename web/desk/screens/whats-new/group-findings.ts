/** Findings as they are read: those about one signature together, and those about the items of one incident. */
import type { FindingAnswer } from '#api/routes.ts'

export interface FindingGroup {
  readonly key: string
  /** `ref` is a signature's text or an incident's reference; null for items whose incident is not known. */
  readonly about:
    | { readonly kind: 'signature'; readonly ref: string }
    | { readonly kind: 'incident'; readonly ref: string | null }
    | { readonly kind: 'actor'; readonly ref: string }
  readonly lines: readonly FindingLine[]
}

/** Findings that say the same of several items: shown once, with the items named. */
export interface FindingLine {
  readonly first: FindingAnswer
  readonly findings: readonly FindingAnswer[]
}

/** In the order given, each group where its first finding stands. */
export function groupFindings(findings: readonly FindingAnswer[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingAnswer[]>()
  for (const finding of findings) {
    const { kind, ref } = aboutOf(finding)
    const key = `${kind} ${ref ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups].map(([key, [first, ...others]]) => {
    if (first === undefined) throw new Error('a group has a finding')
    return { key, about: aboutOf(first), lines: linesOf([first, ...others]) }
  })
}

function aboutOf({ subject, incidents }: FindingAnswer): FindingGroup['about'] {
  switch (subject.kind) {
    case 'signature':
    case 'actor':
      return { kind: subject.kind, ref: subject.ref }
    case 'incident':
      return { kind: 'incident', ref: subject.ref }
    case 'item':
      return { kind: 'incident', ref: incidents[0] ?? null }
  }
}

export function linesOf(findings: readonly FindingAnswer[]): readonly FindingLine[] {
  const alike = Map.groupBy(findings, (one) => [one.rule, one.side, one.answer, one.grade, one.says.en].join('\n'))
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ first, findings: group }]
  })
}

/** The items that a line is about, each once. */
export const itemsOfLine = ({ findings }: FindingLine): readonly string[] => [
  ...new Set(findings.flatMap(({ items }) => items)),
]
