-- Projections: one table a kind of record, rebuilt from the ledger at any time and then equal. Owned by the tables
-- role. Columns after the common ones are the fields of core/record/kinds.ts; lists and pairs are JSON texts.

set role {{tables}};

create table incidents (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  -- What its source last said, so that the same row again changes nothing.
  digest bigint not null,
  ref text not null,
  kind text not null,
  target text,
  access text,
  access_reason text,
  arrived_h float8,
  read_level text,
  sample text,
  date text,
  end_date text,
  date_kind text,
  used_on text,
  recovered_on text,
  seized_on text,
  documented_on text,
  country text,
  admin1 text,
  place text,
  lat text,
  lon text,
  grid text,
  geo_precision text,
  summary text,
  other text,
  doubts text,
  -- Worked out when projected: the interval of its days, the region's code, what the doubts of the whole are.
  first_day date,
  last_day date,
  region text,
  found_doubts text,
  -- The current opinion of who did it, at the incident's own level.
  presumed_actor text,
  actor_basis text,
  actor_grade text,
  primary key (node_id, id)
);
create unique index incidents_by_ref on incidents (node_id, source, ref);
create index incidents_by_bare_ref on incidents (node_id, ref);
create index incidents_by_day on incidents (node_id, first_day, id);

-- Whose report an incident is: one level above its record.
create table informants (
  node_id int not null,
  incident uuid not null,
  handling int not null,
  team text not null default '',
  author text not null,
  reported_by text,
  report_grade text,
  primary key (node_id, incident)
);

create table items (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  -- The effective level: the higher of its own and its incident's.
  handling int not null,
  own_handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  -- Null until the incident that it names is known.
  incident uuid,
  incident_ref text not null,
  class text not null,
  quantity bigint,
  present bigint,
  examined bigint,
  count_basis text,
  seen_how text,
  state text,
  mark_condition text,
  removed_how text,
  features text,
  tag text,
  parent_ref text,
  refilled text,
  marks text,
  serial text,
  serials text,
  lot text,
  lot_body text,
  lot_filling text,
  lot_fuze text,
  site_code text,
  date_code text,
  find_spot text,
  exported_on text,
  export_to text,
  holder text,
  where_now text,
  note text,
  other text,
  doubts text,
  found_doubts text,
  -- The current opinions, at the item's own level.
  pattern text,
  model text,
  producer text,
  producer_country text,
  calibre text,
  year int,
  year_to int,
  id_grade text,
  origin text,
  origin_grade text,
  used_by text,
  user_actor text,
  user_basis text,
  user_grade text,
  primary key (node_id, id)
);
create unique index items_by_ref on items (node_id, source, ref);
create index items_by_bare_ref on items (node_id, ref);
create index items_by_incident on items (node_id, incident);
create index items_waiting on items (node_id, source, incident_ref) where incident is null;

-- Serials, lots and tags as they are searched: folded, and folded backwards for a cut start.
create table item_marks (
  node_id int not null,
  folded text collate "C" not null,
  item uuid not null,
  role text not null,
  backwards text collate "C" not null,
  handling int not null,
  team text not null default '',
  primary key (node_id, folded, item, role)
);
create index item_marks_backwards on item_marks (node_id, backwards);
create index item_marks_by_item on item_marks (node_id, item);

create table opinions (
  node_id int not null,
  record uuid not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  own_handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  author text,
  basis text,
  date text,
  pattern text,
  model text,
  producer text,
  producer_country text,
  calibre text,
  year int,
  year_to int,
  id_grade text,
  origin text,
  origin_grade text,
  used_by text,
  user_actor text,
  user_basis text,
  user_grade text,
  presumed_actor text,
  actor_basis text,
  actor_grade text,
  note text,
  primary key (node_id, record, id)
);

