-- Search asks for incidents by the beginning of their place's name.

set role {{tables}};

create index incidents_by_place on incidents (node_id, place) where place is not null;

reset role;
