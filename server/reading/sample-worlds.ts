/** For tests: a base that is emptied to be used again, and records that are closed to a team as they are written. */
import type { Store } from '#store/connect.ts'
import { derivedTables, projections } from '#store/rebuild.ts'

/** What is written from now on is this team's; empty: everybody's. */
export async function closeRecords(store: Store, team: string): Promise<void> {
  await store.intake.query(
    `create or replace function team_now() returns text language sql as $$ select '${team.replaceAll("'", "''")}' $$`,
  )
}

export async function letTeamsClose(store: Store): Promise<void> {
  await closeRecords(store, '')
  await store.intake.query(
    `create function take_team() returns trigger language plpgsql as $$ begin new.team := team_now(); return new; end $$`,
  )
  for (const table of projections) {
    await store.intake.query(
      `create trigger takes_team before insert on ${table} for each row execute function take_team()`,
    )
  }
}

export async function emptyBase(store: Store): Promise<void> {
  for (const table of [...projections, ...derivedTables, 'closed_findings', 'knowledge_marks', 'alert_marks']) {
    await store.intake.query(`delete from ${table} where node_id = $1`, [store.nodeId])
  }
}
