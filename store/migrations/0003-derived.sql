-- Derived: recomputed from the records under the present rules. Owned by the tables role.

set role {{tables}};

-- A signature that some item carries. Its number is the first 8 bytes of the SHA-256 of its comparison key, so that
-- it is the same on every machine. A row for each team in which it is carried, at the lowest level there.
create table signatures (
  node_id int not null,
  signature bigint not null,
  handling int not null,
  team text not null default '',
  text text not null,
  class text not null,
  level text not null,
  -- How finely materiel must have been read to bear it: 2 type, 3 marks.
  reading int not null,
  primary key (node_id, signature, team)
);

-- Which incident carries a signature, by an item of which side: 0 none (lay there before), 1 attack, 2 defence.
create table incident_signatures (
  node_id int not null,
  signature bigint not null,
  -- The next coarser one that the item carries, which may be another for another item; 0: none.
  parent bigint not null,
  side int not null,
  incident uuid not null,
  handling int not null,
  team text not null default '',
  -- The actor that is counted for it; empty where nobody is.
  actor text not null,
  -- The day from which it counts as a sighting; null where it is undated or outside the mission's zone.
  first_day date,
  primary key (node_id, signature, side, incident, handling, team)
);
create index incident_signatures_by_incident on incident_signatures (node_id, incident);

-- Incidents that carry a signature, by side and actor, and the first dated of them in the mission's zone.
create table signature_counts (
  node_id int not null,
  signature bigint not null,
  parent bigint not null,
  side int not null,
  actor text not null,
  handling int not null,
  team text not null default '',
  incidents int not null,
  first_day date,
  first_incident uuid,
  primary key (node_id, signature, side, actor, handling, team, parent)
);
create index signature_counts_by_parent on signature_counts (node_id, parent) where parent <> 0;

-- How finely an incident was read for a class: 1 class, 2 type, 3 marks.
create table incident_readings (
  node_id int not null,
  incident uuid not null,
  class text not null,
  handling int not null,
  team text not null default '',
  level int not null,
  -- The level to which more readers see it read: the row stands for the levels above.
  above int not null,
  actor text not null,
  country text not null,
  region text not null,
  first_day date,
  last_day date,
  primary key (node_id, incident, class, handling, team)
);

-- Incidents read to a level or finer, by class and actor. `came` and `went` only grow: how many readings did.
create table reading_counts (
  node_id int not null,
  class text not null,
  level int not null,
  actor text not null,
  handling int not null,
  team text not null default '',
  incidents int not null,
  came bigint not null,
  went bigint not null,
  primary key (node_id, class, level, actor, handling, team)
);

-- Incidents read to a level or finer, by class, place and when: for the number read before a day. Each counts once
-- for its year, its month (`2015-11`) and its day, so that a count is the years before, the months of the last year and
-- the days of the last month. The length of a span tells which it is.
create table reading_spans (
  node_id int not null,
  class text not null,
  level int not null,
  -- 4 a year, 7 a month, 10 a day: the length of its span.
  grain int not null,
  span text not null,
  country text not null,
  region text not null,
  handling int not null,
  team text not null default '',
  incidents int not null,
  primary key (node_id, class, level, grain, span, country, region, handling, team)
);

-- Kept answers: yes, and those graded possible. A signature's row says when reading can change its answer: once
-- `came` or `went` of `reading_counts`, of its class and reading level, is where the row says; null: never.
create table findings (
  node_id int not null,
  id uuid not null,
  rule text not null,
  version int not null,
  subject_kind text not null,
  subject text not null,
  side int not null default 0,
  area text not null default '',
  handling int not null,
  team text not null default '',
  answer text not null,
  grade text,
  kept bool not null,
  class text,
  reading int,
  judge_at_came bigint,
  judge_at_went bigint,
  -- The first sighting of a new signature, by which a late arrival finds it.
  day date,
  incident uuid,
  facts text not null,
  settings text not null,
  raised_at timestamptz not null,
  primary key (node_id, id)
);
create unique index findings_by_subject on findings (node_id, subject, rule, side, area, handling, team);
-- Of one moment they stand by subject: the order of their ids would show what else was judged in between.
create index findings_by_time on findings (node_id, raised_at desc, subject desc, rule desc, side desc, id desc) where kept;
create index findings_by_incident on findings (node_id, incident) where incident is not null;
create index findings_by_came on findings (node_id, class, reading, judge_at_came) where rule = 'same-signature';
create index findings_by_day on findings (node_id, class, reading, day)
  where rule = 'new-here' and judge_at_came is not null;
create index findings_by_went on findings (node_id, class, reading, judge_at_went);

-- The leaf at which scopes, areas, actors, affiliations or stock last changed.
create table knowledge_marks (
  node_id int primary key,
  leaf bigint not null
);

-- Incidents whose signatures and findings wait to be worked out, in the order in which they came.
create table pending_incidents (
  node_id int not null,
  leaf bigint not null,
  incidents text not null,
  received timestamptz not null,
  handling int not null default 2,
  team text not null default '',
  primary key (node_id, leaf)
);

-- Signatures that bulk work touched and that wait to be judged.
create table pending_signatures (
  node_id int not null,
  signature bigint not null,
  received timestamptz not null,
  handling int not null default 2,
  team text not null default '',
  primary key (node_id, signature)
);

reset role;
