/**
 * The index's counters as they would be under another zone or other kinds of crime: counted from incidents, for what is
 * written with each of them would be derived anew. Who is meant by items is not counted: nobody is asked about here.
 */
import { crimeActor } from '#core/linking/side.ts'
import { rowsOf } from './database.ts'
import type { Counters, CountRow, ReadRow, Zone } from './signature-counts.ts'

interface Supposed {
  readonly zone: Zone | null
  readonly crimeKinds: readonly string[]
}

export function supposedCounters({ zone, crimeKinds }: Supposed): Counters {
  const totals = new Map<string, readonly ReadRow[]>()
  return {
    async countsOf(db, nodeId, numbers) {
      if (numbers.length === 0) return []
      const rows = await rowsOf<Omit<CountRow, 'signature' | 'parent'> & { signature: string; parent: string }>(
        db,
        `select t.signature, t.parent, t.side, s.actor, t.handling, t.team, sum(t.weight)::int as incidents,
                '' as users, 0 as sightings, 0 as undated, min(s.day) as first_day, (array_agg(t.incident order by s.day nulls last, t.incident))[1] as first_incident
           from incident_signatures t
           cross join lateral (
             select ${actorOf('t')} as actor, case when ${inZone} then i.first_day end as day
               from incidents i where i.node_id = $1 and i.id = t.incident offset 0) s
          where t.node_id = $1 and t.signature = any ($5::bigint[])
          group by t.signature, t.parent, t.side, s.actor, t.handling, t.team`,
        [nodeId, crimeKinds, zone?.countries ?? null, regionsOf(zone), numbers.map(String)],
      )
      return rows.map((row) => ({ ...row, signature: BigInt(row.signature), parent: BigInt(row.parent) }))
    },
    /** Each class and level once: every incident is looked at. */
    async readTotals(db, nodeId, keys) {
      for (const { class: cls, level } of keys) {
        if (totals.has(`${cls} ${level}`)) continue
        const rows = await rowsOf<ReadRow>(
          db,
          `select r.class, $4::int as level, s.actor, r.handling, r.team, count(*)::int as incidents,
                  0::float8 as came, 0::float8 as went
             from incident_readings r
             cross join lateral (
               select ${actorOf('r')} as actor from incidents i where i.node_id = $1 and i.id = r.incident offset 0) s
            where r.node_id = $1 and r.class = $3 and r.above < $4 and r.level >= $4
            group by r.class, s.actor, r.handling, r.team`,
          [nodeId, crimeKinds, cls, level],
        )
        totals.set(`${cls} ${level}`, rows)
      }
      return keys.flatMap(({ class: cls, level }) => totals.get(`${cls} ${level}`) ?? [])
    },
  }
}

/** As `circulationActor` has it: whom the incident is ascribed to is counted as it is, whatever counts as crime. */
const actorOf = (row: string) => `case
  when i.presumed_actor is not null and i.actor_basis is distinct from 'materiel' then ${row}.actor
  when i.kind = any ($2) then '${crimeActor}' else '' end`

const inZone = `($3::text[] is null or i.country = any ($3) or i.country || ' ' || i.region = any ($4))`
const regionsOf = (zone: Zone | null) => zone?.regions.map(({ country, region }) => `${country} ${region}`) ?? null
