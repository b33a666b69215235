/** Prints alerts: what each is about, why it stands where it stands, and its heaviest findings. */
import type { AlertAnswer } from '#api/inbox-routes.ts'
import { sayWeek, type Monday } from '#core/attention/week.ts'
import { sayStanding } from '#core/attention/weigh.ts'
import { text } from '#core/lib/text.ts'
import { saySignature, sayClass } from '#core/linking/say-signature.ts'
import { handlings } from '#core/record/handling.ts'
import type { Class } from '#core/record/kinds.ts'
import { findingsAbout, type FindingAbout, type FindingsAbout } from '#store/finding-list.ts'
import { signaturesByNumber } from '#store/signature-counts.ts'
import { signatureNumber } from '../analysis/derive.ts'
import { resolvedLeads, type Resolved } from './alerts.ts'
import { printFindings } from './print-findings.ts'
import type { Reading } from './reading.ts'

export interface Standing {
  readonly lead: string
  readonly state: AlertAnswer['state']
  readonly week: Monday | null
  readonly weight: number
}

const mostPrinted = 12
const mostCounted = 500
const mostIncidents = 50

/** In the order given. One of which nothing stands for its reader is left out. */
export async function printAlerts(reading: Reading, standings: readonly Standing[]): Promise<AlertAnswer[]> {
  const leads = [...new Set(standings.map(({ lead }) => lead))]
  const found = await findingsOf(reading, leads)
  const shown = [...found.values()].flatMap((all) => all.slice(0, mostPrinted))
  const printed = new Map((await printFindings(reading, shown)).map((finding) => [finding.id, finding]))
  const makes = leads.filter((lead) => spotOf(lead) === null)
  const signatures = await signaturesByNumber(reading.client, reading.nodeId, makes.map(signatureNumber))
  return standings.flatMap(({ lead, state, week, weight }): AlertAnswer[] => {
    const all = found.get(lead) ?? []
    const findings = all.slice(0, mostPrinted).flatMap(({ id }) => printed.get(id) ?? [])
    const [first] = findings
    if (first === undefined) return []
    const incidents = [...new Set(findings.flatMap((one) => one.incidents))]
    const about = aboutOf(lead, {
      signature: signatures.get(signatureNumber(lead))?.text ?? lead,
      incident: incidents[0] ?? null,
      item: first.subject.ref,
    })
    return [
      {
        key: lead,
        ...about,
        state,
        week: week === null ? null : sayWeek(week),
        weight,
        why: sayStanding(all),
        raised_at: all.flatMap(({ raised_at: at }) => at ?? []).toSorted()[0] ?? '',
        handling: handlings.findLast((level) => findings.some(({ handling }) => handling === level)) ?? first.handling,
        incidents: incidents.slice(0, mostIncidents),
        findings,
        findings_in_all: all.length,
      },
    ]
  })
}

function aboutOf(
  lead: string,
  names: { readonly signature: string; readonly incident: string | null; readonly item: string },
): Pick<AlertAnswer, 'about' | 'title'> {
  const spot = spotOf(lead)
  if (spot === null) return { about: { kind: 'signature', ref: names.signature }, title: saySignature(names.signature) }
  const { en, fr } = sayClass(spot.class as Class)
  return {
    about: { kind: 'incident', ref: names.incident, class: spot.class },
    title:
      names.incident === null
        ? text(`Item ${names.item}: ${en}`, `Objet ${names.item} : ${fr}`)
        : text(`Incident ${names.incident}: ${en}`, `Incident ${names.incident} : ${fr}`),
  }
}

/** The incident, or item without one, and the class that a lead is about; null for a make. */
function spotOf(lead: string): { incident: string | null; item: string | null; class: string } | null {
  const [where = '', cls, ...rest] = lead.split('|')
  if (cls === undefined || rest.length > 0) return null
  const item = where.startsWith('item ') ? where.slice(5) : null
  return { incident: item === null ? where : null, item, class: cls }
}

async function findingsOf(
  reading: Reading,
  leads: readonly string[],
): Promise<ReadonlyMap<string, readonly FindingAbout[]>> {
  if (leads.length === 0) return new Map()
  const known = await resolvedLeads(reading, leads)
  const asked = leads.flatMap((lead) => askedOf(lead, known).map((one) => ({ lead, one })))
  const found = await findingsAbout(
    reading.client,
    reading.nodeId,
    asked.map(({ one }) => one),
    mostCounted,
  )
  const byLead = Map.groupBy(
    found.filter((finding) => isOf(asked[finding.place]?.lead ?? '', finding, known)),
    ({ place }) => asked[place]?.lead ?? '',
  )
  return new Map([...byLead].map(([lead, all]) => [lead, all.toSorted((a, b) => b.weight - a.weight)]))
}

/** By which of its keys a lead's findings are found. */
function askedOf(lead: string, { steps, leadOf }: Resolved): readonly FindingsAbout[] {
  const spot = spotOf(lead)
  if (spot !== null) return [{ family: null, by: 'item', ...spot }]
  const keys = new Map(
    steps
      .filter((step) => step.spot === '' && leadOf(step) === lead)
      .map(({ by, family }) => [`${by} ${family}`, { by, family, incident: null, item: null, class: null }]),
  )
  return [...keys.values()]
}

/** What is raised of an item's make speaks for it elsewhere. */
function isOf(lead: string, { family, above }: FindingAbout, { leadOf }: Resolved): boolean {
  if (spotOf(lead) === null) return true
  return leadOf({ by: 'item', family, above, spot: lead, weight: 0, at: '' }) === lead
}
