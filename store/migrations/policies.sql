-- Run after every migration, so that no table of records or derived data is ever without its policy. Row-level
-- security is enabled and not forced: it binds the reader, who owns nothing, and not the role that owns the tables.
do $$
declare
  one record;
begin
  for one in
    select c.relname as name from pg_class c
    where c.relnamespace = '{{schema}}'::regnamespace and c.relkind = 'r' and pg_get_userbyid(c.relowner) = '{{tables}}'
  loop
    execute format('alter table %I enable row level security', one.name);
    execute format('drop policy if exists reader_sees on %I', one.name);
    if one.name like 'pending%' or one.name in ('knowledge_marks', 'alert_marks') then
      continue;
    elsif one.name = 'informants' then
      -- Above strictly confidential there is no clearance: only its author and its team read it.
      execute format($policy$create policy reader_sees on %I for select to {{reader}} using (
        node_id = (select reading_node())
        and (handling <= (select reading_clearance()) or author = (select reading_account()))
        and (team = '' or team = any ((select reading_teams())::text[])))$policy$, one.name);
    else
      execute format($policy$create policy reader_sees on %I for select to {{reader}} using (
        node_id = (select reading_node())
        and handling <= (select reading_clearance())
        and (team = '' or team = any ((select reading_teams())::text[])))$policy$, one.name);
    end if;
    execute format('grant select on %I to {{reader}}', one.name);
  end loop;
end $$;
