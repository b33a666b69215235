-- Attention: what a finding is about and weighs, and the steps by which what is about one thing came to weigh more.

set role {{tables}};

alter table findings
  -- The keys of the make that it speaks of, and of what is coarser; empty where there is none.
  add column family text collate "C" not null default '',
  add column above text collate "C" not null default '',
  -- What it weighs, and since when; what it weighed when it was raised.
  add column weight int not null default 0,
  add column weighed_at timestamptz not null default 'epoch',
  add column weight_first int not null default 0,
  -- Whether bulk work raised it.
  add column bulk bool not null default false,
  -- How many incidents a raised signature was carried by, and when one was last added.
  add column carriers int not null default 0,
  add column grown_at timestamptz not null default 'epoch';
create index findings_by_growth on findings (node_id, grown_at desc) where kept and carriers > 0;
create index findings_by_family on findings (node_id, family, subject_kind, weight desc) where kept and family <> '';

-- From when on findings about one thing, held alike, weigh so much: of a make (by signatures or by the items that
-- carry it; no spot), and of the items of an incident and class. Worked out from findings, and from nothing else.
create table alert_steps (
  node_id int not null,
  family text collate "C" not null,
  above text collate "C" not null,
  -- `incident|class`; empty: the make.
  spot text collate "C" not null,
  by_signature bool not null,
  handling int not null,
  team text not null default '',
  weight int not null,
  -- The Monday of its week.
  week date not null,
  at timestamptz not null,
  bulk bool not null,
  primary key (node_id, family, spot, by_signature, handling, team, weight)
);
create index alert_steps_by_week on alert_steps (node_id, week, weight desc, at, family, spot);
create index alert_steps_by_weight on alert_steps (node_id, weight desc, at, family, spot);
create index alert_steps_by_spot on alert_steps (node_id, spot) where spot <> '';
create index alert_steps_by_above on alert_steps (node_id, above, family) where above <> '';

-- Another with every change of them, so that what was worked out from them is known to stand.
create table alert_marks (
  node_id int primary key,
  mark uuid not null
);

alter table imports add column made timestamptz;
create index imports_by_leaf on imports (node_id, leaf desc);

update knowledge_marks set rules = null;

reset role;

-- As their revisions say: an import is noted once.
update imports i
   set made = ((b.texts[array_position(string_to_array(replace(s.names, '*', ''), ' '), 'head')])::json ->> 'made')::timestamptz
  from ledger e join ledger_shapes s on s.shape = e.shape join bodies b on b.node_id = e.node_id and b.leaf = e.leaf
 where e.node_id = i.node_id and e.leaf = i.leaf;
