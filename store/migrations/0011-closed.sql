-- Findings that no longer hold, and from which leaf on something waits to be judged.

set role {{tables}};

-- What was kept and is kept no more, by the view that held it. No projection and not derived from what stands now: a
-- rebuild leaves it. Narrower views may hold on to what a wider one has closed.
create table closed_findings (
  node_id int not null,
  subject text not null,
  rule text not null,
  side int not null,
  area text not null,
  handling int not null,
  team text not null default '',
  closed_at timestamptz not null,
  -- The id that the finding had.
  id uuid not null,
  -- False: this view did not close it; the row hides that a narrower one did.
  held bool not null,
  version int not null,
  subject_kind text not null,
  answer text not null,
  grade text,
  incident uuid,
  facts text not null,
  settings text not null,
  raised_at timestamptz not null,
  -- What moved it lies among the leaves from the first up to the second; null: the rules themselves changed.
  moved_from bigint,
  moved_to bigint,
  primary key (node_id, subject, rule, side, area, handling, team, closed_at)
);
create index closed_findings_by_id on closed_findings (node_id, id);
create index closed_findings_by_incident on closed_findings (node_id, incident) where incident is not null;
create index closed_findings_by_time on closed_findings (node_id, closed_at desc, subject desc, rule desc, side desc, id desc)
  where held;

-- What a record moved is asked by its leaf.
create index stock_by_leaf on stock (node_id, leaf);
create index scopes_by_leaf on scopes (node_id, leaf);
create index areas_by_leaf on areas (node_id, leaf);
create index actors_by_leaf on actors (node_id, leaf);
create index affiliations_by_leaf on affiliations (node_id, leaf);
create index settings_by_leaf on settings (node_id, leaf);

-- The page of the settings counts them.
create index stock_lost on stock (node_id, status) where status in ('lost', 'stolen', 'captured');
create index stock_of_contingents on stock (node_id, services) where services = '["contingent"]';

alter table pending_incidents add column since bigint;
alter table pending_signatures add column since bigint;

reset role;
