-- Who is meant as the user of what carries a signature, who was read when, and the serials of each maker and model.
-- All of it is derived: it is emptied here, and every incident waits to be derived anew.

set role {{tables}};

truncate incident_signatures, signature_counts, incident_readings, reading_counts, reading_spans;

alter table incident_signatures
  -- Actors meant for the items that carry it, a line each; empty: nobody.
  add column users text not null,
  -- 0 where those who see more than another row of the same incident see another user alone.
  add column weight int not null,
  -- In the mission's zone, and on no known day.
  add column undated bool not null;

alter table signature_counts
  add column users text not null,
  -- Incidents of the zone that are dated, and those that are not.
  add column sightings int not null,
  add column undated int not null,
  drop constraint signature_counts_pkey,
  add primary key (node_id, signature, side, actor, handling, team, parent, users);

alter table reading_spans
  add column actor text not null,
  drop constraint reading_spans_pkey,
  add primary key (node_id, class, level, grain, span, country, region, handling, team, actor);

-- Serials as letters and the number that ends them, by the signature of model and producer.
create table serial_numbers (
  node_id int not null,
  signature bigint not null,
  prefix text collate "C" not null,
  number bigint not null,
  item uuid not null,
  incident uuid not null,
  side int not null,
  handling int not null,
  team text not null default '',
  primary key (node_id, signature, prefix, number, item)
);
create index serial_numbers_by_incident on serial_numbers (node_id, incident);

drop index findings_by_came;
create index findings_by_came on findings (node_id, class, reading, judge_at_came)
  where rule in ('same-signature', 'exclusive');

-- What holders parted with: what a group lost, others may have.
create index stock_by_parting on stock (node_id, class, status) where status in ('lost', 'stolen', 'captured', 'transferred');

-- Items of incidents that are asked again, and nothing else of these: those that carry one of the signatures.
create table pending_items (
  node_id int not null,
  leaf bigint not null,
  incidents text not null,
  signatures text not null,
  received timestamptz not null,
  since bigint,
  handling int not null default 2,
  team text not null default '',
  primary key (node_id, leaf)
);

update knowledge_marks set rules = null;

reset role;
