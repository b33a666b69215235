/** Prints findings as everybody gets them: in words, with their grounds, as their reader sees them now. */
import type { FindingAnswer } from '#api/routes.ts'
import { keyOf, type CanonicalNames } from '#core/linking/canonical-names.ts'
import { sampleOf, sideOf, type Side } from '#core/linking/side.ts'
import { handlingOf } from '#core/record/handling.ts'
import type { Class, Incident, Opinion } from '#core/record/kinds.ts'
import type { Judgement, Subject } from '#core/screening/rule.ts'
import { isRule, tellKept } from '#core/screening/rules.ts'
import { exclusive, type ExclusiveInput } from '#core/screening/rules/exclusive.ts'
import { blocksByPrefix, nearSerial, type SerialOfSignature } from '#core/screening/rules/near-serial.ts'
import { newHere } from '#core/screening/rules/new-here.ts'
import { sameSignature } from '#core/screening/rules/same-signature.ts'
import { rowsOf, type Client } from '#store/database.ts'
import type { StoredFinding } from '#store/finding-row.ts'
import { itemsOfIncidents } from '#store/facts.ts'
import { printedRef } from '#store/refs.ts'
import type { Settings } from '#core/record/settings.ts'
import { stockClass } from '#core/screening/stock-row.ts'
import type { KnownSignature, Zone } from '#store/signature-counts.ts'
import { signaturesCached } from '../analysis/derive.ts'
import { noExclusivity, readExclusivity } from '../analysis/exclusivity.ts'
import { exclusiveInput, newHereInput, sameSignatureInput, serialsSeen } from '../analysis/judge-signatures.ts'
import { allSeen, readIndex, type Index } from '../analysis/signature-index.ts'

export interface Printing {
  readonly client: Client
  readonly nodeId: number
  readonly settings: Settings
  readonly zone: Zone | null
  readonly names: CanonicalNames
}

const most = 1000
const sideWord = (side: number): Side | null => (side === 1 ? 'attack' : side === 2 ? 'defence' : null)

/** In the order given. A signature's finding that no longer stands for this reader is left out. */
export async function printFindings(
  printing: Printing,
  findings: readonly StoredFinding[],
): Promise<readonly FindingAnswer[]> {
  const about = await aboutFindings(printing, findings)
  return findings.flatMap((finding) => {
    const found = about.get(finding.id)
    return found?.judgement.raised === true ? [printed(finding, found)] : []
  })
}

/**
 * What each is about, by its id, where its reader sees that: of an item as it was kept, of a signature judged now. One
 * that nothing carries any more is left out.
 */
export async function aboutFindings(
  printing: Printing,
  findings: readonly StoredFinding[],
): Promise<ReadonlyMap<string, About>> {
  const items = await itemSubjects(
    printing,
    findings.filter((one) => one.subject_kind === 'item'),
  )
  const signatures = await signatureSubjects(
    printing,
    findings.filter((one) => one.subject_kind === 'signature'),
  )
  return new Map([...items, ...signatures])
}

export interface About {
  readonly judgement: Judgement<object>
  readonly subject: Subject
  readonly sample: string | null
  readonly items: readonly string[]
  readonly incidents: readonly string[]
}

export function printed(
  finding: StoredFinding,
  { judgement, subject, sample, items, incidents }: About,
): FindingAnswer {
  if (!isRule(finding.rule)) throw new Error(`no rule ${finding.rule}`)
  const told = tellKept(finding.rule, judgement, subject)
  return {
    id: finding.id,
    rule: finding.rule,
    version: finding.version,
    question: told.question,
    says: told.says,
    subject: { kind: finding.subject_kind, ref: subject.ref },
    side: sideWord(finding.side),
    area: finding.area === '' ? null : finding.area,
    sample,
    settings: JSON.parse(finding.settings) as Record<string, unknown>,
    items: [...items],
    incidents: [...incidents],
    answer: judgement.answer,
    grade: judgement.grade,
    grounds: told.grounds.map((ground) => ({ ...ground })),
    n: told.n,
    limits: [...told.limits],
    handling: handlingOf(finding.handling),
    raised_at: finding.raised_at,
  }
}

async function itemSubjects(
  { client, nodeId }: Printing,
  findings: readonly StoredFinding[],
): Promise<ReadonlyMap<string, About>> {
  if (findings.length === 0) return new Map()
  const rows = await rowsOf<{
    id: string
    source: string
    ref: string
    isource: string | null
    iref: string | null
    sample: Incident['sample'] | null
    presumed_actor: string | null
    actor_basis: Opinion['actor_basis'] | null
  }>(
    client,
    `select i.id, i.source, i.ref, n.source as isource, n.ref as iref, n.sample, n.presumed_actor, n.actor_basis
       from items i left join incidents n on n.node_id = i.node_id and n.id = i.incident
      where i.node_id = $1 and i.id = any ($2)`,
    [nodeId, [...new Set(findings.map(({ subject }) => subject))]],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    findings.flatMap((finding): readonly (readonly [string, About])[] => {
      const row = byId.get(finding.subject)
      if (row === undefined) return []
      const ref = printedRef(row)
      const judgement = {
        answer: finding.answer,
        grade: finding.grade,
        raised: true,
        facts: JSON.parse(finding.facts) as object,
      }
      const incidents = row.iref === null ? [] : [printedRef({ source: row.isource ?? 'default', ref: row.iref })]
      const sample = row.iref === null ? null : sampleOf(row)
      return [[finding.id, { judgement, subject: { kind: 'item', ref }, sample, items: [ref], incidents }]]
    }),
  )
}

