-- An incident waits once, however many batches moved it.

set role {{tables}};

alter table pending_incidents rename to pending_batches;
alter table pending_batches rename constraint pending_incidents_pkey to pending_batches_pkey;

-- Incidents whose signatures and findings wait to be worked out, in the order of what made them wait.
create table pending_incidents (
  node_id int not null,
  incident uuid not null,
  -- The first leaf that can have moved an answer; 0: the rules themselves.
  leaf bigint not null,
  received timestamptz not null,
  since bigint,
  handling int not null default 2,
  team text not null default '',
  primary key (node_id, incident)
);
create index pending_incidents_in_order on pending_incidents (node_id, leaf, incident);

insert into pending_incidents (node_id, incident, leaf, received, since)
select node_id, id::uuid, coalesce(since, 0), received, since
  from pending_batches cross join lateral json_array_elements_text(incidents::json) as id order by leaf
on conflict do nothing;
drop table pending_batches;

reset role;
