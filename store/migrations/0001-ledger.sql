-- The ledger and its bodies, byte by byte as docs/format/ledger-format.md says. Owned by the owner role.

create table nodes (
  node_id int primary key,
  -- The mission as every head names it, on every machine.
  node uuid not null unique,
  exercise bool not null default false,
  made_at timestamptz not null
);

-- The names of the groups that a leaf's digests and texts stand for, in their order, parted by spaces, a star behind
-- those that are filled: only their digests are stored, for that of an empty group follows from its salt. One row a
-- shape, so that a leaf of a kind that nobody here knows still verifies.
create table ledger_shapes (
  shape int primary key,
  names text not null unique
);

-- The head that writers move by compare-and-swap: number of leaves, and the hashes of the complete subtrees.
create table ledger_heads (
  node_id int primary key references nodes,
  leaves bigint not null,
  frontier bytea not null
);

-- Append only: never updated, deleted or truncated.
create table ledger (
  node_id int not null,
  leaf bigint not null,
  shape int not null,
  leaf_hash bytea not null,
  digests bytea not null,
  primary key (node_id, leaf)
);

-- The texts of each leaf's groups, null for an empty one, and the salt of the revision. Append only, except that the
-- retention role may remove a text whose keeping has ended, by an entry that says so.
create table bodies (
  node_id int not null,
  leaf bigint not null,
  salt bytea not null,
  texts text[] not null,
  primary key (node_id, leaf)
);

-- Hashes of complete subtrees of height 8, 16, 24 …, 256 to a tile, so that a proof reads a few tiles.
create table ledger_tiles (
  node_id int not null,
  level int not null,
  tile bigint not null,
  hashes bytea not null,
  primary key (node_id, level, tile)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;

create function refuse_unless_retention() returns trigger language plpgsql as $$
begin
  if session_user <> '{{retention}}' then
    raise exception 'table % is append only: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger ledger_is_append_only before update or delete on ledger
  for each row execute function refuse_change();
create trigger ledger_is_never_truncated before truncate on ledger
  for each statement execute function refuse_change();
create trigger bodies_are_never_deleted before delete on bodies
  for each row execute function refuse_change();
create trigger bodies_change_by_retention_alone before update on bodies
  for each row execute function refuse_unless_retention();
create trigger bodies_are_never_truncated before truncate on bodies
  for each statement execute function refuse_change();

grant select on nodes to {{intake}}, {{reader}}, {{app}}, {{retention}};
grant select, insert on ledger_shapes, ledger, bodies to {{intake}};
grant select, insert, update on ledger_heads, ledger_tiles to {{intake}};
grant select on ledger_shapes, ledger to {{retention}};
grant select, update (salt, texts) on bodies to {{retention}};

-- What the reader may see, as the policies and the security-definer functions ask it. Fails closed: with a setting
-- absent nothing is visible.
create function reading_node() returns int language sql stable parallel safe
  return nullif(current_setting('headstamp.node', true), '')::int;
create function reading_clearance() returns int language sql stable parallel safe
  return nullif(current_setting('headstamp.clearance', true), '')::int;
create function reading_teams() returns text[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('headstamp.teams', true), ''), ',');
create function reading_account() returns text language sql stable parallel safe
  return nullif(current_setting('headstamp.account', true), '');
create function is_visible(node int, handling int, team text) returns bool language sql stable parallel safe
  return coalesce(
    node = reading_node() and handling <= reading_clearance() and (team = '' or team = any (reading_teams())), false);
