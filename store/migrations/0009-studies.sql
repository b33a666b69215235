-- Baseline studies: what was found where, in how large a sample, and when. Enquiries: what authorities were asked.

set role {{tables}};

create table baselines (
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
  study text not null,
  class text not null,
  pattern text,
  model text,
  producer text,
  calibre text,
  year int,
  lot text,
  sample bigint not null,
  seen bigint not null,
  unit text,
  says text,
  basis text,
  grade text,
  confidence text,
  country text not null,
  area text,
  "from" text,
  "to" text,
  note text,
  other text,
  doubts text,
  found_doubts text,
  primary key (node_id, id)
);
create unique index baselines_by_ref on baselines (node_id, source, ref);
create index baselines_by_bare_ref on baselines (node_id, ref);

-- Derived: the signatures that a row of a study speaks of, with where it looked as codes. Of what was seen each that an
-- item so identified carries, of what was not the one that the row names.
create table study_signatures (
  node_id int not null,
  signature bigint not null,
  baseline uuid not null,
  handling int not null,
  team text not null default '',
  -- JSON texts: ISO codes of whole countries, and [country, region] of parts of others.
  countries text not null,
  regions text not null,
  primary key (node_id, signature, baseline)
);
create index study_signatures_by_baseline on study_signatures (node_id, baseline);

create table enquiries (
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
  asked text not null,
  holder text not null,
  services text,
  class text not null,
  pattern text,
  model text,
  producer text,
  calibre text,
  year int,
  year_to int,
  lot text,
  serial text,
  about text,
  status text,
  answer_ref text,
  holder_country text,
  asked_on text,
  due_on text,
  answered_on text,
  note text,
  other text,
  doubts text,
  found_doubts text,
  -- Worked out when projected, for the order of the list: 0 while somebody has to do something; and until when.
  closed int not null,
  due text not null,
  primary key (node_id, id)
);
create unique index enquiries_by_ref on enquiries (node_id, source, ref);
create index enquiries_by_bare_ref on enquiries (node_id, ref);
create index enquiries_by_state on enquiries (node_id, closed, due, id desc);
create index enquiries_by_about on enquiries (node_id, about) where about is not null;

reset role;

-- As in 0005, with the kinds that came since; an enquiry has a column `asked` of its own.
create or replace function sees_record(asked uuid) returns bool language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select exists (
    select from (
      select node_id, handling, team from incidents where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from items where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from opinions where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from stock where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from enquiries where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from baselines where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from actors where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from affiliations where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from areas where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from scopes where node_id = reading_node() and id = sees_record.asked
      union all select node_id, handling, team from settings where node_id = reading_node() and id = sees_record.asked
    ) r where is_visible(r.node_id, r.handling, r.team))
$$;
