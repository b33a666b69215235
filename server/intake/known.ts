/** Reads what the base already knows of the records that a batch names. */
import type { Content, Kind } from '#core/record/kinds.ts'
import { refOf } from '#core/record/parse-row.ts'
import type { Store } from '#store/connect.ts'
import type { Client } from '#store/database.ts'
import { atOnce } from '#store/prompt-client.ts'
import { incidentsNamed, opinionsOfSource, recordsByRef, type KnownIncident, type KnownRecord } from '#store/lookup.ts'
import type { Knowledge, Submission } from './plan.ts'

export async function readKnown(client: Client, store: Store, submissions: readonly Submission[]): Promise<Knowledge> {
  const refs = new Map<string, { kind: Kind; source: string; refs: Set<string> }>()
  const named = new Map<string, Set<string>>()
  for (const { source, parts } of submissions) {
    for (const { kind, content } of parts) {
      const ref = refOf(kind, content)
      if (ref === null) continue
      const key = `${kind} ${source}`
      const wanted = refs.get(key) ?? { kind, source, refs: new Set() }
      refs.set(key, wanted)
      wanted.refs.add(ref)
      if (kind !== 'item') continue
      const incidents = named.get(source) ?? new Set()
      named.set(source, incidents)
      incidents.add((content as Content<'item'>).incident_ref)
    }
  }
  const records = new Map<string, ReadonlyMap<string, KnownRecord>>()
  const opinions = new Map<string, ReadonlyMap<string, KnownRecord>>()
  const incidents = new Map<string, ReadonlyMap<string, KnownIncident>>()
  const sources = new Set(submissions.map((submission) => submission.source))
  await atOnce(client, [
    ...[...refs].map(([key, { kind, source, refs: list }]) => async () => {
      records.set(key, await recordsByRef(client, store.nodeId, kind, { source, refs: [...list] }))
    }),
    ...[...sources].map((source) => async () => {
      incidents.set(source, await incidentsNamed(client, store.nodeId, source, [...(named.get(source) ?? [])]))
    }),
  ])
  for (const source of sources) {
    const subjects = (['incident', 'item'] as const).flatMap((kind) =>
      [...(records.get(`${kind} ${source}`)?.values() ?? [])].map(({ id }) => id),
    )
    opinions.set(source, await opinionsOfSource(client, store.nodeId, source, subjects))
  }
  return {
    record: (kind, source, ref) => records.get(`${kind} ${source}`)?.get(ref),
    opinion: (source, record) => opinions.get(source)?.get(record),
    incident: (source, ref) => incidents.get(source)?.get(ref),
  }
}