async function signatureSubjects(
  printing: Printing,
  findings: readonly StoredFinding[],
): Promise<ReadonlyMap<string, About>> {
  if (findings.length === 0) return new Map()
  const { client, nodeId, settings, zone, names } = printing
  const numbers = [...new Set(findings.map(({ subject }) => subject))].map(BigInt)
  const asked = (...rules: readonly string[]) =>
    new Set(findings.filter(({ rule }) => rules.includes(rule)).map(({ subject }) => BigInt(subject)))
  const index = await readIndex(
    { db: client, nodeId, zone },
    {
      same: asked(sameSignature.name, exclusive.name, nearSerial.name),
      novelty: asked(newHere.name),
      whole: new Set(),
      stand: new Set(),
    },
    asked(exclusive.name, nearSerial.name),
  )
  const exclusivity =
    asked(exclusive.name).size === 0
      ? noExclusivity
      : await readExclusivity(client, nodeId, { names, classes: classesOf(index) })
  const judging = { db: client, nodeId, settings, zone, exclusivity }
  const refs = await refsInBlocks(printing, index)
  const carriers = await carriersOf(printing, numbers)
  const items = await itemsCarrying(printing, findings, index, carriers)
  return new Map(
    findings.flatMap((finding): readonly (readonly [string, About])[] => {
      const signature = index.signatures.get(BigInt(finding.subject))
      if (signature === undefined || !index.counts.has(signature.signature)) return []
      const own = (carriers.get(finding.subject) ?? []).filter(
        ({ side }) => finding.side === 0 || side === finding.side,
      )
      const judgement = judgedFor(judging, index, finding, { carriers: own, refs })
      if (judgement === null) return []
      const block = finding.rule === nearSerial.name ? blockOf(index, signature, refs) : null
      const about: About = {
        judgement,
        subject: { kind: 'signature', ref: signature.text },
        sample: null,
        items: block?.items ?? items.get(finding.id) ?? [],
        incidents: block?.incidents ?? [...new Set(own.map(printedRef))].slice(0, most),
      }
      return [[finding.id, about]]
    }),
  )
}

function judgedFor(
  judging: Parameters<typeof newHereInput>[0],
  index: Index,
  finding: StoredFinding,
  { carriers, refs }: { readonly carriers: readonly Carrier[]; readonly refs: Refs },
): Judgement<object> | null {
  const signature = index.signatures.get(BigInt(finding.subject))
  if (signature === undefined) return null
  if (finding.rule === newHere.name) {
    const input = newHereInput(judging, index, signature, allSeen)
    return input === null ? judgedOfNone(judging, finding) : newHere.judge(input)
  }
  if (finding.rule === nearSerial.name) return nearSerial.judge({ serials: serialsNamed(index, signature, refs) })
  const side = sideWord(finding.side)
  if (side === null) return null
  const number = finding.side === 1 ? 1 : 2
  if (finding.rule === exclusive.name) {
    const input = exclusiveInput(judging, index, signature, { view: allSeen, side, number })
    return input === null ? judgedOfNone(judging, finding) : exclusive.judge(input)
  }
  const input = sameSignatureInput(judging, index, signature, { view: allSeen, side, number })
  if (input === null) return judgedOfNone(judging, finding)
  return sameSignature.judge({ ...input, incidents: carriers.slice(0, most).map((one) => ({ ref: printedRef(one) })) })
}

/** References by the ids of items and incidents. */
export type Refs = ReadonlyMap<string, string>

/** Of the serials that lie in blocks, the references of their items and incidents. */
export async function refsInBlocks({ client, nodeId }: Printing, index: Index): Promise<Refs> {
  const near = [...index.serials.values()].flatMap((rows) => blocksByPrefix(rows).flatMap(({ serials }) => serials))
  if (near.length === 0) return new Map()
  const rows = await rowsOf<{ id: string; source: string; ref: string }>(
    client,
    `select id, source, ref from items where node_id = $1 and id = any ($2)
     union all select id, source, ref from incidents where node_id = $1 and id = any ($3)`,
    [nodeId, [...new Set(near.map(({ item }) => item))], [...new Set(near.map(({ incident }) => incident))]],
  )
  return new Map(rows.map((row) => [row.id, printedRef(row)]))
}

