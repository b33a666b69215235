-- History reads bodies, to which the reader has no right: functions of the owner, which apply the policy themselves.
-- pg_temp stands last in their path: left out it would come first, and a table made there would be read for ours.

-- Whether this reader may see the record as it now stands.
create function sees_record(asked uuid) returns bool language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select exists (
    select from (
      select node_id, handling, team from incidents where node_id = reading_node() and id = asked
      union all select node_id, handling, team from items where node_id = reading_node() and id = asked
      union all select node_id, handling, team from opinions where node_id = reading_node() and id = asked
      union all select node_id, handling, team from stock where node_id = reading_node() and id = asked
      union all select node_id, handling, team from actors where node_id = reading_node() and id = asked
      union all select node_id, handling, team from affiliations where node_id = reading_node() and id = asked
      union all select node_id, handling, team from areas where node_id = reading_node() and id = asked
      union all select node_id, handling, team from scopes where node_id = reading_node() and id = asked
      union all select node_id, handling, team from settings where node_id = reading_node() and id = asked
    ) r where is_visible(r.node_id, r.handling, r.team))
$$;

-- The revisions of a record, oldest first, without the group that holds its informant: that is read apart.
create function history_of(asked uuid, leaf_now bigint)
returns table (leaf bigint, names text, texts text[]) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select b.leaf, s.names,
         array(select case when n.name = 'informant' then null else t.text end
                 from unnest(b.texts) with ordinality t (text, place)
                 join unnest(string_to_array(s.names, ' ')) with ordinality n (name, place) using (place) order by place)
    from (select p.leaf from past_revisions p where p.node_id = reading_node() and p.record = asked
          union select leaf_now) l
    join ledger e on e.node_id = reading_node() and e.leaf = l.leaf
    join (select shape, replace(names, '*', '') as names from ledger_shapes) s on s.shape = e.shape
    join bodies b on b.node_id = e.node_id and b.leaf = e.leaf
   where sees_record(asked)
     -- The leaf that the reader names must be this record's own.
     and (b.texts[array_position(string_to_array(s.names, ' '), 'head')])::json ->> 'record' = asked::text
   order by 1
$$;

revoke all on function sees_record(uuid), history_of(uuid, bigint) from public;
grant execute on function sees_record(uuid), history_of(uuid, bigint) to {{reader}};