create table stock (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  holder text not null,
  services text,
  basis text not null,
  list text,
  coverage text not null,
  class text not null,
  pattern text,
  model text,
  producer text,
  calibre text,
  year int,
  year_to int,
  lot text,
  serial text,
  serial_to text,
  quantity bigint,
  status text,
  holder_country text,
  covers_from text,
  covers_to text not null,
  status_from text,
  status_to text,
  status_place text,
  grade text,
  other text,
  doubts text,
  found_doubts text,
  primary key (node_id, id)
);
create unique index stock_by_ref on stock (node_id, source, ref);
create index stock_by_bare_ref on stock (node_id, ref);

create table actors (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  actor_ref text not null,
  name text not null,
  kind text not null,
  aliases text,
  parent_ref text,
  renamed_from text,
  list_ref text,
  country text,
  "from" text,
  "to" text,
  listed_on text,
  delisted_on text,
  note text,
  other text,
  doubts text,
  found_doubts text,
  primary key (node_id, id)
);
create unique index actors_by_ref on actors (node_id, source, ref);
create index actors_by_bare_ref on actors (node_id, ref);
create index actors_by_name on actors (node_id, name);

create table affiliations (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  actor text not null,
  "with" text not null,
  basis text,
  "from" text,
  "to" text,
  author text,
  grade text,
  note text,
  other text,
  doubts text,
  found_doubts text,
  primary key (node_id, id)
);
create unique index affiliations_by_ref on affiliations (node_id, source, ref);
create index affiliations_by_bare_ref on affiliations (node_id, ref);

create table areas (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  name text not null,
  kind text not null,
  parent_ref text,
  members text,
  country text,
  geometry text,
  "from" text,
  "to" text,
  other text,
  doubts text,
  found_doubts text,
  primary key (node_id, id)
);
create unique index areas_by_ref on areas (node_id, source, ref);
create index areas_by_bare_ref on areas (node_id, ref);

create table scopes (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  regime text not null,
  instrument text not null,
  paragraph text,
  direction text not null,
  holders text,
  classes text,
  exempt_holders text,
  cites text,
  confidence text,
  area text,
  "from" text not null,
  "to" text,
  other text,
  doubts text,
  found_doubts text,
  primary key (node_id, id)
);
create unique index scopes_by_ref on scopes (node_id, source, ref);
create index scopes_by_bare_ref on scopes (node_id, ref);

create table settings (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  setting text not null,
  value text not null,
  "from" text,
  author text not null,
  note text,
  other text,
  doubts text,
  found_doubts text,
  primary key (node_id, id)
);
create unique index settings_by_ref on settings (node_id, source, ref);
create index settings_by_bare_ref on settings (node_id, ref);
create index settings_by_name on settings (node_id, setting);

create table evidence (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  "of" text,
  taken_on text,
  lat text,
  lon text,
  taken_by text,
  given_by text,
  file_name text,
  words text,
  primary key (node_id, id)
);
create index evidence_by_record on evidence (node_id, "of");

create table mandates (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  instrument text not null,
  paragraph text,
  permits text,
  area text,
  "from" text,
  "to" text,
  given_by text,
  note text,
  primary key (node_id, id)
);

create table decisions (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  author text not null,
  made text not null,
  rule text not null,
  subject text not null,
  side text,
  area text,
  view text,
  grounds text,
  choice text not null,
  reason text,
  primary key (node_id, id)
);
create index decisions_by_subject on decisions (node_id, subject, rule);

create table imports (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  sha256 text not null,
  complete bool,
  missing text,
  file_name text,
  primary key (node_id, id)
);
create index imports_by_source on imports (node_id, source, leaf);

create table erasures (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  erased_leaf bigint not null,
  groups text,
  ground text,
  primary key (node_id, id)
);

-- Where the superseded revisions of a record lie; the current one is named in its own row. A record that was never
-- revised has no row here.
create table past_revisions (
  node_id int not null,
  record uuid not null,
  leaf bigint not null,
  revision uuid not null,
  handling int not null,
  team text not null default '',
  primary key (node_id, record, leaf)
);

reset role;