export const serialsNamed = (index: Index, signature: KnownSignature, refs: Refs): readonly SerialOfSignature[] =>
  serialsSeen(index, signature, allSeen).map((row) => ({
    ...row,
    item: refs.get(row.item) ?? row.item,
    incident: refs.get(row.incident) ?? row.incident,
  }))

function blockOf(index: Index, signature: KnownSignature, refs: Refs): Pick<About, 'items' | 'incidents'> {
  const near = blocksByPrefix(serialsNamed(index, signature, refs)).flatMap(({ serials }) => serials)
  return {
    items: [...new Set(near.map(({ item }) => item))].slice(0, most),
    incidents: [...new Set(near.map(({ incident }) => incident))].slice(0, most),
  }
}

const classesOf = ({ signatures }: Index): readonly string[] => [
  ...new Set(
    [...signatures.values()].flatMap(({ class: cls }) =>
      stockClass(cls as Class) === 'arm' ? ['arm', 'light-weapon'] : [cls],
    ),
  ),
]

/** What a rule answers of a signature that no dated incident, or no second one, carries. */
export function judgedOfNone(
  { settings }: Pick<Printing, 'settings'>,
  { rule, side }: Pick<StoredFinding, 'rule' | 'side'>,
): Judgement<object> {
  const { zone, floor, rare_share: rareShare, actor_floor: actorFloor } = settings
  if (rule === newHere.name) {
    return newHere.judge({ level: '', zone, floor, first: null, n: 0, visitedBefore: false, parentFirst: null })
  }
  if (rule === nearSerial.name) return nearSerial.judge({ serials: [] })
  if (rule === exclusive.name) return exclusive.judge(nobody(settings, sideWord(side) ?? 'attack'))
  const none = { read: 0, carried: 0 }
  return sameSignature.judge({
    side: sideWord(side) ?? 'attack',
    actors: [],
    all: none,
    finer: [],
    incidents: [],
    userUnknown: 0,
    rareShare,
    actorFloor,
  })
}

/** What `exclusive` is asked of where nobody is read with it. */
const nobody = ({ zone, floor, exclusive_level: level }: Settings, side: Side): ExclusiveInput => ({
  side,
  zone,
  floor,
  level,
  users: [],
  ...noExclusivity.at(allSeen),
  partings: [],
  since: [],
  isFinest: true,
  raises: true,
})

export interface Carrier {
  readonly signature: string
  readonly side: number
  readonly id: string
  readonly source: string
  readonly ref: string
}

/** The first incidents that carry each signature, in order of day. */
export async function carriersOf(
  { client, nodeId }: Printing,
  numbers: readonly bigint[],
): Promise<ReadonlyMap<string, readonly Carrier[]>> {
  const rows = await rowsOf<Carrier>(
    client,
    `select s.signature::text as signature, c.side, i.id, i.source, i.ref
       from unnest($2::bigint[]) s (signature)
       cross join lateral (
         select distinct t.side, t.incident, t.first_day from incident_signatures t
          where t.node_id = $1 and t.signature = s.signature
          order by t.first_day nulls last, t.incident limit ${most}) c
       -- Opened one by one: where it takes incidents for few, the planner would walk through all of them.
       cross join lateral (select i.id, i.source, i.ref from incidents i
                            where i.node_id = $1 and i.id = c.incident offset 0) i
      order by s.signature, c.first_day nulls last, i.id`,
    [nodeId, numbers.map(String)],
  )
  return Map.groupBy(rows, ({ signature }) => signature)
}

/** How many incidents are opened to name the items that carry a signature: of one alone, and in all. */
const openedOfOne = 100
const openedInAll = 200

async function itemsCarrying(
  { client, nodeId, names }: Printing,
  findings: readonly StoredFinding[],
  index: Index,
  carriers: ReadonlyMap<string, readonly Carrier[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const each = Math.min(openedOfOne, Math.ceil(openedInAll / Math.max(carriers.size, 1)))
  const opened = new Set([...carriers.values()].flatMap((list) => list.slice(0, each).map(({ id }) => id)))
  const classes = new Set([...index.signatures.values()].map((signature) => signature.class))
  const items = await itemsOfIncidents(client, nodeId, [...opened], [...classes])
  const keys = new Map([...index.signatures].map(([number, { text }]) => [String(number), keyOf(text)]))
  const bySignature = new Map([...keys.values()].map((key): [string, { side: number; ref: string }[]] => [key, []]))
  for (const item of items) {
    const side = { attack: 1, defence: 2, none: 0 }[sideOf(item.used_by) ?? 'none']
    const ref = printedRef({ source: item.source ?? 'default', ref: item.ref })
    for (const { key } of signaturesCached(item, names)) bySignature.get(key)?.push({ side, ref })
  }
  return new Map(
    findings.map((finding) => {
      const all = bySignature.get(keys.get(finding.subject) ?? '') ?? []
      const own = all.filter(({ side }) => finding.side === 0 || side === finding.side)
      return [finding.id, own.slice(0, most).map(({ ref }) => ref)]
    }),
  )
}
