-- Rows of the reference library that people propose, with the review that holds for what each says now.

set role {{tables}};

create table library_entries (
  node_id int not null,
  id uuid not null,
  leaf bigint not null,
  revision uuid not null,
  -- An accepted row shapes what everybody is answered: it is nobody's secret. Otherwise as held as its own level says.
  handling int not null,
  own_handling int not null,
  team text not null default '',
  withdrawn bool not null default false,
  source text not null,
  digest bigint not null,
  ref text not null,
  author text not null,
  made text not null,
  list text not null,
  corrects text,
  name text,
  name_fr text,
  aliases text,
  countries text,
  pattern text,
  class text,
  calibre text,
  first_year int,
  code text,
  position text,
  producer text,
  country text,
  year int,
  means text,
  means_fr text,
  form text,
  classes text,
  part text,
  colours text,
  convention text,
  calibres text,
  "from" text,
  "to" text,
  confidence text not null,
  read_in text not null,
  note text,
  other text,
  doubts text,
  found_doubts text,
  -- proposed, accepted or refused; the leaf, account, time and reason of the review by which it is so.
  state text not null default 'proposed',
  review_leaf bigint,
  reviewed_by text,
  reviewed_at text,
  review_reason text,
  primary key (node_id, id)
);
create unique index library_entries_by_ref on library_entries (node_id, source, ref);
create index library_entries_by_bare_ref on library_entries (node_id, ref);
create index library_entries_by_state on library_entries (node_id, state, review_leaf);

reset role;

-- Its history is read like that of every record.
do $$ begin
  execute replace(pg_get_functiondef('sees_record(uuid)'::regprocedure), ') r where is_visible',
    ' union all select node_id, handling, team from library_entries where node_id = reading_node() and id = asked) r where is_visible');
end $$;
